// What pages show of the café's records: plain, joined, never changed in place.
import type { LinkKind } from '../gen/rebond/v1/record_pb';
import type { Id } from '../sync/api';
import type { Pictogram } from '../theme/palette';

export type Mark = 'unconventional' | 'question' | 'unanimous';

export interface TableView {
  readonly id: Id;
  /** What everybody calls it by. */
  readonly number: number;
  readonly name: string;
  readonly capacity: number;
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
  readonly atMs: number;
  readonly late: boolean;
  readonly withdrawn: boolean;
  readonly hidden: boolean;
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
  readonly atMs: number;
}
