import { useTranslations } from "next-intl";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { FILE_PARTS, type FilePart, studentHref } from "../filter-link";
import { PlanKeepingTabs } from "./plan-keeping-tabs";

/** The pages of a student under the heading; day, filter and plan stay in the address. */
export function FileTabs({
  studentId,
  filter,
  current,
  mayWrite,
}: {
  studentId: number;
  filter: StudentFilter;
  current: FilePart;
  /** Readers have no page of the record: there is nothing but work on it. */
  mayWrite: boolean;
}) {
  const t = useTranslations("students.file.parts");
  return (
    <PlanKeepingTabs
      label={t("label")}
      tabs={FILE_PARTS.filter((part) => mayWrite || part !== "record").map((part) => ({
        key: part,
        label: t(part),
        href: studentHref(studentId, filter, part),
        current: part === current,
      }))}
    />
  );
}
