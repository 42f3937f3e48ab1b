/**
 * Lets a producer of bytes run only while the consumer of rows waits for one. The reader in between
 * parses all that it is given and queues the rows, so that without this a slow consumer (a database)
 * would end with the whole sheet in memory.
 */
export class Demand {
  #waiting = false;
  #ended = false;
  #wake: (() => void) | null = null;

  /** The consumer asks for a row … */
  begin(): void {
    this.#waiting = true;
    this.#wake?.();
  }

  /** … and has one. */
  satisfied(): void {
    this.#waiting = false;
  }

  /** The consumer wants no more. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Resolves when the consumer still waits after all that was ready has been taken; false: it has gone. */
  async next(): Promise<boolean> {
    do {
      if (!this.#waiting && !this.#ended) await this.#woken();
      // Queued rows are taken within one turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
    } while (!this.#waiting && !this.#ended);
    return !this.#ended;
  }

  async #woken(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = null;
  }
}
