import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { FoundQuestions } from "./people-questions";

/** The way to the other questions. */
export function QuestionPages({
  importId,
  found: { questions, counts, size, after },
  remembered,
}: {
  importId: string;
  found: FoundQuestions;
  remembered: boolean;
}) {
  const t = useTranslations("imports.people");
  const last = questions.at(-1);
  return (
    <div className="flex flex-wrap gap-2">
      {after > 0 && counts.answered > 0 && !remembered ? (
        <LinkButton href={`/imports/${importId}?people=0#people`} size="small">
          {t("fromFirst")}
        </LinkButton>
      ) : null}
      {last && questions.length === size ? (
        <LinkButton
          href={`/imports/${importId}?${remembered ? "settled" : "people"}=${last.rowNo}#people`}
          size="small"
        >
          {t("more")}
        </LinkButton>
      ) : null}
      {remembered ? (
        <LinkButton href={`/imports/${importId}#people`} size="small">
          {t("remembered.back")}
        </LinkButton>
      ) : counts.remembered > 0 ? (
        <LinkButton href={`/imports/${importId}?settled=0#people`} size="small">
          {t("remembered.show", { count: counts.remembered })}
        </LinkButton>
      ) : null}
    </div>
  );
}
