import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import type { Day } from "@/lib/civil-date/day";
import type { StudentRow } from "@/lib/services/students/list-students";

/** Until when a ground protects, or by when to register. */
export function RegistrationState({
  asOf,
  protectedOpen,
  protectedUntil,
  registrationDueOn,
}: { asOf: Day } & Pick<StudentRow, "protectedOpen" | "protectedUntil" | "registrationDueOn">) {
  const t = useTranslations("students.registrationState");
  if (protectedOpen) return t("open");
  if (protectedUntil !== null) {
    return t.rich("until", { day: () => <DayText day={protectedUntil} form="table" /> });
  }
  if (registrationDueOn === null) return <span className="text-muted">{t("none")}</span>;
  const overdue = registrationDueOn < asOf;
  return (
    <span className={overdue ? "text-over" : ""}>
      {t.rich(overdue ? "overdue" : "due", {
        day: () => <DayText day={registrationDueOn} form="table" />,
      })}
    </span>
  );
}
