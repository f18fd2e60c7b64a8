// The largest of some sizes at which a text fits into a box.
import type { Measure } from './types';
import { words, wrap } from './wrap';

export interface Fitted {
  readonly font: number;
  readonly lines: readonly string[];
}

export const textLineHeight = 1.2;

/** No word is broken; at the last of `fonts` what does not fit is cut, with an ellipsis. */
export function fitText(
  text: string,
  fonts: readonly number[],
  box: { readonly width: number; readonly height: number },
  measure: Measure,
): Fitted {
  const parts = words(text).map((word) => word.trimEnd());
  for (const font of fonts) {
    if (parts.some((word) => measure(word, font) > box.width)) continue;
    const { lines } = wrap(text, font, () => box.width, measure);
    if (lines.length * font * textLineHeight <= box.height) return { font, lines };
  }
  const font = fonts[fonts.length - 1] ?? 24;
  const linesMax = Math.max(1, Math.floor(box.height / (font * textLineHeight)));
  return { font, lines: wrap(text, font, () => box.width, measure, linesMax).lines };
}
