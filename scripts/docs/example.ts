import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { REGIME_IDS } from "@/lib/compliance/rule-set";

const FOLDER = fileURLToPath(new URL("../../docs/examples/", import.meta.url));
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SPAN = /^\d{4}-\d{2}-\d{2}\.\.(\d{4}-\d{2}-\d{2})?$/;

const answer = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** A worked example of docs/rules.md: facts, settings, and what the engine must answer on which day. */
const example = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** One or two sentences: what it shows. */
  shows: z.string(),
  regime: z.enum(REGIME_IDS).default("kg"),
  citizenship: z.string().length(2),
  /** Stays as "first day..last day"; the last may be left open. */
  inside: z.array(z.string().regex(SPAN)).default([]),
  /** In and out on one day, on the weekdays from Monday (1) to `upTo`. */
  trips: z
    .strictObject({ upTo: z.number(), from: z.string().regex(DAY), to: z.string().regex(DAY) })
    .optional(),
  /** Where a log is broken: "2025-09-01 entry". */
  crossings: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2} (entry|exit)$/)).default([]),
  /** "dormitory 2025-11-25..2026-06-30", granted unless a status follows. */
  grounds: z.array(z.string()).default([]),
  birth: z.string().regex(DAY).optional(),
  /** Answers to open questions by their id, in the words of the regime's file. */
  settings: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  holidays: z.array(z.string().regex(DAY)).default([]),
  academicYear: z.string().regex(SPAN).optional(),
  /** For what would be asked for in a registration request. */
  documentExpires: z.string().regex(DAY).optional(),
  /** Day by day, what is answered; the keys are those of ANSWERS in answers-of.ts. */
  on: z.record(z.string().regex(DAY), z.record(z.string(), answer)),
});

export type Example = z.infer<typeof example>;
export type Answer = z.infer<typeof answer>;

/** All examples of docs/examples, by the name of their file and in its order. Throws on a malformed one. */
export function readExamples(): Example[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((name) => {
    const read = z.array(example).safeParse(JSON.parse(readFileSync(`${FOLDER}${name}`, "utf8")));
    if (!read.success) throw new Error(`docs/examples/${name}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}
