// The pages of a group as they are drawn: ideas with the sentences that join them to others.
import { linkPhrase } from '../../i18n/names';
import { language } from '../../i18n/language.svelte';
import type { LinkKind } from '../../gen/rebond/v1/kinds_pb';
import type { CafeState } from '../../state/cafe.svelte';
import type { CardView } from '../../state/views';
import type { FocusCluster } from '../clusters';
import { zoomOf } from '../zoom';
import { focus, focusPages } from './focus';
import { canvasMeasure, cardWeight } from './measure';

/** On the sheet. */
export const railWidth = 344;

export interface FocusLink {
  readonly id: string;
  readonly kind: LinkKind;
  /** "complète « … »". */
  readonly text: string;
}

export interface DrawnPage {
  readonly font: number;
  readonly columns: readonly (readonly CardView[])[];
  readonly cards: readonly CardView[];
}

/** The sheet, the rail, which zoom leaves as it is, and what stands around the columns. */
const sheetRoom = { width: 1920 - railWidth, height: 1080 };
const around = { width: 96 + 32, height: 226 };

/** The sentences that begin at an idea, then those that end there. */
export function linksOf({ links }: Pick<CafeState, 'links'>, id: string): readonly FocusLink[] {
  const { texts } = language;
  const starting = links
    .filter((link) => link.from.id === id)
    .map((link) => ({
      id: link.id,
      kind: link.kind,
      text: `${linkPhrase(texts, link.kind, link.phrase)} ${texts.quoted(link.to.text)}`,
    }));
  const ending = links
    .filter((link) => link.to.id === id)
    .map((link) => ({
      id: link.id,
      kind: link.kind,
      text: texts.screen.aboutThis(
        texts.quoted(link.from.text),
        linkPhrase(texts, link.kind, link.phrase),
      ),
    }));
  return [...starting, ...ending];
}

export function clusterPages(cafe: CafeState, { cards }: FocusCluster): readonly DrawnPage[] {
  const zoom = zoomOf(cafe.stage.show.zoomPercent);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const drawn = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const items = cards.map(({ id, text, marks }) => ({
    id,
    text,
    marks: marks.length,
    links: linksOf(cafe, id).map((link) => link.text),
  }));
  const room = {
    width: sheetRoom.width / zoom - around.width,
    height: sheetRoom.height / zoom - around.height,
  };
  const fonts = zoom < 1 ? focus.fonts.filter((font) => font * zoom >= 24) : focus.fonts;
  return focusPages(items, room, canvasMeasure(cardWeight), fonts).map((page) => ({
    font: page.font,
    columns: page.columns.map(drawn),
    cards: drawn(page.cards),
  }));
}
