import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { inARow } from "@/components/ui/in-a-row";
import { useQuoted } from "@/components/ui/use-quoted";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { columnLetters, useReadingWords } from "./reading-words";
import { otherSheets } from "./unread-sheets";

type Format = NonNullable<ImportRecord["format"]>;

/** How the file was read, and everything in it that was passed over or is easily overlooked. */
export function ReadingTold({ format, mayChange }: { format: Format; mayChange: boolean }) {
  const sentences = useSentences(format, mayChange ? "yes" : "no");
  return (
    <div className="space-y-3">
      <DescriptionList items={useItems(format)} />
      {format.sample && format.sample.length > 0 ? (
        <Sample lines={format.sample} mayChange={mayChange} />
      ) : null}
      {sentences.length > 0 ? (
        <ul className="list-disc space-y-1 pl-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function useItems(format: Format) {
  const t = useTranslations("imports.reading");
  const { encodingName, delimiterName } = useReadingWords();
  const items =
    format.type === "csv"
      ? [
          { term: t("encoding"), value: format.encoding ? encodingName(format.encoding) : "–" },
          { term: t("delimiter"), value: delimiterName(format.delimiter ?? "") },
        ]
      : [{ term: t("sheet"), value: format.sheet }];
  if (format.headerRowNo === undefined) return items;
  const to = format.headerRowNo;
  const from = to - (format.headerRows ?? 1) + 1;
  const value =
    format.headerRows === 0
      ? t("noHeading", { row: to + 1 })
      : t("headingRows", { from, to, joined: to > from ? "yes" : "no" });
  return [...items, { term: t("heading"), value }];
}

function Sample({ lines, mayChange }: { lines: readonly string[]; mayChange: boolean }) {
  const t = useTranslations("imports.reading");
  return (
    <figure className="space-y-1">
      <figcaption className="text-muted text-sm">
        {t("sample", { change: mayChange ? "yes" : "no" })}
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-rule bg-sheet px-3 py-2 text-sm"
      >
        {lines.join("\n")}
      </pre>
    </figure>
  );
}

/** So many are named; a person who goes to look sees the others. */
const AREAS_TOLD = 10;

/** Merged cells below the heading, where they leave rows without a value. */
function mergedBelow({ mergedAreas, headerRowNo }: Format): string[] {
  const lastRow = (area: string) => Number(/\d+$/.exec(area)?.[0] ?? 0);
  return (mergedAreas ?? []).filter((area) => lastRow(area) > (headerRowNo ?? 0));
}

const SETTLED_BY: ReadonlySet<string | null> = new Set(["person", "memory", "program", "counting"]);

/** Columns with values that nobody has said not to read; one that looks like the series of a document apart. */
function unreadOf({ columns, headerRows }: Format) {
  const named = (columns ?? []).map((column, index) =>
    headerRows === 0 ? { ...column, heading: columnLetters(index) } : column,
  );
  const left = named.filter(
    ({ target, by, samples, heading }) =>
      target === null && !SETTLED_BY.has(by) && samples.length > 0 && heading !== "",
  );
  const isSeries = (column: (typeof left)[number]) => column.proposal === "document_series";
  const told = [
    { code: "unreadSeries", columns: left.filter(isSeries) },
    { code: "unreadColumns", columns: left.filter((column) => !isSeries(column)) },
  ] as const;
  return told
    .map(({ code, columns }) => ({ code, headings: columns.map(({ heading }) => heading) }))
    .filter(({ headings }) => headings.length > 0);
}

/** `change`: whether it can be read otherwise yet; then it is said where. */
function useSentences(read: Format, change: "yes" | "no"): string[] {
  const { titles, dormitoryFromTitle, hiddenColumns, sheets, externalLinks } = read;
  const merged = mergedBelow(read);
  const t = useTranslations("imports.reading");
  const quoted = useQuoted();
  const hiddenSheets = (sheets ?? []).filter((one) => one.hidden).map(({ name }) => quoted(name));
  const others = otherSheets(read);
  return [
    ...(titles ?? []).map(({ rowNo, text }) => t("titleRow", { row: rowNo, text })),
    ...(dormitoryFromTitle ? [t("dormitoryFromTitle", { change })] : []),
    ...(others.length > 0
      ? [t("otherSheets", { sheets: inARow(others.map(({ name }) => quoted(name))) })]
      : []),
    ...(hiddenSheets.length > 0 ? [t("hiddenSheets", { sheets: inARow(hiddenSheets) })] : []),
    ...(hiddenColumns && hiddenColumns.length > 0
      ? [t("hiddenColumns", { columns: inARow(hiddenColumns.map(columnLetters)) })]
      : []),
    ...(merged.length > 0
      ? [
          t("mergedCells", {
            areas: inARow(merged.slice(0, AREAS_TOLD)),
            more: merged.length > AREAS_TOLD ? "yes" : "no",
          }),
        ]
      : []),
    ...(externalLinks ? [t("externalLinks")] : []),
    ...unreadOf(read).map(({ code, headings }) =>
      t(code, { columns: inARow(headings.map(quoted)), change }),
    ),
  ];
}
