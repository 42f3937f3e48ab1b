import { getLocale, getTranslations } from "next-intl/server";
import { SourceMarks } from "@/components/assessment/source-list";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Tabs } from "@/components/ui/tabs";
import type { Locale } from "@/lib/auth/permissions";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { studentHref } from "../filter-link";
import { accountHref } from "./account-link";
import { AccountTable } from "./account-table";
import { Letter } from "./letter";
import { LooksAt } from "./looks-at";
import type { Account } from "./read-account";

type Shown = { file: StudentFile; filter: StudentFilter; account: Account };

/** The count of a student's days: a reading to choose, what it looks at, and every day of it. */
export async function AccountSheet({
  letterIn,
  ...shown
}: Shown & {
  /** The language of the letter; null: that of the page. */
  letterIn: Locale | null;
}) {
  const { account, file } = shown;
  const t = await getTranslations("dayCount");
  const words = await getTranslations("assessment");
  const locale = await getLocale();
  const { reading, result, citations } = account;
  return (
    <div className="space-y-4">
      <ReadingTabs {...shown} />
      <div className="max-w-prose space-y-1">
        <p>{words(`readingMeanings.${reading}`, { window: result.window ?? 0 })}</p>
        <p>
          <LooksAt account={account} locale={locale} />
        </p>
        <SourceMarks ids={citations} sources={file.sources} />
      </div>
      {account.from === null ? null : (
        <>
          <ViewLinks {...shown} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <section className="overflow-x-auto" aria-label={t("title")} tabIndex={0}>
            <AccountTable
              file={file}
              account={account}
              locale={locale}
              form="screen"
              crossingsAt={studentHref(file.student.id, shown.filter)}
            />
          </section>
          <Letter {...shown} chosen={letterIn} />
        </>
      )}
    </div>
  );
}

async function ReadingTabs({ file, filter, account }: Shown) {
  const t = await getTranslations("dayCount");
  const words = await getTranslations("assessment");
  const { reading, readings, view, plan } = account;
  return (
    <Tabs
      label={t("readings")}
      tabs={readings.map((name) => ({
        key: name,
        label: words(`readings.${name}`),
        href: accountHref(file.student.id, filter, { reading: name, view, plan }),
        current: name === reading,
      }))}
    />
  );
}

async function ViewLinks({ file, filter, account: { reading, view, plan } }: Shown) {
  const t = await getTranslations("dayCount");
  const { id } = file.student;
  return (
    <nav aria-label={t("views.label")} className="flex flex-wrap gap-2 print:hidden">
      {(["runs", "days"] as const).map((name) => (
        <LinkButton
          key={name}
          href={accountHref(id, filter, { reading, view: name, plan })}
          look={name === view ? "plain" : "quiet"}
          aria-current={name === view ? "true" : undefined}
          scroll={false}
          size="small"
        >
          {t(`views.${name}`)}
        </LinkButton>
      ))}
      <LinkButton
        href={accountHref(id, filter, { reading, view, plan }, "account/print")}
        size="small"
        className="ml-auto"
      >
        <Icon name="print" /> {t("print")}
      </LinkButton>
    </nav>
  );
}
