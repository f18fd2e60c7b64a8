// Text widths in the map's font, measured once at 100 px: widths grow in proportion to the size.
import type { Measure } from './types';

const reference = 100;
export const mapFamily = "'Atkinson Hyperlegible Next Variable', 'DejaVu Sans', sans-serif";
export const cardWeight = 600;
export const titleWeight = 750;

/** Resolves when the map's font can be measured; also when it cannot be loaded. */
export async function loadMapFont(): Promise<void> {
  const faces = [cardWeight, titleWeight].map((weight) =>
    document.fonts.load(`${weight} ${reference}px ${mapFamily}`, 'Éœ'),
  );
  await Promise.allSettled(faces);
}

export function canvasMeasure(weight: number): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `${weight} ${reference}px ${mapFamily}`;
  const known = new Map<string, number>();
  return (text, font) => {
    let width = known.get(text);
    if (width === undefined) {
      width = context?.measureText(text).width ?? text.length * reference * 0.55;
      if (known.size > 20_000) known.clear();
      known.set(text, width);
    }
    return (width * font) / reference;
  };
}
