import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StudentsDesk } from "@/components/students/students-desk";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock/today";
import { listStudents } from "@/lib/services/students/list-students";
import { searchStudents } from "./actions";
import { readFilter } from "./read-filter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("students");
  return { title: t("title") };
}

/** The review desk: who is in danger, worst first. */
export default async function StudentsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { nobody, ...parameters } = await searchParams;
  const filter = readFilter(parameters, today());
  if (filter === null) return <UnreadableFilter />;
  return (
    <StudentsDesk
      page={await listStudents(actor, filter)}
      filter={filter}
      foundNobody={nobody !== undefined}
      mayRegister={may(actor, "registrations:write")}
      mayImport={may(actor, "imports:write")}
      mayMerge={may(actor, "students:write")}
      mayTakeAll={may(actor, "imports:read")}
      search={searchStudents}
    />
  );
}
