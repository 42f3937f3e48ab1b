import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountSheet } from "@/components/students/account/account-sheet";
import { readAccount, readChoice } from "@/components/students/account/read-account";
import { BorderCounts } from "@/components/students/border/border-counts";
import { FileHeading } from "@/components/students/file/file-heading";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { ClientMessages } from "@/components/ui/client-messages";
import { may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock/today";
import { isLocale } from "@/lib/i18n/choose-locale";
import { type FileAddress, openFile } from "../open-file";
import { changeBorderCount } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dayCount");
  return { title: t("title") };
}

/** The count of one student's days, day by day, by the reading that the address names. */
export default async function AccountPage(address: FileAddress) {
  const opened = await openFile(address, "account");
  if (opened === null) return <UnreadableFilter />;
  const { actor, filter, file } = opened;
  const parameters = await address.searchParams;
  const account = readAccount(file, readChoice(parameters));
  const t = await getTranslations("students.readings");
  return (
    <ClientMessages namespaces={["dayCount", "borderCount"]}>
      <FileHeading
        file={file}
        filter={filter}
        part="account"
        mayRegister={may(actor, "registrations:write")}
        mayWrite={may(actor, "students:write")}
      />
      {account === null ? (
        <p>{t("noReadings")}</p>
      ) : (
        <AccountSheet
          file={file}
          filter={filter}
          account={account}
          letterIn={isLocale(parameters["locale"]) ? parameters["locale"] : null}
        />
      )}
      <BorderCounts
        key={file.student.id}
        file={file}
        filter={filter}
        mayWrite={may(actor, "students:write")}
        mayOpenQuestions={may(actor, "office:read")}
        today={today()}
        action={changeBorderCount}
      />
    </ClientMessages>
  );
}
