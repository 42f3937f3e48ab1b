import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FileHeading } from "@/components/students/file/file-heading";
import { NEW_REGISTRATION } from "@/components/students/filter-link";
import { planIn, readPlan } from "@/components/students/plan/plan-address";
import { planBasis } from "@/components/students/plan/plan-basis";
import { PlanSheet } from "@/components/students/plan/plan-sheet";
import { UnreadableFilter } from "@/components/students/unreadable-filter";
import { ClientMessages } from "@/components/ui/client-messages";
import { may } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { type FileAddress, openFile } from "../open-file";
import { recordMissingCrossing } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plan");
  return { title: t("pageTitle") };
}

/** What if: a plan tried on one student with the engine itself, in the browser. */
export default async function PlanPage(address: FileAddress) {
  const opened = await openFile(address, "plan");
  if (opened === null) return <UnreadableFilter />;
  const { actor, filter, file } = opened;
  const { student, asOf, residence } = file;
  const mayRegister = may(actor, "registrations:write");
  return (
    <ClientMessages namespaces={["assessment", "plan"]}>
      <FileHeading
        file={file}
        filter={filter}
        part="plan"
        mayRegister={mayRegister}
        mayWrite={may(actor, "students:write")}
      />
      <PlanSheet
        key={`${student.id} ${asOf} ${await getLocale()}`}
        basis={planBasis(file)}
        start={readPlan(planIn(await address.searchParams))}
        route={residence?.route ?? "dormitory"}
        tools={{
          studentId: student.id,
          registerHref: mayRegister
            ? `${NEW_REGISTRATION}?student=${student.id}&asOf=${formatDay(asOf)}`
            : null,
          record: may(actor, "students:write") ? recordMissingCrossing : null,
        }}
      />
    </ClientMessages>
  );
}
