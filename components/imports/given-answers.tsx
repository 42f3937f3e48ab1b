import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/page-heading";
import { momentInTable } from "@/lib/i18n/format-moment";
import { AnswerForm } from "./answer-form";
import type { FoundImport, ImportActions } from "./import-refused";
import { ReadExamples } from "./read-examples";

type Given = FoundImport["givenAnswers"][number];

/** What was answered about the file as a whole, by whom, and how its cells are read by that; it can be answered anew until the file is written. */
export function GivenAnswers({
  found: { record, givenAnswers },
  actions,
}: {
  found: FoundImport;
  actions: ImportActions | null;
}) {
  const t = useTranslations("imports.decisions");
  if (givenAnswers.length === 0) return null;
  return (
    <Section title={t("given.title")}>
      <ul className="divide-y divide-rule border-rule border-y">
        {givenAnswers.map((given) => (
          <li key={given.name} className="space-y-1 py-2">
            <Told given={given} />
            {actions && record.state === "ready" ? (
              <details>
                <summary className="cursor-pointer py-1 text-lake">{t("given.change")}</summary>
                <div className="mt-2">
                  <AnswerForm
                    importId={record.id}
                    kind={record.kind}
                    name={given.name}
                    given={given.answer}
                    examples={given.examples}
                    ask={t(`given.ask.${given.name}`)}
                    action={actions.readAgain}
                  />
                </div>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Told({ given: { name, answer, by, at, examples } }: { given: Given }) {
  const t = useTranslations("imports");
  return (
    <>
      <p className="font-semibold">
        {t("decisions.given.told", {
          ask: t(`decisions.given.ask.${name}`),
          answer: t(
            `decisions.answers.${name}.${answer}.label` as "decisions.answers.zeros.keep.label",
          ),
        })}
      </p>
      <div>
        <ReadExamples examples={examples} answer={answer} />
      </div>
      {at === null ? null : (
        <p className="text-muted text-sm tabular-nums">
          {t("decisions.given.by", {
            when: momentInTable(new Date(at)),
            who: by ?? t("history.system"),
          })}
        </p>
      )}
    </>
  );
}
