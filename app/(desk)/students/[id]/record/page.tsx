import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { FileHeading } from "@/components/students/file/file-heading";
import { splitHref } from "@/components/students/filter-link";
import { ApartList } from "@/components/students/people/apart-list";
import { DoublePairs } from "@/components/students/people/double-pairs";
import { RecordHistory } from "@/components/students/people/record-history";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { LinkButton } from "@/components/ui/button";
import { ClientMessages } from "@/components/ui/client-messages";
import { Section } from "@/components/ui/page-heading";
import { may } from "@/lib/auth/permissions";
import { getDoubles, getRecordHistory } from "@/lib/services/students/doubles";
import { keepTwoPeople } from "../../doubles/actions";
import { type FileAddress, openFile } from "../open-file";
import { mayBeOne, undoChange } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.record"))("title") };
}

/** What was done to the record as such: merges and splits, with the way back; and who may be the same person. */
export default async function RecordPage(address: FileAddress) {
  const opened = await openFile(address, "record");
  if (opened === null) return <UnreadableFilter />;
  const { actor, filter, file } = opened;
  const studentId = file.student.id;
  const { changes, undo, apart } = await answered(getRecordHistory(actor, { studentId }));
  const { pairs } = await answered(getDoubles(actor, { studentId }));
  const t = await getTranslations("people.record");
  return (
    <ClientMessages namespaces={["people"]}>
      <FileHeading
        file={file}
        filter={filter}
        part="record"
        mayRegister={may(actor, "registrations:write")}
        mayWrite={may(actor, "students:write")}
      />
      {pairs.length === 0 ? null : (
        <Section title={t("doubles")}>
          <DoublePairs pairs={pairs} apart={keepTwoPeople} />
        </Section>
      )}
      <Section title={t("history")}>
        {changes.length === 0 ? (
          <p>{t("nothing")}</p>
        ) : (
          <RecordHistory changes={changes} prospects={undo} undo={undoChange} />
        )}
        {apart.length === 0 ? null : (
          <ApartList studentId={studentId} apart={apart} takeBack={mayBeOne} />
        )}
        {may(actor, "students:write") ? (
          <LinkButton href={splitHref(studentId, filter)} size="small">
            {(await getTranslations("people.split"))("ask")}
          </LinkButton>
        ) : null}
      </Section>
    </ClientMessages>
  );
}
