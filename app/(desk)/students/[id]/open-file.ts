import { notFound, redirect } from "next/navigation";
import { type FilePart, studentHref } from "@/components/students/filter-link";
import { requireActor, type SignedIn } from "@/lib/auth/actor";
import { today } from "@/lib/clock/today";
import { AppError } from "@/lib/services/app-error";
import { getStudent, type StudentFile } from "@/lib/services/students/get-student";
import { leadToPerson } from "@/lib/services/students/merge-people";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { readFilter } from "../read-filter";

/** What the address of any page of a student holds. */
export type FileAddress = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The student whom the address of a page (`part`) names, for whoever looks; null where its filter cannot be read. */
export async function openFile(
  { params, searchParams }: FileAddress,
  part: FilePart = "standing",
): Promise<{ actor: SignedIn; filter: StudentFilter; file: StudentFile } | null> {
  const actor = await requireActor();
  const filter = readFilter(await searchParams, today());
  if (filter === null) return null;
  const studentId = Number((await params).id);
  if (!Number.isSafeInteger(studentId) || studentId < 1 || studentId > 2_147_483_647) notFound();
  const file = await getStudent(actor, { studentId, filter }).catch(orNull);
  if (file === null) return leadOn(actor, studentId, (merged) => studentHref(merged, filter, part));
  return { actor, filter, file };
}

/** A student of another institution is as unknown as one who never was. */
function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === "notFound") return null;
  throw error;
}

/** The address of a record that went into another one leads there. */
async function leadOn(
  actor: SignedIn,
  studentId: number,
  hrefOf: (studentId: number) => string,
): Promise<never> {
  const leadsTo = await leadToPerson(actor, { studentId });
  if (leadsTo === null || leadsTo === studentId) notFound();
  redirect(hrefOf(leadsTo));
}
