import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { accountHref } from "@/components/students/account/account-link";
import { PaperAccount } from "@/components/students/account/paper-account";
import { PaperTools } from "@/components/students/account/paper-tools";
import { readAccount, readChoice } from "@/components/students/account/read-account";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { ClientMessages } from "@/components/ui/client-messages";
import type { Locale } from "@/lib/auth/permissions";
import { isLocale } from "@/lib/i18n/choose-locale";
import { type FileAddress, openFile } from "../../open-file";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dayCount");
  return { title: t("title") };
}

/** The count of days on paper, in the reader's language unless `?locale=` asks for another. */
export default async function AccountPrintPage(address: FileAddress) {
  const opened = await openFile(address, "account");
  if (opened === null) return <UnreadableFilter />;
  const { actor, filter, file } = opened;
  const parameters = await address.searchParams;
  const choice = readChoice(parameters);
  const account = readAccount(file, choice);
  if (account === null) return <NothingCounted />;
  const { locale: asked } = parameters;
  const locale = isLocale(asked) ? asked : await getLocale();
  const inLanguage = (code: Locale) =>
    accountHref(file.student.id, filter, { ...choice, locale: code }, "account/print");
  return (
    <ClientMessages namespaces={["dayCount"]}>
      <PaperTools
        back={accountHref(file.student.id, filter, choice)}
        locale={locale}
        hrefs={{ ru: inLanguage("ru"), ky: inLanguage("ky"), en: inLanguage("en") }}
      />
      <PaperAccount
        file={file}
        account={account}
        locale={locale}
        institutionName={actor.institutionName}
      />
    </ClientMessages>
  );
}

/** Where no limit applies, there is no account to print: the page says so. */
async function NothingCounted() {
  const t = await getTranslations("students.readings");
  return <p>{t("noReadings")}</p>;
}
