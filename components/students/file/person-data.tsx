import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { DescriptionList } from "@/components/ui/description-list";
import type { Day } from "@/lib/civil-date/day";
import { countryName } from "@/lib/i18n/country-name";
import type { DocumentRecord, StudentFile } from "@/lib/services/students/get-student";

/** What the roster says of a student; what it does not say is left out. */
export function PersonData({ file }: { file: StudentFile }) {
  const t = useTranslations("students.person");
  const locale = useLocale();
  const { student, documents, asOf } = file;
  const sex = student.sex === "M" ? t("male") : student.sex === "F" ? t("female") : student.sex;
  const lines: [string, ReactNode][] = [
    [
      "cyrillic",
      join(student.lastNameCyrillic, student.firstNameCyrillic, student.middleNameCyrillic),
    ],
    ["latin", join(student.lastName, student.firstName, student.middleName)],
    ["studentNo", student.studentNo],
    ["citizenship", countryName(student.citizenship, locale)],
    [
      "birthDate",
      student.birthDate === null ? "" : <DayText key="b" day={student.birthDate} form="table" />,
    ],
    ["sex", sex],
    ["iin", student.iin],
    [
      "documents",
      documents.length === 0 ? "" : <Documents key="d" documents={documents} asOf={asOf} />,
    ],
    ["faculty", student.faculty],
    ["programme", student.programme],
    ["year", student.year],
    ["studyForm", student.studyForm],
    ["status", student.status],
    ["housing", student.housing],
    ["phone", student.phone],
    ["email", student.email],
  ];
  const known = lines.filter(([, value]) => value !== "");
  return <DescriptionList items={known.map(([name, value]) => ({ term: t(name), value }))} />;
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

function Documents({ documents, asOf }: { documents: readonly DocumentRecord[]; asOf: Day }) {
  const t = useTranslations("students.person");
  return (
    <ul>
      {documents.map(({ type, number, expires }) => (
        <li key={number}>
          <span className="tabular-nums">{number}</span>{" "}
          {type === "" ? null : <span className="text-muted text-sm">{type}</span>}
          {expires === null ? null : (
            <span className={`block text-sm ${expires < asOf ? "text-over" : "text-muted"}`}>
              {t.rich(expires < asOf ? "expired" : "expires", {
                day: () => <DayText day={expires} form="table" />,
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
