import "server-only";
import type { Digest } from "./digest";
import type { FileQuestion, WordGroup } from "./import-words";

const ROWS = 3;

/** The words of an import that a person gives, or has given, a meaning to: those in most rows first. */
export function wordGroupsOf({ groups }: Pick<Digest, "groups">): WordGroup[] {
  return groups.flatMap((group) => {
    if (group.told !== "word") return [];
    const { field, word, meaning, times, rows } = group;
    return [{ field, word, meaning, count: times, rows: rows.slice(0, ROWS) }];
  });
}

const QUESTIONS = ["ambiguousDate", "birthCentury", "lostZero", "serialDate"] as const;

/** The questions that the rows of an import ask. */
export function fileQuestionsOf({ groups }: Pick<Digest, "groups">): FileQuestion[] {
  return QUESTIONS.flatMap((code) => {
    const asking = groups.filter((group) => group.told === "remark" && group.code === code);
    const rows = [...new Set(asking.flatMap(({ rows }) => rows))].sort((a, b) => a - b);
    const count = asking.reduce((sum, { times }) => sum + times, 0);
    if (count === 0) return [];
    const shown = asking.map(({ params }) => params["onlyMonthFirst"]).find((date) => date);
    const question = { code, count, rows: rows.slice(0, ROWS) };
    return [shown === undefined ? question : { ...question, onlyMonthFirst: String(shown) }];
  });
}
