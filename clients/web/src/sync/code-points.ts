// Strings counted in Unicode code points, as the protocol counts them (rule TX5).
//
// JavaScript counts UTF-16 units; a string whose two counts are equal has no astral character, and
// most strings are such, so that is tried first.

/** Code points of a well-formed string. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let unit = 0; unit < text.length; unit++) {
    if (isHighSurrogate(text.charCodeAt(unit))) count--;
  }
  return count;
}

/** The UTF-16 offset of the `count`-th code point; the length of the text when it has fewer. */
export function unitOffset(text: string, count: number): number {
  let unit = 0;
  for (let seen = 0; seen < count && unit < text.length; seen++) {
    unit += isHighSurrogate(text.charCodeAt(unit)) ? 2 : 1;
  }
  return unit;
}

/** Replaces lone halves of characters, which UTF-8 cannot carry, by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Length as UTF-8, in bytes. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    if (code >= 0xd800 && code <= 0xdfff) bytes += 1;
    else if (code >= 0x800) bytes += 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
