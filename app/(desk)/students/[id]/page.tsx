import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FileHeading } from "@/components/students/file/file-heading";
import { ResidenceForm } from "@/components/students/file/residence-form";
import { ResidenceView } from "@/components/students/file/residence-view";
import { StudentFileSheet } from "@/components/students/file/student-file-sheet";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { ClientMessages } from "@/components/ui/client-messages";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { AppError } from "@/lib/services/app-error";
import { getStudent, type StudentFile } from "@/lib/services/students/get-student";
import { readFilter } from "../read-filter";
import { saveResidence } from "./actions";

type Address = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  // No name: titles stand in the browser's history.
  const t = await getTranslations("students.file");
  return { title: t("title") };
}

/** One student: the verdict in words, what to do, the days, and the crossings behind every number. */
export default async function StudentPage({ params, searchParams }: Address) {
  const actor = await requireActor();
  const filter = readFilter(await searchParams);
  if (filter === null) return <UnreadableFilter />;
  const studentId = Number((await params).id);
  if (!Number.isSafeInteger(studentId) || studentId < 1 || studentId > 2_147_483_647) notFound();
  const file = await getStudent(actor, { studentId, filter }).catch(orNotFound);
  const { residence, dormitories } = file;
  return (
    <ClientMessages namespaces={["students"]}>
      <FileHeading file={file} filter={filter} mayRegister={may(actor, "registrations:write")} />
      <StudentFileSheet
        key={`${studentId} ${await getLocale()}`}
        file={file}
        residence={
          may(actor, "students:write") ? (
            <ResidenceForm
              key={studentId}
              studentId={studentId}
              residence={residence}
              dormitories={dormitories}
              action={saveResidence}
            />
          ) : (
            <ResidenceView residence={residence} dormitories={dormitories} />
          )
        }
      />
    </ClientMessages>
  );
}

/** A student of another institution is as unknown as one who never was. */
function orNotFound(error: unknown): StudentFile {
  if (error instanceof AppError && error.code === "notFound") notFound();
  throw error;
}
