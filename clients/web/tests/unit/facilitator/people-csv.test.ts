// Lists of guests as offices save them.
import { describe, expect, it } from 'vitest';
import { parsePeople } from '../../../src/facilitator/people/people-csv';

const tables = [1, 2, 3];

describe('a list of people', () => {
  it('is read with its columns in any order, also by their French names', () => {
    const { people, troubles } = parsePeople(
      '\ufeffGroupe;Nom;id;stays\r\nlocataire;Amina;a;2\r\nsalarié;Marc;b;\r\n',
      tables,
    );
    expect(troubles).toEqual([]);
    expect(people).toEqual([
      { id: 'a', name: 'Amina', group: 'locataire', stays: 2, together: [], apart: [] },
      { id: 'b', name: 'Marc', group: 'salarié', stays: 0, together: [], apart: [] },
    ]);
  });

  it('needs no head when the columns are in the usual order', () => {
    const { people } = parsePeople('1;Amina;;;2;\n2;Marc;;;;1', tables);
    expect(people.map(({ name, together, apart }) => ({ name, together, apart }))).toEqual([
      { name: 'Amina', together: ['2'], apart: [] },
      { name: 'Marc', together: [], apart: ['1'] },
    ]);
  });

  it('keeps separators, quotes and line ends inside quotes', () => {
    const { people } = parsePeople('id,name,group\n1,"Dupont, ""Dédé""","a\nb"\n', tables);
    expect(people[0]).toMatchObject({ name: 'Dupont, "Dédé"', group: 'a\nb' });
  });

  it('tells what is wrong, line by line, and keeps the rest', () => {
    const list = parsePeople(
      'id;name;group;stays;together;apart\n1;;;;;\n2;Zoé;;9;;\n\n3;Luc;;;2,8;\n',
      tables,
    );
    expect(list.people.map((person) => [person.name, person.stays, person.together])).toEqual([
      ['Zoé', 0, []],
      ['Luc', 0, ['2']],
    ]);
    expect(list.troubles).toEqual([
      { line: 2, kind: 'name', text: '' },
      { line: 3, kind: 'table', text: '9' },
      { line: 5, kind: 'person', text: '8' },
    ]);
  });

  it('is empty for an empty file', () => {
    expect(parsePeople('', tables)).toEqual({ people: [], troubles: [] });
  });
});
