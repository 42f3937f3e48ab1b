import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/page-heading";
import { LOCALES, type Locale } from "@/lib/auth/permissions";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { accountHref } from "./account-link";
import { CopyText } from "./copy-text";
import { LANGUAGES } from "./languages";
import { letterText } from "./letter-text";
import type { Account } from "./read-account";

/** The count as a paragraph that can be pasted into a letter, in a language chosen for the letter alone. */
export async function Letter({
  file,
  filter,
  account,
  chosen,
}: {
  file: StudentFile;
  filter: StudentFilter;
  account: Account;
  /** The letter's language; null: that of the page. */
  chosen: Locale | null;
}) {
  const t = await getTranslations("dayCount.letter");
  const locale = chosen ?? (await getLocale());
  const text = await letterText(file, account, locale);
  const { reading, view, plan } = account;
  return (
    <Section id="letter" title={t("title")} aside={t("hint")}>
      <div className="max-w-prose space-y-3">
        <nav aria-label={t("language")} className="flex flex-wrap gap-2 print:hidden">
          {LOCALES.map((code) => (
            <LinkButton
              key={code}
              href={`${accountHref(file.student.id, filter, { reading, view, plan, locale: code })}#letter`}
              look={code === locale ? "plain" : "quiet"}
              aria-current={code === locale ? "true" : undefined}
              size="small"
              scroll={false}
              lang={code}
            >
              {LANGUAGES[code]}
            </LinkButton>
          ))}
        </nav>
        <CopyText key={text} text={text} lang={locale} />
      </div>
    </Section>
  );
}
