import { useLocale, useTranslations } from "next-intl";
import { AnswersInWords } from "@/components/assessment/computed-with";
import { SourceList } from "@/components/assessment/source-list";
import { DescriptionList } from "@/components/ui/description-list";
import { ENGINE_VERSION } from "@/lib/compliance/engine-version";
import type { RuleSet } from "@/lib/compliance/rule-set";
import type { Settings } from "@/lib/compliance/settings";

/** Whose rules Sanak computes, in which version and by which answers, and everything that they rest on. */
export function RulesSummary({ ruleSet, settings }: { ruleSet: RuleSet; settings: Settings }) {
  const t = useTranslations("questions");
  const locale = useLocale();
  return (
    <div className="max-w-3xl space-y-3">
      <DescriptionList
        items={[
          { term: t("page.regime"), value: t(`regimes.${ruleSet.id}`) },
          { term: t("page.version"), value: ruleSet.version },
          { term: t("page.engine"), value: ENGINE_VERSION },
          { term: t("page.answers"), value: <AnswersInWords settings={settings} /> },
        ]}
      />
      {ruleSet.notes.map((note) => (
        <p key={note.en}>{note[locale]}</p>
      ))}
      <details>
        <summary className="text-lake underline underline-offset-3">
          {t("page.sourcesCount", { count: ruleSet.sources.length })}
        </summary>
        <div className="mt-2">
          <SourceList sources={ruleSet.sources} />
        </div>
      </details>
    </div>
  );
}
