// Tables and groups as pages show them.
import type { Group, Table } from '../gen/rebond/v1/record_pb';
import type { Id } from '../sync/api';
import { tableColour, tablePictogram } from '../theme/palette';
import type { GroupView, TableView } from './views';

export function tableView(id: Id, table: Table): TableView {
  const { number, name, capacity, remote, withdrawn } = table;
  return {
    id,
    number,
    name,
    capacity,
    remote,
    withdrawn,
    colour: tableColour(table.colour),
    pictogram: tablePictogram(table.colour),
  };
}

export function groupView(id: Id, { name, otherNames, createdAtMs }: Group): GroupView {
  return { id, name, otherNames, atMs: createdAtMs };
}
