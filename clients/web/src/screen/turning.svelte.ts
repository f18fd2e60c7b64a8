// Pages that turn by themselves, calmly; they stop while something else is looked at.

export class Turning {
  #index = $state(0);
  readonly #times: () => readonly number[];

  /**
   * `times` are how long each page stays, in milliseconds; one page never turns. To be made while a
   * component is made: it turns as long as the component is there.
   */
  constructor(times: () => readonly number[], paused: () => boolean = () => false) {
    this.#times = times;
    $effect(() => {
      const count = times().length;
      const ms = times()[this.index];
      if (count < 2 || ms === undefined || paused()) return;
      const timer = setTimeout(() => {
        this.#index = (this.index + 1) % count;
      }, ms);
      return () => clearTimeout(timer);
    });
  }

  /** The page to show: the last one when the one that was shown is no longer there. */
  get index(): number {
    return Math.max(0, Math.min(this.#index, this.#times().length - 1));
  }

  get count(): number {
    return this.#times().length;
  }
}
