import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { namesOf } from "@/components/students/file/file-heading";
import { studentHref } from "@/components/students/filter-link";
import { SplitForm } from "@/components/students/people/split-form";
import { namesFor } from "@/components/students/student-name";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeading } from "@/components/ui/page-heading";
import { may } from "@/lib/auth/permissions";
import { countryName } from "@/lib/i18n/country-name";
import { CITIZENSHIPS } from "@/lib/services/students/citizenships";
import { crossingsOfDocuments } from "@/lib/services/students/crossings-of-documents";
import { type FileAddress, openFile } from "../open-file";
import { splitOff } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.split"))("title") };
}

/** Two people's rows in one record: those of the other person become a record of their own. */
export default async function SplitPage(address: FileAddress) {
  const opened = await openFile(address, "record");
  if (opened === null) return <UnreadableFilter />;
  const { actor, filter, file } = opened;
  if (!may(actor, "students:write")) notFound();
  const t = await getTranslations("people");
  const locale = await getLocale();
  const [name] = namesFor(locale, namesOf(file));
  const studentId = file.student.id;
  const countries = CITIZENSHIPS.map((code) => ({
    value: code,
    label: countryName(code, locale),
  })).sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <ClientMessages namespaces={["people", "students", "assessment"]}>
      <Breadcrumbs
        steps={[
          { label: name, href: studentHref(studentId, filter) },
          { label: t("record.title"), href: studentHref(studentId, filter, "record") },
          { label: t("split.title") },
        ]}
      />
      <PageHeading title={t("split.title")} lead={t("split.lead", { name })} />
      <SplitForm
        file={file}
        crossingsBy={crossingsOfDocuments(file.documents, file.crossings)}
        countries={countries}
        action={splitOff}
      />
    </ClientMessages>
  );
}
