import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { OfficeHeading } from "@/components/office/office-heading";
import { QuestionsSheet } from "@/components/office/questions/questions-sheet";
import { RulesSummary } from "@/components/office/questions/rules-summary";
import { ClientMessages } from "@/components/ui/client-messages";
import { Section } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { getOffice } from "@/lib/services/office/get-office";
import { saveAnswers } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("tabs.questions") };
}

/** What the law leaves open: every question with its answers, who said what, and whom an answer would concern. */
export default async function QuestionsPage() {
  const actor = await requireActor();
  const { regime, settings } = await answered(getOffice(actor, {}));
  const ruleSet = ruleSetFor(regime);
  const t = await getTranslations("questions.page");
  return (
    <ClientMessages namespaces={["office", "questions", "assessment"]}>
      <OfficeHeading current="questions" />
      <Section title={t("rules")} aside={t("rulesHint")}>
        <RulesSummary ruleSet={ruleSet} settings={settings} />
      </Section>
      <Section title={t("questions")} aside={t("questionsHint")}>
        <QuestionsSheet ruleSet={ruleSet} settings={settings} action={saveAnswers} />
      </Section>
    </ClientMessages>
  );
}
