import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import { formatDay } from "@/lib/civil-date/day";
import { countryName } from "@/lib/i18n/country-name";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { deskHref, type FilePart, NEW_REGISTRATION, studentHref } from "../filter-link";
import { namesFor } from "../student-name";
import { FileTabs } from "./file-tabs";

/** The two names of a student as the roster has them. */
export function namesOf({ student }: StudentFile): { nameLatin: string; nameCyrillic: string } {
  return {
    nameLatin: `${student.lastName} ${student.firstName}`.trim(),
    nameCyrillic: `${student.lastNameCyrillic} ${student.firstNameCyrillic}`.trim(),
  };
}

/** Who it is, where one came from, the students before and after in the same order, and the student's pages. */
export function FileHeading({
  file,
  filter,
  part,
  mayRegister,
  mayWrite,
}: {
  file: StudentFile;
  filter: StudentFilter;
  /** The page that this stands on. */
  part: FilePart;
  mayRegister: boolean;
  /** Whoever looks may work on the student's record. */
  mayWrite: boolean;
}) {
  const t = useTranslations("students.file");
  const locale = useLocale();
  const { student, assessment, asOf } = file;
  const [name, otherName] = namesFor(locale, namesOf(file));
  const lead = [
    otherName,
    student.studentNo,
    countryName(student.citizenship, locale),
    student.faculty,
  ];
  const register = `${NEW_REGISTRATION}?student=${student.id}&asOf=${formatDay(asOf)}`;
  return (
    <div className="space-y-3">
      <FileNavigation file={file} filter={filter} part={part} />
      <PageHeading
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {name} <VerdictBadge verdict={assessment.verdict} atLeast={assessment.verdictAtLeast} />
          </span>
        }
        lead={lead.filter((part) => part !== "").join(" · ")}
        actions={mayRegister ? <LinkButton href={register}>{t("register")}</LinkButton> : undefined}
      />
      <FileTabs studentId={student.id} filter={filter} current={part} mayWrite={mayWrite} />
    </div>
  );
}

function FileNavigation({
  file,
  filter,
  part,
}: {
  file: StudentFile;
  filter: StudentFilter;
  part: FilePart;
}) {
  const t = useTranslations("students.file");
  const { previous, next } = file.neighbours;
  const look = "inline-flex items-center gap-1 text-lake hover:underline";
  return (
    <nav className="flex flex-wrap gap-x-5 gap-y-1 text-sm print:hidden">
      <Link href={deskHref(filter, { page: filter.page })} className={look}>
        <Icon name="left" />
        {t("back")}
      </Link>
      {previous === null ? null : (
        <Link href={studentHref(previous, filter, part)} className={`${look} ml-auto`} rel="prev">
          {t("previous")}
        </Link>
      )}
      {next === null ? null : (
        <Link
          href={studentHref(next, filter, part)}
          className={`${look} ${previous === null ? "ml-auto" : ""}`}
          rel="next"
        >
          {t("next")}
        </Link>
      )}
    </nav>
  );
}
