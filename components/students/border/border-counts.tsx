import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/page-heading";
import type { FormAction } from "@/components/ui/sent-form";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { BorderCount } from "./border-count";
import { BorderCountForm } from "./border-count-form";
import { BorderDesk, type BorderOutcome } from "./border-desk";

/** What the border service said, each number beside ours on its day, and the form for another. */
export function BorderCounts({
  file,
  filter,
  mayWrite,
  mayOpenQuestions,
  today,
  action,
}: {
  file: StudentFile;
  filter: StudentFilter;
  mayWrite: boolean;
  mayOpenQuestions: boolean;
  today: Day;
  action: FormAction<BorderOutcome>;
}) {
  const t = useTranslations("borderCount");
  const { borderCounts, student } = file;
  return (
    <Section id="border" title={t("title")} aside={t("hint")}>
      <div className="space-y-4">
        <BorderDesk action={action}>
          {borderCounts.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
          {borderCounts.map((count) => (
            <BorderCount
              key={count.id}
              count={count}
              file={file}
              filter={filter}
              mayWrite={mayWrite}
              mayOpenQuestions={mayOpenQuestions}
            />
          ))}
          {mayWrite ? <BorderCountForm studentId={student.id} today={formatDay(today)} /> : null}
        </BorderDesk>
      </div>
    </Section>
  );
}
