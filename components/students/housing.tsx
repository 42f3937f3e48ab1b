import { useTranslations } from "next-intl";
import type { StudentRow } from "@/lib/services/students/list-students";

/** What is known of where a student lives, and the place. */
export function Housing({ housing, housingText }: Pick<StudentRow, "housing" | "housingText">) {
  const t = useTranslations("students.housing");
  return (
    <>
      <span className={housing === "unknown" ? "text-muted" : ""}>{t(housing)}</span>
      {housingText === "" ? null : (
        <span
          className="block truncate text-muted lg:max-w-32 2xl:max-w-56 text-xs"
          title={housingText}
        >
          {housingText}
        </span>
      )}
    </>
  );
}
