import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import type { Day } from "@/lib/civil-date/day";
import type { StudentRow } from "@/lib/services/students/list-students";

type State = Pick<StudentRow, "protectedOpen" | "protectedUntil" | "registrationDueOn">;

/** Until when a ground protects, or by when to register: the day, and under it what the day is. */
export function RegistrationState({ asOf, ...state }: { asOf: Day } & State) {
  const t = useTranslations("students.registrationState");
  const { protectedOpen, protectedUntil, registrationDueOn } = state;
  if (protectedOpen) return t("open");
  if (protectedUntil !== null) return <Dated day={protectedUntil} label={t("until")} />;
  if (registrationDueOn === null) return <span className="text-muted">{t("none")}</span>;
  return registrationDueOn < asOf ? (
    <span className="text-over">
      <Dated day={registrationDueOn} label={t("overdue")} />
    </span>
  ) : (
    <Dated day={registrationDueOn} label={t("due")} />
  );
}

function Dated({ day, label }: { day: Day; label: string }) {
  return (
    <>
      <DayText day={day} form="table" />
      <span className="block whitespace-nowrap text-xs max-lg:inline max-lg:pl-2">{label}</span>
    </>
  );
}
