import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import type { Day } from "@/lib/civil-date/day";
import type { StudentRow } from "@/lib/services/students/list-students";

type State = Pick<StudentRow, "protectedOpen" | "protectedUntil" | "registrationDueOn">;

/** By when to register, and until when a ground protects: a visa does, and is no registration. Under each day what it is. */
export function RegistrationState({ asOf, ...state }: { asOf: Day } & State) {
  const t = useTranslations("students.registrationState");
  const { protectedOpen, protectedUntil, registrationDueOn: due } = state;
  const isProtected = protectedOpen || protectedUntil !== null;
  if (due === null && !isProtected) return <span className="text-muted">{t("none")}</span>;
  return (
    <>
      {due === null ? null : (
        <span className={`block ${due < asOf ? "text-over" : ""}`}>
          <Dated day={due} label={t(due < asOf ? "overdue" : "due")} />
        </span>
      )}
      {protectedOpen ? t("open") : null}
      {protectedUntil === null ? null : <Dated day={protectedUntil} label={t("until")} />}
    </>
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
