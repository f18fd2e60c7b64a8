// The colours of links on the dark map: each at least 8:1 on the background.
import { LinkKind } from '../../gen/rebond/v1/kinds_pb';

const colours: Partial<Record<LinkKind, string>> = {
  [LinkKind.BUILDS_ON]: '#86efac',
  [LinkKind.NUANCES]: '#ffd479',
  [LinkKind.OPPOSES]: '#ff9d8a',
  [LinkKind.EXAMPLE_OF]: '#f5b8ff',
  [LinkKind.ASKS]: '#c4b5fd',
  [LinkKind.SAME_AS]: '#93c5fd',
  [LinkKind.LEADS_TO]: '#7ee8e0',
};

export function linkColour(kind: LinkKind): string {
  return colours[kind] ?? '#c9d4e8';
}
