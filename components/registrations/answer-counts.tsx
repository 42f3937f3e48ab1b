import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RequestListSheet } from "@/lib/services/registrations/get-request-list";

const RESULTS = ["registered", "refused", "returned"] as const;

/** How many of a filed list have which answer, and how many have none. */
export function AnswerCounts({
  sheet: { included, answers },
  mayImport,
}: {
  sheet: RequestListSheet;
  mayImport: boolean;
}) {
  const t = useTranslations("registrations.answers");
  const results = included.map(({ studentId }) => answers.get(studentId)?.result);
  const count = (result: (typeof results)[number]) =>
    results.filter((one) => one === result).length;
  if (answers.size === 0) {
    return (
      <p>
        {t("none")}{" "}
        {mayImport ? (
          <Link href="/imports" className="text-lake underline underline-offset-3">
            {t("import")}
          </Link>
        ) : null}
      </p>
    );
  }
  const parts = RESULTS.filter((result) => count(result) > 0).map((result) =>
    t(`counts.${result}`, { count: count(result) }),
  );
  const open = count(undefined);
  return (
    <p className="first-letter:uppercase">
      {[...parts, ...(open > 0 ? [t("counts.open", { count: open })] : [])].join(", ")}.
    </p>
  );
}
