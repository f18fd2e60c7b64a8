// The kinds of records that this client shows; one line a kind.
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import {
  ActionSchema,
  AnnouncementSchema,
  CostLineSchema,
  EvaluationSchema,
  ExpertAnswerSchema,
  ExpertItemSchema,
  PlannedRoundSchema,
  SeatPlanSchema,
  ShowSchema,
  SuggestionRunSchema,
  SuggestionSchema,
  SupportSchema,
  SynthesisLineSchema,
  SynthesisSchema,
  TaskSchema,
} from '../gen/rebond/v1/harvest_pb';
import { RecordKind } from '../gen/rebond/v1/kinds_pb';
import {
  CafeSchema,
  CardSchema,
  DeviceSchema,
  GroupSchema,
  LinkSchema,
  MembershipSchema,
  ParticipantSchema,
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
  synthesis: { number: RecordKind.SYNTHESIS, schema: SynthesisSchema },
  synthesisLine: { number: RecordKind.SYNTHESIS_LINE, schema: SynthesisLineSchema },
  expertItem: { number: RecordKind.EXPERT_ITEM, schema: ExpertItemSchema },
  expertAnswer: { number: RecordKind.EXPERT_ANSWER, schema: ExpertAnswerSchema },
  support: { number: RecordKind.SUPPORT, schema: SupportSchema },
  action: { number: RecordKind.ACTION, schema: ActionSchema },
  costLine: { number: RecordKind.COST_LINE, schema: CostLineSchema },
  evaluation: { number: RecordKind.EVALUATION, schema: EvaluationSchema },
  show: { number: RecordKind.SHOW, schema: ShowSchema },
  announcement: { number: RecordKind.ANNOUNCEMENT, schema: AnnouncementSchema },
  seatPlan: { number: RecordKind.SEAT_PLAN, schema: SeatPlanSchema },
  plannedRound: { number: RecordKind.PLANNED_ROUND, schema: PlannedRoundSchema },
  suggestion: { number: RecordKind.SUGGESTION, schema: SuggestionSchema },
  suggestionRun: { number: RecordKind.SUGGESTION_RUN, schema: SuggestionRunSchema },
  task: { number: RecordKind.TASK, schema: TaskSchema },
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
