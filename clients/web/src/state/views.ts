// What pages show of the café's records: plain, joined, never changed in place.
import type { LinkKind } from '../gen/rebond/v1/kinds_pb';
import type { Id } from '../sync/api';
import type { Pictogram } from '../theme/palette';

export type Mark = 'unconventional' | 'question' | 'unanimous';

export interface TableView {
  readonly id: Id;
  /** What everybody calls it by. */
  readonly number: number;
  readonly name: string;
  readonly capacity: number;
  readonly remote: boolean;
  readonly withdrawn: boolean;
  readonly colour: string;
  readonly pictogram: Pictogram;
}

export interface CardView {
  readonly id: Id;
  /** As it was typed. */
  readonly text: string;
  readonly table: TableView | undefined;
  readonly tableId: Id;
  readonly round: Id;
  /** "0": in none. */
  readonly group: Id;
  readonly marks: readonly Mark[];
  readonly tags: readonly string[];
  /** Whose idea it is, "0": the table's. */
  readonly voice: Id;
  /** Nobody is told who wrote it. */
  readonly anonymous: boolean;
  readonly atMs: number;
  readonly late: boolean;
  readonly withdrawn: boolean;
  readonly hidden: boolean;
  /** Why it was hidden; may be empty. */
  readonly hiddenReason: string;
  /** Has an earlier wording. */
  readonly edited: boolean;
  /** On this device only, so far. */
  readonly waiting: boolean;
}

export interface LinkView {
  readonly id: Id;
  readonly from: CardView;
  readonly to: CardView;
  readonly kind: LinkKind;
  /** The person's own words; may be empty. */
  readonly phrase: string;
  readonly atMs: number;
}

export interface GroupView {
  readonly id: Id;
  readonly name: string;
  /** The names of the groups that it took over. */
  readonly otherNames: readonly string[];
  readonly atMs: number;
}
