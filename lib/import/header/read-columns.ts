import { type Answers, NO_ANSWERS } from "../answers";
import type { Field, ImportKind } from "../fields";
import { type Mapping, recogniseColumns } from "../header-mapping";
import type { ImportOptions } from "../import-options";
import { isTemplate, NO_OWN, ownColumns } from "../own-headings";
import { type Recalled, recall } from "../remembered-mapping";
import { asideOf } from "../rows/aside";
import { fieldsOf, rivalOf, type Target } from "../targets";
import { dormitoryOfTitles } from "../values/dormitory";
import { calledByContents } from "./by-contents";
import type { Headed } from "./read-head";
import type { Confidence, Recognised, RecognisedBy } from "./recognise";
import { unreadSeries } from "./series-column";

/** A column of the file and what it is read as, with how sure that is and its first values. */
export type ColumnReading = {
  heading: string;
  /** Null: it is not read. */
  target: Target | null;
  /** What it might be, where that is too unsure to be read unasked. */
  proposal: Target | null;
  confidence: Confidence | null;
  by: RecognisedBy | null;
  samples: readonly string[];
};

export type ColumnsRead = {
  mapping: Mapping;
  columns: readonly ColumnReading[];
  recalled: Recalled | null;
  /** What was answered, with the values for all rows that the earlier file had, or that stand above the heading. */
  answers: Answers;
  /** True: the dormitory of all rows is the one that a row above the heading names. */
  fromTitle: boolean;
};

const SHOWN = 3;

/** What each column is: as a person said, else as in an earlier file with this header, else as heading and values tell. */
export function readColumns<K extends ImportKind>(
  head: Headed,
  options: ImportOptions<K>,
): ColumnsRead {
  const { kind, mapping, answers = NO_ANSWERS, dormitories = [] } = options;
  const { header } = head;
  const own = ownColumns(header, options.own ?? NO_OWN);
  // The program's own columns are no part of the file: nothing is read from them, and nothing remarked about them.
  const headings = header.map((heading, column) => (own.has(column) ? "" : heading));
  const values = header.map((_, column) => (own.has(column) ? [] : valuesOf(head, column)));
  // Whoever fills in a template does so by whichever of its columns they know.
  const ours = isTemplate(headings, options.own ?? NO_OWN);
  const found = recogniseColumns(kind, headings, values, ours);
  const recalled = mapping ? null : recalledFor(headings, options);
  const lost = recalled && unreadSeries(kind, headings, recalled.mapping, found, values);
  const settled = recalled ? lateComers(recalled, found) : found;
  const read = header.map((heading, column) => ({
    heading,
    ...(mapping
      ? asBefore(heading, mapping[column] ?? null, options.before?.[column])
      : readingOf(column, settled[column] ?? null, own.has(column) ? null : recalled, values)),
    ...(own.has(column) && !mapping ? BY_PROGRAM : {}),
    ...(lost?.column === column ? { ...SERIES_LEFT, by: lost.by } : {}),
    samples: [...new Set(values[column])].slice(0, SHOWN),
  }));
  const columns = mapping ? read : calledByContents(read, values);
  const targets = mapping ?? columns.map(({ target }) => target);
  const hall =
    kind === "residents" && !targets.includes("dormitory")
      ? dormitoryOfTitles(
          head.titles.map(({ text }) => text),
          dormitories,
        )
      : null;
  const given = { ...recalled?.constants, ...(hall !== null && { dormitory: hall }) };
  const whole = withConstants(answers, given, targets);
  return {
    mapping: targets,
    columns,
    recalled,
    answers: ofItsColumns(whole, targets),
    fromTitle: hall !== null && whole.constants.dormitory === hall,
  };
}

/**
 * Values for all rows that the earlier file had or a title gives, but for what this file has columns for or was answered.
 * Of a layout that several dormitories use, the title says whose list it is now.
 */
function withConstants(
  answers: Answers,
  constants: Answers["constants"],
  mapping: Mapping,
): Answers {
  const mapped = new Set(mapping.flatMap((target) => (target ? fieldsOf(target) : [])));
  const given = Object.entries(constants).filter(([field]) => !mapped.has(field as Field));
  return { ...answers, constants: { ...Object.fromEntries(given), ...answers.constants } };
}

/** Only a column that is there can have empty cells: what was said of another erases nothing. */
function ofItsColumns({ erase, ...answers }: Answers, mapping: Mapping): Answers {
  if (erase === undefined) return answers;
  const own: readonly Field[] = mapping.flatMap((target) =>
    target === null ? [] : fieldsOf(target),
  );
  return { ...answers, erase: erase.filter((field) => own.includes(field)) };
}

/** So much of a value is looked at to see what a column holds. */
const LOOKED_AT = 200;

function valuesOf({ next }: Headed, column: number): string[] {
  return next
    .filter(({ cells }) => asideOf(cells) === null)
    .map(({ cells }) => cells[column]?.trim().slice(0, LOOKED_AT) ?? "")
    .filter((value) => value !== "");
}

/** Columns that the earlier file did not have are recognised anew, but take nothing from those it had. */
function lateComers(
  recalled: Recalled,
  found: readonly (Recognised | null)[],
): (Recognised | null)[] {
  const taken = new Set(recalled.mapping.flatMap((target) => (target ? [rivalOf(target)] : [])));
  return found.map((one) => (one && taken.has(rivalOf(one.target)) ? null : one));
}

/** A template of the program is not compared with the file of another source, only with what was filled in of it before. */
function recalledFor<K extends ImportKind>(
  headings: readonly string[],
  { remembered = [], own = NO_OWN }: ImportOptions<K>,
): Recalled | null {
  if (!isTemplate(headings, own)) return recall(remembered, headings);
  const templates = remembered.filter(({ columns }) => {
    const before = columns.map(({ heading }) => heading);
    const added = ownColumns(before, own);
    return isTemplate(
      before.filter((_, column) => !added.has(column)),
      own,
    );
  });
  return recall(templates, headings);
}

const BY_PROGRAM = { target: null, proposal: null, confidence: null, by: "program" } as const;

/** "№ п/п" and its like: nothing that has a name, 1, 2, 3 and so on from the first row. */
function countsRows(values: readonly string[]): boolean {
  const counted = values.every((value, at) => value.replace(/\.$/, "") === String(at + 1));
  return values.length > 1 && counted;
}

/** Left out of a number a series is lost: that an earlier file was read without it is told. */
const SERIES_LEFT = { target: null, proposal: "document_series", confidence: "unsure" } as const;

type Read = Pick<ColumnReading, "target" | "proposal" | "confidence" | "by">;

function readingOf(
  column: number,
  found: Recognised | null,
  recalled: Recalled | null,
  values: readonly (readonly string[])[],
): Read {
  if (recalled?.known[column]) return decided(recalled.mapping[column] ?? null, "memory");
  if (found === null) {
    const by = countsRows(values[column] ?? []) ? "counting" : null;
    return { target: null, proposal: null, confidence: null, by };
  }
  const { target, confidence, by } = found;
  const unsure = confidence === "unsure";
  return { target: unsure ? null : target, proposal: unsure ? target : null, confidence, by };
}

/** A column of a mapping that is given: as it was told before where that is what it was read as, else a person's choice. */
function asBefore(heading: string, target: Target | null, before: ColumnReading | undefined): Read {
  if (before?.heading !== heading || before.target !== target) return decided(target, "person");
  const { proposal, confidence, by } = before;
  return { target, proposal, confidence, by };
}

function decided(target: Target | null, by: "person" | "memory"): Read {
  return { target, proposal: null, confidence: target === null ? null : "sure", by };
}
