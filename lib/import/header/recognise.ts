import type { ImportKind } from "../fields";
import { orderOf } from "../name-order";
import { NAME_ORDERS, rivalOf, type Target } from "../targets";
import { type HeadingsOf, readHeading } from "./known-headings";
import { likeHeading } from "./spelling";
import { evidenceFor, guessByValues } from "./value-evidence";

export type Confidence = "sure" | "likely" | "unsure";

/** What a column was recognised by; program: it is one that the program itself has added; counting: it only counts the rows. */
export type RecognisedBy =
  | "heading"
  | "abbreviation"
  | "spelling"
  | "values"
  | "memory"
  | "person"
  | "program"
  | "counting";

export type Recognised = { target: Target; confidence: Confidence; by: RecognisedBy };

/** Values of a column, blank ones left out, to hold a heading against. */
export type Samples = readonly string[];

/**
 * What each column is, as far as heading and values tell, with how sure that is; null: nothing.
 * Of two columns that claim one target the surer keeps it, the other is not proposed; where both are sure,
 * both stay, for a person to decide; where both are likely, both are only proposed.
 */
export function recognise(
  kind: ImportKind,
  header: readonly string[],
  samples: readonly Samples[],
  headings: HeadingsOf = kind,
): (Recognised | null)[] {
  const found = header.map((heading, column) =>
    recogniseOne(kind, headings, heading, samples[column] ?? []),
  );
  return settle(found);
}

function recogniseOne(
  kind: ImportKind,
  headings: HeadingsOf,
  heading: string,
  values: Samples,
): Recognised | null {
  const written = byHeading(headings, heading) ?? bySpelling(headings, heading);
  if (written === null) {
    const target = guessByValues(kind, values);
    return target && { target, confidence: "unsure", by: "values" };
  }
  return inOrder(weigh(written, evidenceFor(kind, written.target, values)), values);
}

/**
 * Names that visibly stand the other way round than the heading says are for a person to decide; where no name
 * shows its order, the heading alone is not sure of it.
 */
function inOrder(found: Recognised | null, values: Samples): Recognised | null {
  const expected = found && NAME_ORDERS[found.target];
  if (!found || !expected || values.length === 0) return found;
  const shown = orderOf(values);
  if (shown === expected) return found;
  if (shown === null)
    return found.confidence === "sure" ? { ...found, confidence: "likely" } : found;
  const target = shown === "givenFirst" ? "full_name_given_first" : "full_name";
  return { ...found, target, confidence: "unsure" };
}

function byHeading(kind: HeadingsOf, heading: string): Recognised | null {
  const known = readHeading(kind, heading);
  if (known === null) return null;
  const confidence = { strong: "sure", weak: "likely", open: "unsure" } as const;
  return { target: known.target, confidence: confidence[known.strength], by: "heading" };
}

function bySpelling(kind: HeadingsOf, heading: string): Recognised | null {
  const like = likeHeading(kind, heading);
  return like && { target: like.target, confidence: like.near ? "likely" : "unsure", by: like.by };
}

/** Values make a likeness likelier or unlikelier; a heading that may mean two things they do not decide. */
function weigh(written: Recognised, evidence: ReturnType<typeof evidenceFor>): Recognised | null {
  const { confidence, by } = written;
  if (evidence === "agrees" && confidence === "unsure" && by !== "heading") {
    return { ...written, confidence: "likely" };
  }
  if (evidence !== "contradicts") return written;
  if (confidence === "unsure") return null;
  return { ...written, confidence: confidence === "sure" ? "likely" : "unsure" };
}

const RANK: Readonly<Record<Confidence, number>> = { sure: 2, likely: 1, unsure: 0 };

function settle(found: readonly (Recognised | null)[]): (Recognised | null)[] {
  const claims = new Map<Target, Confidence[]>();
  for (const one of found) {
    if (one === null) continue;
    const rival = rivalOf(one.target);
    claims.set(rival, [...(claims.get(rival) ?? []), one.confidence]);
  }
  return found.map((one) => {
    if (one === null) return null;
    const others = claims.get(rivalOf(one.target)) ?? [];
    const best = Math.max(...others.map((confidence) => RANK[confidence]));
    if (RANK[one.confidence] < best) return null;
    const tied = others.filter((confidence) => RANK[confidence] === best).length > 1;
    return tied && one.confidence === "likely" ? { ...one, confidence: "unsure" } : one;
  });
}
