// The café as the pages show it: the session's records, joined and in order.
//
// Everything is derived from the session's replica and computed again only when a kind of record
// that it reads has changed. Objects that have not changed stay the same objects, so a list draws
// again only the rows that did.
import type { Cafe, Round, Step } from '../gen/rebond/v1/record_pb';
import { Role } from '../gen/rebond/v1/record_pb';
import type { Changes, Id, KindName, Records, Session } from '../sync/api';
import { kindNames } from '../sync/record-kinds';
import { CardViews } from './card-views';
import { Now } from './now.svelte';
import { personHere } from './people';
import type { CardView, GroupView, LinkView, TableView } from './views';
import { tableColour, tablePictogram } from '../theme/palette';

const cafeId = '1';

export class CafeState {
  readonly session: Session;
  /** Names the café in what this browser keeps: its id. */
  readonly key: string;
  /** Café time, ticking. */
  readonly now: Now;

  readonly #versions = $state(
    Object.fromEntries(kindNames.map((kind) => [kind, 0])) as Record<KindName, number>,
  );
  #texts = $state(0);
  #session = $state(0);
  #presence = $state(0);
  readonly #cardViews = new CardViews();

  constructor(session: Session, key: string) {
    this.session = session;
    this.key = key;
    this.now = new Now(session);
    session.subscribe((changes) => this.#note(changes));
  }

  readonly connection = $derived.by(() => this.#sessionPart((session) => session.connection));
  readonly who = $derived.by(() => this.#sessionPart((session) => session.who));
  readonly readOnly = $derived.by(() => this.#sessionPart((session) => session.readOnly));
  readonly waiting = $derived.by(() => this.#sessionPart((session) => session.waiting));
  readonly rejected = $derived.by(() => this.#sessionPart((session) => session.rejected));
  readonly storage = $derived.by(() => this.#sessionPart((session) => session.storage));
  readonly canWrite = $derived.by(() => this.#sessionPart((session) => session.canWrite));
  readonly names = $derived.by(() => this.#sessionPart((session) => session.names));
  readonly access = $derived.by(() => this.#sessionPart((session) => session.access));

  /** Who is here, one entry a person (or device, for the roles that are nobody in particular). */
  readonly presence = $derived.by(() => {
    void this.#presence;
    return personHere(this.session.presence.values());
  });

  /** Whether there is a café to show. */
  readonly loaded = $derived.by(() => {
    void this.#session;
    return this.cafe !== undefined && this.session.replica.loaded;
  });

  readonly cafe: Cafe | undefined = $derived.by(() => this.#all('cafe').get(cafeId));

  readonly steps: readonly (Step & { id: Id })[] = $derived.by(() =>
    withIds(this.#all('step')).sort((a, b) => a.position - b.position),
  );

  readonly step = $derived.by(() => this.steps.find((step) => step.id === this.cafe?.step));

  readonly rounds: readonly (Round & { id: Id })[] = $derived.by(() =>
    withIds(this.#all('round')).sort((a, b) => a.number - b.number),
  );

  /** The round of the current step, when it has one. */
  readonly round = $derived.by(() => this.rounds.find((round) => round.id === this.step?.round));

  readonly tables: readonly TableView[] = $derived.by(() =>
    [...this.#all('table')]
      .filter(([, table]) => !table.withdrawn)
      .map(([id, table]) => ({
        id,
        number: table.number,
        name: table.name,
        capacity: table.capacity,
        colour: tableColour(table.colour),
        pictogram: tablePictogram(table.colour),
      }))
      .sort((a, b) => a.number - b.number),
  );

  /** Every idea, withdrawn and hidden ones too, in the order of their arrival. */
  readonly allCards: readonly CardView[] = $derived.by(() => {
    void this.#texts;
    void this.#session;
    return this.#cardViews.update({
      replica: this.session.replica,
      cards: this.#all('card'),
      memberships: this.#all('membership'),
      tables: new Map(this.tables.map((table) => [table.id, table])),
    });
  });

  /** The ideas that everybody may see. */
  readonly cards = $derived(this.allCards.filter((card) => !card.withdrawn && !card.hidden));

  readonly cardsById = $derived(new Map(this.cards.map((card) => [card.id, card])));

  /** The links between ideas that everybody may see, oldest first. */
  readonly links: readonly LinkView[] = $derived.by(() => {
    const found: LinkView[] = [];
    for (const [id, link] of this.#all('link')) {
      const from = this.cardsById.get(link.from);
      const to = this.cardsById.get(link.to);
      if (link.withdrawn || !from || !to) continue;
      found.push({ id, from, to, kind: link.kind, phrase: link.phrase, atMs: link.createdAtMs });
    }
    return found.sort((a, b) => a.atMs - b.atMs);
  });

  readonly groups: readonly GroupView[] = $derived.by(() =>
    [...this.#all('group')]
      .filter(([, group]) => !group.withdrawn)
      .map(([id, group]) => ({ id, name: group.name, atMs: group.createdAtMs }))
      .sort((a, b) => a.atMs - b.atMs),
  );

  /** Where a person sits: in the current round, or else where they sat last; "0" when nowhere. */
  seatOf(participant: Id): Id {
    if (participant === '0') return '0';
    const numbers = new Map(this.rounds.map((round) => [round.id, round.number]));
    const seats = [...this.#all('seat').values()].filter(
      (seat) => seat.participant === participant,
    );
    const now = seats.find((seat) => seat.round === (this.round?.id ?? '0'));
    const last = seats.sort((a, b) => (numbers.get(b.round) ?? 0) - (numbers.get(a.round) ?? 0))[0];
    return (now ?? last)?.table ?? '0';
  }

  /** The people who sit at each table, by the table's id. */
  readonly seated: ReadonlyMap<Id, number> = $derived.by(() => {
    const counts = new Map<Id, number>();
    for (const id of this.#all('participant').keys()) {
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

  /** Whether the step lets this role write ideas now. The server has the last word. */
  readonly writingOpen = $derived.by(() => {
    const role = this.who?.role;
    if (role === undefined || !this.step) return false;
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
    this.session.setPresence({ writingAt: writing ? this.myTable : '0', handRaised: false });
  }

  #all<K extends KindName>(kind: K): ReadonlyMap<Id, Records[K]> {
    void this.#versions[kind];
    return this.session.replica.all(kind);
  }

  #sessionPart<T>(read: (session: Session) => T): T {
    void this.#session;
    return read(this.session);
  }

  #note(changes: Changes): void {
    if (changes.everything) {
      for (const kind of kindNames) this.#versions[kind] += 1;
      this.#texts += 1;
    }
    for (const kind of changes.records.keys()) this.#versions[kind] += 1;
    if (changes.texts.size > 0) this.#texts += 1;
    if (changes.session) this.#session += 1;
    if (changes.presence) this.#presence += 1;
  }
}

function withIds<T extends object>(records: ReadonlyMap<Id, T>): (T & { id: Id })[] {
  return [...records].map(([id, record]) => ({ ...record, id }));
}
