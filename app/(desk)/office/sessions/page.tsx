import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { OfficeHeading } from "@/components/office/office-heading";
import { SessionTable } from "@/components/office/session-table";
import { requireActor } from "@/lib/auth/actor";
import { listSessions } from "@/lib/services/access/list-sessions";
import { endTheirSession } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("tabs.sessions") };
}

export default async function SessionsPage() {
  const actor = await requireActor();
  const sessions = await answered(listSessions(actor, {}));
  return (
    <>
      <OfficeHeading current="sessions" />
      <SessionTable sessions={sessions} here={actor.sessionId} end={endTheirSession} named />
    </>
  );
}
