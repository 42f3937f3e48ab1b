import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";

/** What is done of a long work before others may have the processor: some ten milliseconds, so that no page waits. */
const AT_A_STRETCH = 3000;
/** What a student is work of, beside each crossing. */
const OF_A_STUDENT = 10;

/** Gives others the processor now and then in a work that goes student by student. */
export class Turns {
  #done = 0;

  /** To be awaited after a student of so many crossings. */
  async after(crossings: number): Promise<void> {
    this.#done += OF_A_STUDENT + crossings;
    if (this.#done < AT_A_STRETCH) return;
    this.#done = 0;
    await nextTurn();
  }
}
