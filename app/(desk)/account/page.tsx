import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/office/password-form";
import { SessionTable } from "@/components/office/session-table";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeading, Section } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { listOwnSessions } from "@/lib/services/access/list-sessions";
import { changePassword, endMySession } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office.account"))("title") };
}

export default async function AccountPage() {
  const actor = await requireActor();
  const sessions = await listOwnSessions(actor, {});
  const t = await getTranslations("office");
  return (
    <>
      <PageHeading
        title={t("account.title")}
        lead={`${actor.name}, ${actor.email}, ${t(`roles.${actor.role}`)}`}
      />
      <Section title={t("account.password")}>
        <ClientMessages namespaces={["office"]}>
          <PasswordForm action={changePassword} />
        </ClientMessages>
      </Section>
      <Section title={t("account.sessions")} aside={t("account.sessionsAside")}>
        <SessionTable sessions={sessions} here={actor.sessionId} end={endMySession} />
      </Section>
    </>
  );
}
