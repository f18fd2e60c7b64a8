// Where two wordings differ, word by word: so that an edit in two places leaves the words between
// them to the people who wrote them.

/** The items [from, to) of the old list become `by`. */
export interface Hunk {
  from: number;
  to: number;
  by: readonly string[];
}

/** A word with the space behind it: so many characters from `start`. */
interface Word {
  text: string;
  start: number;
  end: number;
}

/** More work than this is not worth the finer answer: the whole stretch is one hunk. */
const cellsMax = 4_000_000;

/** The differences between two lists of characters, in order; each as small as it can be. */
export function hunks(before: readonly string[], after: readonly string[]): Hunk[] {
  const found: Hunk[] = [];
  let from = 0;
  let next = 0;
  const difference = (to: number, end: number) => {
    const hunk = trimmed(before, { from, to, by: after.slice(next, end) });
    if (hunk.from < hunk.to || hunk.by.length > 0) found.push(hunk);
  };
  for (const [old, young] of commonWords(words(before), words(after))) {
    difference(old.start, young.start);
    from = old.end;
    next = young.end;
  }
  difference(before.length, after.length);
  return found;
}

/** Words that are in both, in the same order: as many as there can be. */
function commonWords(old: readonly Word[], young: readonly Word[]): [Word, Word][] {
  const width = young.length + 1;
  if (old.length * width > cellsMax) return [];
  // lengths[i * width + j]: how many words old[i…] and young[j…] have in common.
  const lengths = new Uint16Array((old.length + 1) * width);
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      const same = old[i]?.text === young[j]?.text;
      lengths[i * width + j] = same
        ? 1 + length(i + 1, j + 1)
        : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }

  const common: [Word, Word][] = [];
  for (let i = 0, j = 0; ;) {
    const [a, b] = [old[i], young[j]];
    if (!a || !b) return common;
    if (a.text === b.text) {
      common.push([a, b]);
      i++;
      j++;
    } else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
}

function words(characters: readonly string[]): Word[] {
  const found: Word[] = [];
  let inSpace = true;
  characters.forEach((character, index) => {
    const space = character.trim() === '';
    const last = found.at(-1);
    if (!last || (inSpace && !space)) {
      found.push({ text: character, start: index, end: index + 1 });
    } else {
      last.text += character;
      last.end = index + 1;
    }
    inSpace = space;
  });
  return found;
}

/** Without what is the same at its two ends. */
function trimmed(before: readonly string[], { from, to, by }: Hunk): Hunk {
  let start = 0;
  while (from + start < to && start < by.length && before[from + start] === by[start]) start++;
  let end = 0;
  const most = Math.min(to - from, by.length) - start;
  while (end < most && before[to - 1 - end] === by[by.length - 1 - end]) end++;
  return { from: from + start, to: to - end, by: by.slice(start, by.length - end) };
}
