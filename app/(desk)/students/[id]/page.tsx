import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FileHeading } from "@/components/students/file/file-heading";
import { ResidenceForm } from "@/components/students/file/residence-form";
import { ResidenceView } from "@/components/students/file/residence-view";
import { StudentFileSheet } from "@/components/students/file/student-file-sheet";
import { studentHref } from "@/components/students/filter-link";
import { planIn, withPlan } from "@/components/students/plan/plan-address";
import { RepairDesk } from "@/components/students/repair/repair-desk";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { ClientMessages } from "@/components/ui/client-messages";
import { may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock/today";
import { troublesOf } from "@/lib/compliance/log-troubles";
import { repairLog, saveResidence } from "./actions";
import { type FileAddress, openFile } from "./open-file";

export async function generateMetadata(): Promise<Metadata> {
  // No name: titles stand in the browser's history.
  const t = await getTranslations("students.file");
  return { title: t("title") };
}

/** One student: the verdict in words, what to do, the days, and the crossings behind every number. */
export default async function StudentPage(address: FileAddress) {
  const opened = await openFile(address);
  if (opened === null) return <UnreadableFilter />;
  const { actor, filter, file } = opened;
  const { residence, dormitories, student, asOf } = file;
  const { facts, ruleSet, settings, academicYear } = file;
  const mayWrite = may(actor, "students:write");
  const key = `${student.id} ${await getLocale()}`;
  return (
    <ClientMessages namespaces={["students", "logRepair"]}>
      <FileHeading
        file={file}
        filter={filter}
        part="standing"
        mayRegister={may(actor, "registrations:write")}
        mayWrite={mayWrite}
      />
      <RepairDesk key={key} action={repairLog}>
        <StudentFileSheet
          file={file}
          planHref={withPlan(
            studentHref(student.id, filter, "plan"),
            planIn(await address.searchParams),
          )}
          troubles={troublesOf(facts, ruleSet, settings, asOf, academicYear, today())}
          mayRepair={mayWrite}
          mayOpenQuestions={may(actor, "office:read")}
          residence={
            mayWrite ? (
              <ResidenceForm
                key={student.id}
                studentId={student.id}
                residence={residence}
                dormitories={dormitories}
                action={saveResidence}
              />
            ) : (
              <ResidenceView residence={residence} dormitories={dormitories} />
            )
          }
        />
      </RepairDesk>
    </ClientMessages>
  );
}
