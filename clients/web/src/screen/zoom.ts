// How much larger the facilitator wants the letters: 1 is as designed.

const least = 0.6;
const most = 2.5;

/** Within what a scene can still be read and laid out at. */
export function zoomOf(percent: number): number {
  return Math.min(most, Math.max(least, (percent || 100) / 100));
}
