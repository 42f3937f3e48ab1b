import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ImportProblem } from "@/lib/db/import/import-words";
import { useRefusalWords } from "./refusal-words";

/** Why a file was not read, and what to do about it. Nothing of it was stored. */
export function RefusalNotice({
  problem,
  proposed,
}: {
  problem: ImportProblem;
  /** True: columns that may be the missing ones are chosen in the form below, which waits to be sent. */
  proposed: boolean;
}) {
  const t = useTranslations("imports.refusal");
  const { what, how } = useRefusalWords(problem);
  return (
    <Notice tone="error" title={what}>
      <p>{how}</p>
      {proposed ? <p>{t("proposed")}</p> : null}
      <p>{t("nothingStored")}</p>
    </Notice>
  );
}
