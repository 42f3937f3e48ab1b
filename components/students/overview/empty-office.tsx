import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import type { Overview } from "@/lib/services/assessments/overview";

const STEPS = ["students", "crossings", "grounds"] as const;
/** The kind of file that a step loads. */
const KINDS = { students: "roster", crossings: "crossings", grounds: "grounds" } as const;

/** The three files that an office begins with, in their order, and which of them it has loaded. */
export function EmptyOffice({
  has,
  mayImport,
  mayManage,
}: {
  has: Overview["has"];
  mayImport: boolean;
  /** Whoever looks may set the office up: its name, years, holidays and dormitories. */
  mayManage: boolean;
}) {
  const t = useTranslations("home.begin");
  const next = STEPS.find((step) => !has[step]);
  return (
    <div className="max-w-3xl space-y-5">
      <PageHeading title={t(has.students ? "goOn" : "title")} lead={t("lead")} />
      <ol className="divide-y divide-rule border-rule border-y">
        {STEPS.map((step, index) => (
          <li key={step} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <span
              aria-hidden="true"
              className={`w-6 text-center font-semibold text-xl tabular-nums ${has[step] ? "text-covered" : "text-muted"}`}
            >
              {has[step] ? <Icon name="check" /> : index + 1}
            </span>
            <div className="min-w-60 flex-1">
              <p className="font-semibold">{t(`steps.${step}.title`)}</p>
              <p className="text-muted">{has[step] ? t("loaded") : t(`steps.${step}.body`)}</p>
            </div>
            {mayImport && !has[step] ? (
              <LinkButton
                href={`/imports?kind=${KINDS[step]}`}
                look={step === next ? "primary" : "plain"}
              >
                {t("load")}
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ol>
      {mayImport ? null : <p className="text-muted">{t("notYours")}</p>}
      {mayManage && !has.students ? (
        <p>
          {t.rich("settings", {
            settings: (words) => (
              <Link href="/office/settings" className="text-lake underline underline-offset-3">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
    </div>
  );
}
