import { expect, test } from "vitest";
import { askAgain } from "./ask-again";

/** Asks so many times; `answers` come in turn, an Error is a question that fails. */
async function asked(rounds: number, answers: (string | Error)[], busy: boolean[] = []) {
  const told: (string | null)[] = [];
  const running = { now: 0, most: 0 };
  let round = 0;
  await askAgain<string>({
    pause: async () => {
      round += 1;
      return round <= rounds;
    },
    isBusy: () => busy[round - 1] ?? false,
    ask: async () => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await Promise.resolve();
      running.now -= 1;
      const answer = answers.shift() ?? "none left";
      if (answer instanceof Error) throw answer;
      return answer;
    },
    tell: (answer) => told.push(answer),
  });
  return { told, most: running.most };
}

test("one question follows the answer to the one before", async () => {
  expect(await asked(3, ["a", "b", "c"])).toEqual({ told: ["a", "b", "c"], most: 1 });
});

test("a question that fails is told and asked again", async () => {
  expect((await asked(3, ["a", new Error("away"), "b"])).told).toEqual(["a", null, "b"]);
});

test("nothing is asked while the last answer is dealt with", async () => {
  expect((await asked(3, ["a", "b"], [false, true, false])).told).toEqual(["a", "b"]);
});

test("nothing is asked when it is over before it begins", async () => {
  expect((await asked(0, ["a"])).told).toEqual([]);
});
