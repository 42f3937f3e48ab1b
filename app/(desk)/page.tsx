import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyOffice } from "@/components/students/overview/empty-office";
import { OverviewSheet } from "@/components/students/overview/overview-sheet";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock/today";
import { readOverview } from "@/lib/services/assessments/overview";
import { readFilter } from "./students/read-filter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

/** The first page: who is in danger and by when, in sentences; an empty office is shown how to begin. */
export default async function HomePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { asOf } = await searchParams;
  const overview = await readOverview(actor, { asOf: readFilter({ asOf }, today())?.asOf });
  const { students, crossings, grounds } = overview.has;
  const isBegun = students && crossings && grounds;
  return (
    <>
      {students ? <OverviewSheet overview={overview} /> : null}
      {isBegun ? null : (
        <EmptyOffice
          has={overview.has}
          mayImport={may(actor, "imports:write")}
          mayManage={may(actor, "office:write")}
        />
      )}
    </>
  );
}
