import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { answersOf } from "./answers-of";
import { readExamples } from "./example";
import { RULES_PATH, readTemplate, rulesDocument, shownExamples } from "./rules-document";

const examples = readExamples();

describe("the worked examples of docs/rules.md", () => {
  const days = examples.flatMap((example) =>
    Object.entries(example.on).map(([on, expected]) => ({ example, on, expected })),
  );

  it.each(days.map((one) => [one.example.id, one.on, one] as const))(
    "%s: the engine answers on %s what the text says",
    (_, on, { example, expected }) => {
      expect(answersOf(example, on)).toEqual(expected);
    },
  );

  it("are each shown exactly once", () => {
    expect(shownExamples(readTemplate()).sort()).toEqual(examples.map(({ id }) => id).sort());
  });

  it("show every answer to every open question", () => {
    const given = new Set(
      examples.flatMap(({ settings }) =>
        Object.entries(settings).flatMap(([id, texts]) =>
          [texts].flat().map((text) => `${id} ${text}`),
        ),
      ),
    );
    const { questions } = ruleSetFor("kg");
    const switched = questions.filter(({ setting }) => setting !== null);
    const answers = switched.flatMap(({ id, values }) => values.map((value) => `${id} ${value}`));
    expect(answers.filter((answer) => !given.has(answer))).toEqual([]);
  });

  it("show every regime and every ground of stay", () => {
    expect(new Set(examples.map(({ regime }) => regime)).size).toBe(6);
    const kinds = new Set(
      examples.flatMap(({ grounds }) => grounds.map((text) => text.split(" ")[0])),
    );
    expect([...kinds].sort()).toEqual([...ruleSetFor("kg").pausingKinds].sort());
  });
});

describe("docs/rules.md", () => {
  it("is what `npm run docs` writes", () => {
    expect(readFileSync(RULES_PATH, "utf8")).toBe(rulesDocument());
  });
});
