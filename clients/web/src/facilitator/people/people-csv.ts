// A list of people from a CSV file: id;name;group;stays;together;apart.
//
// The ids are the file's own; `together` and `apart` name them, with commas or spaces between.

export interface ListedPerson {
  /** The file's own id, or its line when it has none. */
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** The number of a table; 0: moves. */
  readonly stays: number;
  readonly together: readonly string[];
  readonly apart: readonly string[];
}

export interface ListTrouble {
  /** 1 is the first line of the file. */
  readonly line: number;
  readonly kind: 'name' | 'table' | 'person';
  /** What was written there. */
  readonly text: string;
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  readonly troubles: readonly ListTrouble[];
}

const columns = ['id', 'name', 'group', 'stays', 'together', 'apart'] as const;
type Column = (typeof columns)[number];

/** Names that a French office gives to the same columns. */
const aliases: Record<string, Column> = {
  nom: 'name',
  prenom: 'name',
  prénom: 'name',
  groupe: 'group',
  reste: 'stays',
  avec: 'together',
  'pas avec': 'apart',
};

/** `tableNumbers` are those of the café; what is wrong is left out and told. */
export function parsePeople(text: string, tableNumbers: readonly number[]): PeopleList {
  const rows = csvRows(text.replace(/^\ufeff/, ''));
  const head = headOf(rows[0]?.cells ?? []);
  const body = head.known ? rows.slice(1) : rows;
  const troubles: ListTrouble[] = [];
  const people: (ListedPerson & { line: number })[] = [];
  for (const { line, cells } of body) {
    const cell = (column: Column) => (cells[head.places[column] ?? -1] ?? '').trim();
    if (cells.every((each) => each.trim() === '')) continue;
    const name = cell('name');
    if (name === '') {
      troubles.push({ line, kind: 'name', text: '' });
      continue;
    }
    const stays = Number(cell('stays').replace(/^t(able)?\s*/i, '') || '0');
    const knownTable = stays === 0 || tableNumbers.includes(stays);
    if (!knownTable) troubles.push({ line, kind: 'table', text: cell('stays') });
    people.push({
      line,
      id: cell('id') || `line ${line}`,
      name,
      group: cell('group'),
      stays: knownTable ? stays : 0,
      together: idsOf(cell('together')),
      apart: idsOf(cell('apart')),
    });
  }
  return withKnownPeople(people, troubles);
}

function withKnownPeople(
  people: readonly (ListedPerson & { line: number })[],
  troubles: ListTrouble[],
): PeopleList {
  const ids = new Set(people.map((person) => person.id));
  const known = (line: number, them: readonly string[]) =>
    them.filter((id) => {
      if (!ids.has(id)) troubles.push({ line, kind: 'person', text: id });
      return ids.has(id);
    });
  return {
    people: people.map(({ line, ...person }) => ({
      ...person,
      together: known(line, person.together),
      apart: known(line, person.apart),
    })),
    troubles,
  };
}

function idsOf(cell: string): string[] {
  return cell.split(/[,\s|]+/).filter(Boolean);
}

/** Where each column is; a file without a head has them in the usual order. */
function headOf(cells: readonly string[]): {
  known: boolean;
  places: Partial<Record<Column, number>>;
} {
  const places: Partial<Record<Column, number>> = {};
  cells.forEach((cell, place) => {
    const word = cell.trim().toLowerCase();
    const column = columns.find((each) => each === word) ?? aliases[word];
    if (column && places[column] === undefined) places[column] = place;
  });
  if (places.name !== undefined) return { known: true, places };
  return {
    known: false,
    places: Object.fromEntries(columns.map((column, place) => [column, place])),
  };
}

/** Semicolons, commas or tabs, whichever the first line has; quotes as in RFC 4180. */
function csvRows(text: string): { line: number; cells: string[] }[] {
  const first = text.slice(0, (text.indexOf('\n') + text.length + 1) % (text.length + 1));
  const separator = [';', '\t', ','].find((each) => first.includes(each)) ?? ';';
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  let row = { line, cells: [] as string[] };
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.cells.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; ++at) {
    const sign = text[at] ?? '';
    if (sign === '\n') ++line;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push(row);
      row = { line, cells: [] };
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.cells.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}
