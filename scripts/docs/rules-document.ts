import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isRegimeId, type RuleSet, ruleSetFor } from "@/lib/compliance/rule-set";
import { type Example, readExamples } from "./example";
import {
  holidaysTable,
  limitsTable,
  questionsList,
  regimeSummary,
  registrationTable,
  sourcesTable,
} from "./regime-tables";
import { renderExample } from "./render-example";

const DOCS = new URL("../../docs/", import.meta.url);
export const RULES_PATH = fileURLToPath(new URL("rules.md", DOCS));
const TEMPLATE_PATH = fileURLToPath(new URL("rules.template.md", DOCS));

const OF_REGIME: Record<string, (ruleSet: RuleSet) => string> = {
  limits: limitsTable,
  registration: registrationTable,
  questions: questionsList,
  holidays: holidaysTable,
  summary: regimeSummary,
};

/** A line of the template that asks for something: "{{limits kg}}", "{{example two-stays}}", "{{sources}}". */
const MARK = /^\{\{(\w+)(?: ([\w-]+))?\}\}$/gm;

/** The examples that the template shows, in its order. */
export function shownExamples(template: string): string[] {
  return [...template.matchAll(MARK)]
    .filter(([, what]) => what === "example")
    .map(([, , id = ""]) => id);
}

export function readTemplate(): string {
  return readFileSync(TEMPLATE_PATH, "utf8");
}

/** docs/rules.md: the prose of the template, with tables from the regimes and the examples of docs/examples. */
export function rulesDocument(): string {
  const examples = new Map(readExamples().map((example) => [example.id, example]));
  return readTemplate().replace(MARK, (mark, what: string, name = "") =>
    filled(mark, what, name, examples),
  );
}

function filled(
  mark: string,
  what: string,
  name: string,
  examples: ReadonlyMap<string, Example>,
): string {
  if (what === "sources" && name === "") return sourcesTable();
  const example = what === "example" ? examples.get(name) : undefined;
  if (example !== undefined) return renderExample(example);
  const write = OF_REGIME[what];
  if (write === undefined || !isRegimeId(name)) throw new Error(`rules.template.md: ${mark}`);
  return write(ruleSetFor(name));
}
