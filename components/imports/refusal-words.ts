import { useTranslations } from "next-intl";
import { inARow } from "@/components/ui/in-a-row";
import { useQuoted } from "@/components/ui/use-quoted";
import type { ImportProblem, ImportTarget } from "@/lib/db/import/import-words";

type Words = { what: string; how: string };

const MEGABYTE = 1024 * 1024;

/** A problem of an import in the user's words: what is wrong and how to mend it. */
export function useRefusalWords(refusal: ImportProblem): Words {
  const t = useTranslations("imports");
  const quoted = useQuoted();
  const fieldNames = (fields: readonly ImportTarget[]) =>
    fields.map((field) => quoted(t(`fields.${field}`))).join(" + ");
  const columnsOf = (missing: readonly (readonly (readonly ImportTarget[])[])[]) =>
    inARow(
      missing.map((alternatives) => alternatives.map(fieldNames).join(` ${t("refusal.or")} `)),
    );
  const words = (values: Record<string, string | number> = {}): Words => ({
    what: t(`refusal.${refusal.code}.what`, values),
    how: t(`refusal.${refusal.code}.how`, values),
  });
  switch (refusal.code) {
    case "notATable":
      return words({ found: t(`refusal.found.${refusal.found}`), is: refusal.found });
    case "tooLarge":
      return words({ limit: Math.floor(refusal.limit / MEGABYTE) });
    case "unclosedQuote":
      return words({ row: refusal.row });
    case "recordTooLong":
      return words({ row: refusal.row });
    case "missingColumns":
      return words({ columns: columnsOf(refusal.missing) });
    case "noHeading":
      return words({ row: refusal.row, columns: columnsOf(refusal.missing) });
    case "wrongKind":
      return words({
        chosen: t(`kinds.${refusal.chosen}`),
        looksLike: t(`kinds.${refusal.looksLike}`),
      });
    case "duplicateColumns":
      return words({
        columns: inARow(refusal.duplicates.map(({ field }) => fieldNames([field]))),
      });
    case "tooManyColumns":
      return words({ columns: refusal.columns, limit: refusal.limit });
    case "tooManyRows":
      return words({ limit: refusal.limit });
    case "wrongEncoding":
      return words({ encoding: refusal.encoding });
    case "noSuchSheet":
      return words({ sheet: refusal.sheet });
    case "emptyFile":
    case "blankFile":
    case "oldXls":
    case "macroWorkbook":
    case "passwordProtected":
    case "brokenFile":
    case "zipBomb":
    case "unknownEncoding":
    case "noRows":
    case "twoHeaderRows":
    case "badMapping":
    case "unexpected":
    case "notWritten":
    case "agreedChanged":
    case "notUndone":
    case "undoChanged":
      return words();
  }
}
