// What does not fit on one picture is shown page by page, each as long as a hall reads it.

const wordsPerSecond = 3;
const msMin = 8000;
const msMax = 30_000;

/** How long a hall reads so many words, with time to look up: from 8 to 30 seconds. */
export function readingMs(words: number): number {
  return Math.min(msMax, Math.max(msMin, (words / wordsPerSecond) * 1000));
}

export function wordCount(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}

/**
 * Cuts `items` into pages of at most `room`, in order. An item that is larger than a page has a
 * page of its own.
 */
export function paginate<T>(
  items: readonly T[],
  height: (item: T) => number,
  room: number,
  gap = 0,
): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let used = Infinity;
  for (const item of items) {
    const needed = height(item);
    const page = pages.at(-1);
    if (page && used + gap + needed <= room) {
      page.push(item);
      used += gap + needed;
    } else {
      pages.push([item]);
      used = needed;
    }
  }
  return pages;
}
