// Which of an outbox's tokens a connection uses: while a Join has no outcome, the server may know
// the device by either of two.
import type { Outbox } from './outbox';

/** The server knows no such token, or knows the device by another one. */
const wrongTokenCodes = [4500, 4501];

export class TokenChoice {
  #index = 0;
  /** How many the server has refused since a Welcome. */
  #refused = 0;

  /** Begins with the likeliest one. */
  begin(): void {
    this.#index = 0;
    this.#refused = 0;
  }

  welcomed(): void {
    this.#refused = 0;
  }

  joined(): void {
    this.#index = 0;
  }

  of(outbox: Outbox | undefined): string {
    return outbox?.tokens[this.#index] ?? '';
  }

  /** The server closed with this code: whether there is another token to try. */
  tryAnother({ tokens }: Outbox, code: number): boolean {
    this.#refused += 1;
    const another = this.#refused < tokens.length && wrongTokenCodes.includes(code);
    if (another) this.#index = (this.#index + 1) % tokens.length;
    return another;
  }
}
