// The propositions of the café, as many a page as a hall can read at once.
import type { LinkView } from '../state/views';
import type { Measure } from './map/types';
import { wrap } from './map/wrap';
import { paginate } from './pages';

const font = 40;
const lineHeight = 1.2;
/** The words of an idea within its box, beside its number. */
const width = 640;
const room = 820;
const padding = 34;
const gap = 28;

export function propositionPages(
  links: readonly LinkView[],
  zoom: number,
  measure: Measure,
): readonly (readonly LinkView[])[] {
  const lines = (text: string) => wrap(text, font, () => width / zoom, measure).lines.length;
  const height = ({ from, to }: LinkView) =>
    Math.max(2, lines(from.text), lines(to.text)) * font * lineHeight + padding;
  return paginate(links, height, room / zoom, gap);
}
