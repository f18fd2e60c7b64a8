// What an answer is about: an idea or a group.
import type { RecordKind } from '../gen/rebond/v1/kinds_pb';
import type { Id } from '../sync/api';

export interface Subject {
  readonly kind: RecordKind.CARD | RecordKind.GROUP;
  readonly id: Id;
}
