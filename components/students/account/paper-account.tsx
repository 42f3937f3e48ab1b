import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import { countryName } from "@/lib/i18n/country-name";
import { dayInTable, dayInWords } from "@/lib/i18n/format-day";
import type { StudentFile } from "@/lib/services/students/get-student";
import { namesOf } from "../file/file-heading";
import { namesFor } from "../student-name";
import { AccountTable } from "./account-table";
import { LooksAt } from "./looks-at";
import { PaperBasis } from "./paper-basis";
import type { Account } from "./read-account";

type Shown = { file: StudentFile; account: Account; locale: Locale };

/** The count of days for signature: A4, in a language of its own. */
export async function PaperAccount({
  institutionName,
  ...shown
}: Shown & { institutionName: string }) {
  const { file, account, locale } = shown;
  const t = await getTranslations({ locale, namespace: "dayCount.paper" });
  const words = await getTranslations({ locale, namespace: "assessment" });
  const { reading, result } = account;
  return (
    <article
      lang={locale}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: on a telephone it scrolls sideways, and the keyboard must be able to.
      tabIndex={0}
      className="print-numbered mx-auto max-w-[182mm] overflow-x-auto bg-sheet p-8 font-serif text-sm print:max-w-none print:overflow-visible print:p-0"
    >
      <p>{institutionName}</p>
      <h1 className="my-3 text-center font-bold text-lg">
        {t("title", { day: dayInWords(file.asOf, locale) })}
      </h1>
      <Person {...shown} />
      <p className="mt-3">
        {t("reading")}: <strong>{words(`readings.${reading}`)}</strong>.{" "}
        {words(`readingMeanings.${reading}`, { window: result.window ?? 0 })}
      </p>
      <p className="mb-3">
        <LooksAt account={account} locale={locale} />
      </p>
      <div className="text-xs">
        {account.from === null ? null : (
          <AccountTable
            {...shown}
            form="paper"
            crossingsAt={null}
            repeated={<RunningHead {...shown} />}
          />
        )}
      </div>
      <PaperBasis {...shown} />
      <Signature locale={locale} />
    </article>
  );
}

/** At the head of every page: a sheet that is parted from the others still says whose it is. */
async function RunningHead({ file, account, locale }: Shown) {
  const words = await getTranslations({ locale, namespace: "assessment.readings" });
  const [name] = namesFor(locale, namesOf(file));
  const parts = [name, file.student.studentNo, words(account.reading), dayInTable(file.asOf)];
  return parts.filter((part) => part !== "").join(" · ");
}

async function Person({ file, locale }: Shown) {
  const t = await getTranslations({ locale, namespace: "dayCount.paper" });
  const { student, documents } = file;
  const lines: [string, string][] = [
    [
      t("student"),
      namesFor(locale, namesOf(file))
        .filter((name) => name !== "")
        .join(" / "),
    ],
    [t("studentNo"), student.studentNo],
    [t("citizenship"), countryName(student.citizenship, locale)],
    [t("documents"), documents.map(({ type, number }) => `${type} ${number}`.trim()).join(", ")],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4">
      {lines
        .filter(([, value]) => value !== "")
        .map(([term, value]) => (
          <div key={term} className="contents">
            <dt>{term}:</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

async function Signature({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "dayCount.paper" });
  return (
    <div className="mt-8 break-inside-avoid space-y-3">
      <p>{t("signature")}</p>
      <p className="flex justify-between">
        <span>{t("signedOn")}</span>
        <span>{t("seal")}</span>
      </p>
    </div>
  );
}
