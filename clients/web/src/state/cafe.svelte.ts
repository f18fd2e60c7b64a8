// The café as the pages show it: the session's records, joined and in order.
//
// Everything is derived from the session's replica and computed again only when a kind of record
// that it reads has changed. Objects that have not changed stay the same objects, so a list draws
// again only the rows that did.
import type { Cafe, Round, Step } from '../gen/rebond/v1/record_pb';
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { Id, Session } from '../sync/api';
import { CardViews } from './card-views';
import { ExpertState } from './expert.svelte';
import { Kept } from './kept';
import { Now } from './now.svelte';
import { byPlace } from './order';
import { OwnState } from './own.svelte';
import { personHere } from './person-here';
import { PeopleState } from './people.svelte';
import { PlanState } from './plan.svelte';
import { ScriptState } from './script.svelte';
import { SeatingState } from './seating.svelte';
import { Source } from './source.svelte';
import { StageState } from './stage.svelte';
import { SuggestionsState } from './suggestions.svelte';
import { SupportState } from './support.svelte';
import { SynthesesState } from './syntheses.svelte';
import { groupView, tableView } from './record-views';
import type { CardView, GroupView, LinkView, TableView } from './views';

const cafeId = '1';

export class CafeState {
  readonly session: Session;
  /** Names the café in what this browser keeps: its id. */
  readonly key: string;
  /** Café time, ticking. */
  readonly now: Now;
  /** For the parts below: records, texts and the session as signals. */
  readonly source: Source;

  // The café by subject.
  readonly script = new ScriptState(this);
  readonly people = new PeopleState(this);
  readonly seating = new SeatingState(this);
  readonly syntheses = new SynthesesState(this);
  readonly suggestions = new SuggestionsState(this);
  readonly expert = new ExpertState(this);
  readonly support = new SupportState(this);
  /** Actions, costs and tasks. */
  readonly plan = new PlanState(this);
  /** What the projector shows, messages to all, answers on leaving. */
  readonly stage = new StageState(this);
  /** What this person has alone. */
  readonly own = new OwnState(this);

  readonly #cardViews = new CardViews();
  readonly #tableViews = new Kept<TableView>();
  readonly #groupViews = new Kept<GroupView>();

  constructor(session: Session, key: string) {
    this.session = session;
    this.key = key;
    this.now = new Now(session);
    this.source = new Source(session);
  }

  readonly connection = $derived.by(() => this.source.part((session) => session.connection));
  readonly who = $derived.by(() => this.source.part((session) => session.who));
  readonly readOnly = $derived.by(() => this.source.part((session) => session.readOnly));
  readonly waiting = $derived.by(() => this.source.part((session) => session.waiting));
  readonly rejected = $derived.by(() => this.source.part((session) => session.rejected));
  readonly storage = $derived.by(() => this.source.part((session) => session.storage));
  readonly canWrite = $derived.by(() => this.source.part((session) => session.canWrite));
  readonly names = $derived.by(() => this.source.part((session) => session.names));
  readonly wishes = $derived.by(() => this.source.part((session) => session.wishes));
  readonly access = $derived.by(() => this.source.part((session) => session.access));

  /** Who is here, one entry a person (or device, for the roles that are nobody in particular). */
  readonly presence = $derived.by(() => {
    return personHere(this.source.presence.values());
  });

  /** Whether there is a café to show. */
  readonly loaded = $derived.by(() => {
    const { cafe } = this;
    return this.source.part(({ replica }) => cafe !== undefined && replica.loaded);
  });

  readonly cafe: Cafe | undefined = $derived.by(() => this.source.all('cafe').get(cafeId));

  readonly steps: readonly (Step & { id: Id })[] = $derived.by(() =>
    this.source.list('step').sort(byPlace),
  );

  readonly step = $derived.by(() => this.steps.find((step) => step.id === this.cafe?.step));

  readonly rounds: readonly (Round & { id: Id })[] = $derived.by(() =>
    this.source.list('round').sort((a, b) => a.number - b.number),
  );

  /** The round of the current step, when it has one. */
  readonly round = $derived.by(() => this.rounds.find((round) => round.id === this.step?.round));

  /** Withdrawn ones too. */
  readonly allTables: readonly TableView[] = $derived.by(() =>
    [...this.source.all('table')]
      .map(([id, table]) => this.#tableViews.view(id, [table], () => tableView(id, table)))
      .sort((a, b) => a.number - b.number),
  );

  readonly tables = $derived(this.allTables.filter((table) => !table.withdrawn));

  /** Every idea, withdrawn and hidden ones too, in the order of their arrival. */
  readonly allCards: readonly CardView[] = $derived.by(() => {
    this.source.noteTexts();
    return this.#cardViews.update({
      replica: this.session.replica,
      cards: this.source.all('card'),
      memberships: this.source.all('membership'),
      tables: new Map(this.tables.map((table) => [table.id, table])),
    });
  });

  /** The ideas that everybody may see. */
  readonly cards = $derived(this.allCards.filter((card) => !card.withdrawn && !card.hidden));

  readonly cardsById = $derived(new Map(this.cards.map((card) => [card.id, card])));

  /** The links between ideas that everybody may see, oldest first. */
  readonly links: readonly LinkView[] = $derived.by(() => {
    const found: LinkView[] = [];
    for (const [id, link] of this.source.all('link')) {
      const from = this.cardsById.get(link.from);
      const to = this.cardsById.get(link.to);
      if (link.withdrawn || !from || !to) continue;
      found.push({ id, from, to, kind: link.kind, phrase: link.phrase, atMs: link.createdAtMs });
    }
    return found.sort((a, b) => a.atMs - b.atMs);
  });

  readonly groups: readonly GroupView[] = $derived.by(() =>
    [...this.source.all('group')]
      .filter(([, group]) => !group.withdrawn)
      .map(([id, group]) => this.#groupViews.view(id, [group], () => groupView(id, group)))
      .sort((a, b) => a.atMs - b.atMs),
  );

  readonly groupsById = $derived(new Map(this.groups.map((group) => [group.id, group])));

  /** The table of each person's seat: in the current round, or else where the person sat last. */
  readonly #seats: ReadonlyMap<Id, Id> = $derived.by(() => {
    const numbers = new Map(this.rounds.map((round) => [round.id, round.number]));
    const current = this.round?.id ?? '0';
    const found = new Map<Id, { table: Id; rank: number }>();
    for (const { participant, round, table } of this.source.all('seat').values()) {
      const rank = round === current ? Infinity : (numbers.get(round) ?? 0);
      if (rank >= (found.get(participant)?.rank ?? 0)) found.set(participant, { table, rank });
    }
    return new Map([...found].map(([participant, { table }]) => [participant, table]));
  });

  /** Where a person sits, or sat last; "0" when nowhere. */
  seatOf(participant: Id): Id {
    return this.#seats.get(participant) ?? '0';
  }

  /** The people who sit at each table, by the table's id. */
  readonly seated: ReadonlyMap<Id, number> = $derived.by(() => {
    const counts = new Map<Id, number>();
    for (const id of this.source.all('participant').keys()) {
      const table = this.seatOf(id);
      if (table !== '0') counts.set(table, (counts.get(table) ?? 0) + 1);
    }
    return counts;
  });

  /** The table that this device writes at: a captain's own, or where its person sits; "0": none. */
  readonly myTable: Id = $derived.by(() => {
    const who = this.who;
    if (!who) return '0';
    return who.table !== '0' ? who.table : this.seatOf(who.participant);
  });

  /** Nobody writes but the facilitator. */
  readonly locked = $derived.by(() => this.cafe?.locked ?? false);

  /** Whether the step lets this role write ideas now. The server has the last word. */
  readonly writingOpen = $derived.by(() => {
    const role = this.who?.role;
    if (role === undefined || !this.step) return false;
    if (this.locked && role !== Role.FACILITATOR) return false;
    return role === Role.FACILITATOR || (this.step.writers.includes(role) && !this.round?.locked);
  });

  /** Whether the projector shows the words of ideas at this moment. */
  readonly textsOnScreen = $derived.by(() => {
    const roundRuns = this.round !== undefined && this.round.startedAtMs > 0 && !this.round.locked;
    return (this.cafe?.textsOnScreen ?? true) || !roundRuns;
  });

  /** The longest text that a command may carry, in bytes of UTF-8. */
  readonly textBytesMax = $derived(this.who?.limits?.commandTextBytes || 4096);

  /** The others see that somebody writes at this table. */
  tellWriting(writing: boolean): void {
    this.own.tellWriting(writing);
  }
}
