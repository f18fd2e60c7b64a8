// The largest letters at which the content of a box is wholly in sight, for scenes made of HTML.
import type { Attachment } from 'svelte/attachments';

const floor = 24;

/**
 * Gives the box the largest font size from `largest` down to `smallest` (pixels of the sheet of
 * 1920 by 1080, before zoom) at which nothing overflows it. Sizes inside are in `em`.
 */
export function fitted(largest: number, smallest: number): Attachment<HTMLElement> {
  return (box) => {
    const fit = () => fitNow(box, largest, smallest);
    // Both call back before the next picture is drawn.
    const content = new MutationObserver(fit);
    content.observe(box, { childList: true, characterData: true, subtree: true });
    const size = new ResizeObserver(fit);
    size.observe(box);
    fit();
    return () => {
      content.disconnect();
      size.disconnect();
    };
  };
}

function fitNow(box: HTMLElement, largest: number, smallest: number): void {
  const zoom = Number(getComputedStyle(box).getPropertyValue('--zoom')) || 1;
  const least = Math.max(floor, smallest) / Math.max(1, zoom);
  for (let font = largest; ; font = Math.max(least, font - 2)) {
    box.style.fontSize = `max(${font / 16}rem, ${floor} * var(--px))`;
    if (font <= least || !overflows(box)) return;
  }
}

/** A letter may be higher than its line by a little: that is no overflow. */
const tolerance = 0.15;

function overflows(box: HTMLElement): boolean {
  const little = Math.max(1, tolerance * parseFloat(getComputedStyle(box).fontSize));
  return box.scrollHeight > box.clientHeight + little || box.scrollWidth > box.clientWidth + 1;
}
