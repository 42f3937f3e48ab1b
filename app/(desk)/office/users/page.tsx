import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { NewUserForm } from "@/components/office/new-user-form";
import { OfficeHeading } from "@/components/office/office-heading";
import { UserTable } from "@/components/office/user-table";
import { ClientMessages } from "@/components/ui/client-messages";
import { Section } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { listAccounts } from "@/lib/services/access/list-accounts";
import { addUser, closeUser, openUser, renewPassword, setRole } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("tabs.users") };
}

export default async function UsersPage() {
  const actor = await requireActor();
  const users = await answered(listAccounts(actor, {}));
  const t = await getTranslations("office.users");
  return (
    <ClientMessages namespaces={["office"]}>
      <OfficeHeading current="users" />
      <UserTable
        users={users}
        actions={{ setRole, renewPassword, close: closeUser, open: openUser }}
      />
      <Section title={t("add")}>
        <NewUserForm action={addUser} />
      </Section>
    </ClientMessages>
  );
}
