// A QR code as one SVG path, one unit a module, with the quiet border that cameras want.
import { encode } from 'uqr';

export interface QrPath {
  /** Modules on a side, border included. */
  readonly size: number;
  readonly d: string;
}

export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 3 });
  let d = '';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) d += `M${x} ${y}h1v1h-1z`;
    });
  });
  return { size, d };
}
