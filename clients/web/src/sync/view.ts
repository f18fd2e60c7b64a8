// The café as a page sees it: the confirmed state with this device's waiting commands on top.
import type { Id, KindName, Records, ReplicaView, Words } from './api';
import type { Overlay } from './overlay';
import type { Replica } from './replica';
import { TextState } from './text';

export class CafeView implements ReplicaView {
  loaded = false;
  readonly #replica: Replica;
  readonly #overlay: () => Overlay;
  #joined = new Map<KindName, ReadonlyMap<Id, unknown>>();
  /** One object for all the texts that nobody has written, so that `===` holds. */
  readonly #empty = new Map<Id, TextState>();

  /** `overlay` gives the present one; after it has changed, renew() must be called. */
  constructor(replica: Replica, overlay: () => Overlay) {
    this.#replica = replica;
    this.#overlay = overlay;
  }

  /** Something in the state or the overlay has changed. */
  renew(): void {
    this.#joined.clear();
  }

  get seq(): number {
    return this.#replica.seq;
  }

  get atMs(): number {
    return this.#replica.atMs;
  }

  get<K extends KindName>(kind: K, id: Id): Records[K] | undefined {
    return this.#overlay().get(kind, id);
  }

  all<K extends KindName>(kind: K): ReadonlyMap<Id, Records[K]> {
    const confirmed = this.#replica.all(kind);
    const changed = this.#overlay().changed(kind);
    if (changed.size === 0) return confirmed;
    const known = this.#joined.get(kind) as ReadonlyMap<Id, Records[K]> | undefined;
    if (known) return known;
    const joined = new Map([...confirmed, ...changed]);
    this.#joined.set(kind, joined);
    return joined;
  }

  text(id: Id): TextState {
    const text = this.#overlay().text(id);
    if (text.pieces.length > 0) return text;
    const empty = this.#empty.get(id) ?? text;
    this.#empty.set(id, empty);
    return empty;
  }

  words(id: Id): readonly Words[] {
    const overlay = this.#overlay();
    return overlay.text(id).pieces.map((piece) => ({
      characters: piece.characters,
      author: piece.author,
      device: piece.device,
      atMs: piece.atMs,
      hidden: piece.hidden,
      waiting: overlay.isWaitingRun(piece.run),
    }));
  }

  isWaiting(id: Id): boolean {
    return this.#overlay().isWaiting(id);
  }

  digest(): string {
    return this.#replica.digestHex();
  }
}
