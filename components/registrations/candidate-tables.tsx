import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/page-heading";
import type { Day } from "@/lib/civil-date/day";
import type { Candidate, RequestAnswer } from "@/lib/services/registrations/get-request-list";
import { IncludedTable } from "./included-table";
import { LeftOutTable } from "./left-out-table";

/** A list's students in two parts: who goes in, and who stays out and why. A part without anybody is left out. */
export function CandidateTables({
  included,
  leftOut,
  asOf,
  filed = false,
  answers,
  tools,
}: {
  included: readonly Candidate[];
  leftOut: readonly Candidate[];
  asOf: Day;
  filed?: boolean;
  answers?: ReadonlyMap<number, RequestAnswer> | undefined;
  tools?: ((candidate: Candidate) => ReactNode) | undefined;
}) {
  const t = useTranslations("registrations");
  const who = filed ? t("wentIn") : t("included");
  return (
    <>
      {included.length === 0 ? null : (
        <Section title={who} aside={included.length}>
          <IncludedTable
            caption={who}
            candidates={included}
            asOf={asOf}
            answers={answers}
            tools={tools}
          />
        </Section>
      )}
      {leftOut.length === 0 ? null : (
        <Section title={filed ? t("stayedOut") : t("leftOut")} aside={leftOut.length}>
          <LeftOutTable candidates={leftOut} asOf={asOf} mend={!filed} tools={tools} />
        </Section>
      )}
    </>
  );
}
