// The action plan, as many lines a page as fit in letters that the hall can read.
import type { ActionView } from '../state/plan.svelte';
import type { Measure } from './map/types';
import { wrap } from './map/wrap';
import { paginate, readingMs, wordCount } from './pages';
import { whenText } from './when';

/** The letters of the plan: the largest at which it is one page; else the usual ones. */
const fonts = [44, 40, 36, 32, 28];
const usual = 36;
const lineHeight = 1.2;
const padding = 28;
/** A line of where an action comes from and which commitment it serves; there may be two. */
const under = 34;
/** The columns of the table, as parts of its width. */
const shares = { what: 0.4, who: 0.17, due: 0.16, state: 0.17 } as const;
const gap = 24;
const sheetWidth = 1920;
const margins = 96;
/** Under the titles of the columns. */
const sheetHeight = 1080;
const chrome = 296;
const calmMs = 20_000;
/** The word that needs most room in its column, in any language. */
const longestState = 'abandonnée';

export interface ActionPages {
  readonly font: number;
  readonly pages: readonly (readonly ActionView[])[];
}

export function actionPages(
  actions: readonly ActionView[],
  zoom: number,
  measure: Measure,
): ActionPages {
  const width = sheetWidth / zoom - margins;
  const room = sheetHeight / zoom - chrome;
  const inFont = (font: number): ActionPages => {
    const height = (action: ActionView) => rowHeight(action, font, width, measure);
    return { font, pages: paginate(actions, height, room) };
  };
  const wide = (font: number) => measure(longestState, font) + 1.6 * font;
  const usable = fonts.filter((font) => wide(font) < shares.state * width);
  const found = usable.map(inFont).find(({ pages }) => pages.length <= 1);
  const last = usable.find((font) => font <= usual) ?? fonts[fonts.length - 1] ?? usual;
  return found && found.font >= last ? found : inFont(last);
}

function rowHeight(action: ActionView, font: number, width: number, measure: Measure): number {
  const height = (text: string, share: number) =>
    wrap(text, font, () => share * width - gap - 8, measure).lines.length * font * lineHeight;
  const below = action.commitment > 0 || action.sourceIds.length > 0 ? 2 * under : 0;
  return (
    padding +
    Math.max(
      height(action.what, shares.what) + below,
      height(action.who, shares.who),
      height(whenText(action.due, 'fr', 'long'), shares.due),
    )
  );
}

/** A page is calm: 20 seconds, and longer when there is more to read. */
export function actionPageMs(actions: readonly ActionView[]): number {
  const texts = actions.flatMap(({ what, who, due }) => [what, who, due]);
  return Math.max(calmMs, readingMs(wordCount(...texts)));
}
