// The tables' syntheses: lines in the people's words that cite ideas, validated by the table.
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import { Kept } from './kept';
import { inSequence } from './order';
import type { CardView, TableView } from './views';

export interface LineView {
  readonly id: Id;
  readonly tableId: Id;
  readonly text: string;
  /** The ideas that it cites and that everybody may see. */
  readonly cards: readonly CardView[];
  /** All the ideas that it cites. */
  readonly cardIds: readonly Id[];
  /** The line that it comes behind, "0": first. */
  readonly after: Id;
  readonly withdrawn: boolean;
  /** On this device only, so far. */
  readonly waiting: boolean;
  readonly atMs: number;
}

export interface SynthesisView {
  /** The table's id. */
  readonly id: Id;
  readonly table: TableView;
  /** In order, without the withdrawn ones. */
  readonly lines: readonly LineView[];
  readonly withdrawnLines: readonly LineView[];
  readonly validated: boolean;
  readonly validatedAtMs: number;
  readonly waiting: boolean;
}

export class SynthesesState {
  readonly #cafe: CafeState;
  readonly #lines = new Kept<LineView>();
  readonly #syntheses = new Kept<SynthesisView>();

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  /** Every line, by the table's id, in order; withdrawn ones too. */
  readonly #linesOfTables: ReadonlyMap<Id, readonly LineView[]> = $derived.by(() => {
    const { source, cardsById } = this.#cafe;
    const found = new Map<Id, LineView[]>();
    for (const line of inSequence(source.list('synthesisLine'))) {
      const record = source.get('synthesisLine', line.id);
      const text = source.text(line.id);
      const cards = line.cards.flatMap((id) => cardsById.get(id) ?? []);
      const waiting = source.isWaiting(line.id);
      const view = this.#lines.view(line.id, [record, text, cards, waiting], () => ({
        id: line.id,
        tableId: line.table,
        text,
        cards,
        cardIds: line.cards,
        after: line.after,
        withdrawn: line.withdrawn,
        waiting,
        atMs: line.createdAtMs,
      }));
      found.set(line.table, [...(found.get(line.table) ?? []), view]);
    }
    return found;
  });

  /** One a table, in the order of the tables, also where nothing is written yet. */
  readonly all: readonly SynthesisView[] = $derived.by(() =>
    this.#cafe.tables.map((table) => this.#view(table)),
  );

  /** Every line, by its id. */
  readonly linesById: ReadonlyMap<Id, LineView> = $derived(
    new Map([...this.#linesOfTables.values()].flat().map((line) => [line.id, line])),
  );

  /** Undefined when there is no such table. */
  of(table: Id): SynthesisView | undefined {
    return this.all.find((each) => each.id === table);
  }

  /** The synthesis of the table that this device writes at. */
  readonly mine = $derived.by(() => this.of(this.#cafe.myTable));

  /** The lines that cite an idea. */
  citing(card: Id): readonly LineView[] {
    return this.all.flatMap(({ lines }) => lines.filter((line) => line.cardIds.includes(card)));
  }

  #view(table: TableView): SynthesisView {
    const { source } = this.#cafe;
    const record = source.get('synthesis', table.id);
    const lines = this.#linesOfTables.get(table.id) ?? [];
    const waiting = lines.some((line) => line.waiting) || source.isWaiting(table.id);
    return this.#syntheses.view(table.id, [table, record, lines, waiting], () => ({
      id: table.id,
      table,
      lines: lines.filter((line) => !line.withdrawn),
      withdrawnLines: lines.filter((line) => line.withdrawn),
      validated: record?.validated ?? false,
      validatedAtMs: record?.validatedAtMs ?? 0,
      waiting,
    }));
  }
}
