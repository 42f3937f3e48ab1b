"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import type { GridRow } from "@/lib/db/import/grid-words";
import type { Outcome } from "@/lib/db/import/import-words";
import type { Severity } from "@/lib/db/import/severity";
import { dateReadAt } from "../date-read";
import { gravest, SIGNS } from "../remark-signs";
import { useRemarkWords } from "../remark-words";

export const remarksAt = (row: GridRow, column: number) =>
  row.issues.filter((remark) => remark.column === column);

/** What the file has in a mended cell; undefined: it is not mended. */
export function originalAt(row: GridRow, column: number): string | null | undefined {
  return row.original.find(([at]) => at === column)?.[1];
}

/** All that cells say, found once for the grid: there are hundreds of them, and others with every step of scrolling. */
export function useGridWords() {
  const t = useTranslations("imports.grid");
  const outcomes = useTranslations("imports.outcomeOfRow");
  const remark = useRemarkWords();
  const locale = useLocale();
  return useMemo(
    () => ({
      remark,
      dateRead: (row: GridRow, column: number) => dateReadAt(row, column, locale),
      outcome: (outcome: Outcome) => outcomes(outcome),
      severity: (severity: Severity) => t(`severities.${severity}`),
      wasInFile: (text: string) => t("wasInFile", { text }),
      unchecked: t("unchecked"),
      noCell: t("noCell"),
    }),
    [t, outcomes, remark, locale],
  );
}

export type GridWords = ReturnType<typeof useGridWords>;

/** One cell of the file: its text, a sign for what is said of it, a pen where it was mended. */
export function GridCell({
  row,
  column,
  words,
}: {
  row: GridRow;
  column: number;
  words: GridWords;
}) {
  const text = row.cells[column];
  const remarks = remarksAt(row, column);
  const severity = gravest(remarks);
  const was = originalAt(row, column);
  const read = words.dateRead(row, column);
  return (
    <>
      {severity ? (
        <>
          <Icon name={SIGNS[severity].icon} className={SIGNS[severity].ink} />
          <span className="sr-only">{`${words.severity(severity)}: `}</span>
        </>
      ) : null}
      {was === undefined ? null : <Icon name="pen" className="text-lake" />}
      <span className="truncate" title={remarks.map(words.remark).join("; ") || text}>
        {text === undefined ? <span className="text-muted">{words.noCell}</span> : text}
        {read === null ? null : <span className="text-muted"> {read}</span>}
      </span>
      {was === undefined ? null : <span className="sr-only">{words.wasInFile(was ?? "")}</span>}
    </>
  );
}

/** What becomes of a row, in a word. */
const wordOf = (row: GridRow, words: Pick<GridWords, "unchecked" | "outcome">) =>
  row.unchecked && !row.leftOut
    ? words.unchecked
    : words.outcome(row.leftOut ? "leftOut" : row.outcome);

/** The number of a row, and what becomes of it: a sign and its word, which is heard only where there is no room for it. */
export function RowHead({
  row,
  words,
  isNarrow,
}: {
  row: GridRow;
  words: GridWords;
  isNarrow: boolean;
}) {
  const { icon, ink } = outcomeSign(row);
  const word = wordOf(row, words);
  const looks = isNarrow ? "sr-only" : `truncate ${row.leftOut ? "line-through" : ""}`;
  return (
    <>
      <span className={isNarrow ? "flex-1 text-right" : "min-w-12 shrink-0 text-right"}>
        {row.rowNo}
      </span>
      <Icon name={icon} className={ink} />
      <span className={looks} title={word}>
        {word}
      </span>
    </>
  );
}

/** The sign and the word as they are told of the row that has the cursor. */
export function RowState({
  row,
  words,
}: {
  row: GridRow;
  words: Pick<GridWords, "unchecked" | "outcome">;
}) {
  const { icon, ink } = outcomeSign(row);
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon name={icon} className={ink} /> {wordOf(row, words)}
    </span>
  );
}

function outcomeSign(row: GridRow): { icon: IconName; ink: string } {
  if (row.leftOut) return { icon: "close", ink: "text-muted" };
  if (row.unchecked) return { icon: "pen", ink: "text-lake" };
  switch (row.outcome) {
    case "wrong":
    case "unknownStudent":
    case "toConfirm":
      return SIGNS.error;
    case "leftOut":
    case "aside":
      return { icon: "close", ink: "text-muted" };
    default: {
      const severity = gravest(row.issues);
      return severity ? SIGNS[severity] : { icon: "check", ink: "text-covered" };
    }
  }
}
