// The kinds of records that this client shows; one line a kind.
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import {
  CafeSchema,
  CardSchema,
  DeviceSchema,
  GroupSchema,
  LinkSchema,
  MembershipSchema,
  ParticipantSchema,
  RecordKind,
  RoundSchema,
  SeatSchema,
  StepSchema,
  TableSchema,
} from '../gen/rebond/v1/record_pb';

export const recordKinds = {
  cafe: { number: RecordKind.CAFE, schema: CafeSchema },
  step: { number: RecordKind.STEP, schema: StepSchema },
  table: { number: RecordKind.TABLE, schema: TableSchema },
  round: { number: RecordKind.ROUND, schema: RoundSchema },
  participant: { number: RecordKind.PARTICIPANT, schema: ParticipantSchema },
  device: { number: RecordKind.DEVICE, schema: DeviceSchema },
  seat: { number: RecordKind.SEAT, schema: SeatSchema },
  card: { number: RecordKind.CARD, schema: CardSchema },
  link: { number: RecordKind.LINK, schema: LinkSchema },
  group: { number: RecordKind.GROUP, schema: GroupSchema },
  membership: { number: RecordKind.MEMBERSHIP, schema: MembershipSchema },
} as const satisfies Record<string, { number: RecordKind; schema: DescMessage }>;

export type KindName = keyof typeof recordKinds;

/** The type of the records of each kind: `Records['card']` is a `Card`. */
export type Records = { [K in KindName]: MessageShape<(typeof recordKinds)[K]['schema']> };

export const kindNames = Object.keys(recordKinds) as KindName[];

const byNumber = new Map<number, KindName>(
  kindNames.map((name) => [recordKinds[name].number, name]),
);

/** Undefined for a kind that is newer than this client. */
export function kindOfNumber(number: number): KindName | undefined {
  return byNumber.get(number);
}
