import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inBatches } from "./in-batches";

/** A database that does one thing at a time and notes when it does something while the program is making. */
function recorded(batches: number, failing: { make?: number; write?: number } = {}) {
  const done: string[] = [];
  const together: string[] = [];
  let given = 0;
  let making: number | null = null;
  let atWork = false;
  const database = async <T>(what: string, result: T): Promise<T> => {
    expect(atWork).toBe(false);
    atWork = true;
    await nextTurn();
    if (making !== null) together.push(`${what} while making ${making}`);
    await nextTurn();
    atWork = false;
    done.push(what);
    return result;
  };
  const work = {
    read: () => {
      const batch = given < batches ? given++ : null;
      return database(`read ${batch}`, batch);
    },
    make: async (batch: number) => {
      making = batch;
      for (let turn = 0; turn < 10; turn += 1) await nextTurn();
      making = null;
      if (failing.make === batch) throw new Error(`make ${batch}`);
      return batch;
    },
    write: async (made: number) => {
      await database(`write ${made}`, null);
      if (failing.write === made) throw new Error(`write ${made}`);
    },
  };
  return { work, done, together, isAtWork: () => atWork };
}

describe("inBatches", () => {
  it("writes all that was read, in order, and reads and writes while the program is making", async () => {
    const { work, done, together } = recorded(3);
    await inBatches(work);
    expect(done.filter((what) => what.startsWith("write"))).toEqual([
      "write 0",
      "write 1",
      "write 2",
    ]);
    expect(together).toContain("read 1 while making 0");
    expect(together).toContain("write 0 while making 1");
    expect(together).toContain("read 2 while making 1");
  });

  it("does nothing where there is nothing", async () => {
    const { work, done } = recorded(0);
    await inBatches(work);
    expect(done).toEqual(["read null"]);
  });

  it("fails as its parts do, with nothing at work any more", async () => {
    for (const failing of [{ make: 1 }, { write: 0 }, { write: 2 }]) {
      const { work, isAtWork } = recorded(3, failing);
      const [[what, batch] = []] = Object.entries(failing);
      await expect(inBatches(work)).rejects.toThrow(`${what} ${batch}`);
      expect(isAtWork()).toBe(false);
    }
  });
});
