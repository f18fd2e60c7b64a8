// What can be printed, and the address of each.

export const printables = ['cards', 'signs', 'captain', 'seats', 'links', 'invitation'] as const;

export type Printable = (typeof printables)[number];

/** Beside the page that `here` is of, with its link's token. */
export function printAddress(
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
  document: Printable,
): string {
  const query = new URLSearchParams(search);
  query.set('document', document);
  return `${pathname.replace(/[^/]*\/?$/, 'print')}?${query}${hash}`;
}

export function chosenDocument(search: string): Printable {
  const asked = new URLSearchParams(search).get('document');
  return printables.find((each) => each === asked) ?? 'cards';
}
