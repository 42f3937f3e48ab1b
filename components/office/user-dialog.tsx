"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { UserRecord } from "@/lib/services/access/list-accounts";
import { type NewPassword, OneTimePassword } from "./one-time-password";
import { useRoleOptions } from "./role-options";

export type UserActions = {
  setRole: FormAction<null>;
  renewPassword: FormAction<NewPassword>;
  close: FormAction<null>;
  open: FormAction<null>;
};

type Props = { user: UserRecord; actions: UserActions };

/** All that an administrator can do to an account, each with what it brings about. */
export function UserDialog({ user, actions }: Props) {
  const t = useTranslations("office.users");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {t("change")}
        <span className="sr-only">: {user.name}</span>
      </Button>
      <Dialog title={user.name} open={open} onClose={() => setOpen(false)}>
        <div className="divide-y divide-rule">
          <RoleForm user={user} actions={actions} />
          <PasswordForm user={user} actions={actions} />
          <DoorForm user={user} actions={actions} />
        </div>
      </Dialog>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-3 py-4 first:pt-0 last:pb-0">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function RoleForm({ user, actions }: Props) {
  const t = useTranslations("office.users");
  const { outcome, send, errorOf } = useSentForm(actions.setRole);
  const roles = useRoleOptions();
  return (
    <Part title={t("role")}>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("roleChanged")}</Notice> : null}
      <form action={send} className="flex items-end gap-3">
        <input type="hidden" name="userId" value={user.id} />
        <Select
          key={user.role}
          label={t("role")}
          name="role"
          options={roles}
          defaultValue={user.role}
          error={errorOf("role")}
        />
        <SubmitButton look="plain">{t("changeRole")}</SubmitButton>
      </form>
    </Part>
  );
}

function PasswordForm({ user, actions }: Props) {
  const t = useTranslations("office.users");
  const { outcome, send } = useSentForm(actions.renewPassword);
  return (
    <Part title={t("password")}>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <OneTimePassword {...outcome.result} /> : null}
      <form action={send} className="space-y-3">
        <p className="text-muted">{t("passwordLead")}</p>
        <input type="hidden" name="userId" value={user.id} />
        <input type="hidden" name="email" value={user.email} />
        <SubmitButton look="danger">{t("renewPassword")}</SubmitButton>
      </form>
    </Part>
  );
}

function DoorForm({ user, actions }: Props) {
  const t = useTranslations("office.users");
  const closing = useSentForm(actions.close);
  const opening = useSentForm(actions.open);
  const { outcome, send } = user.disabled ? opening : closing;
  return (
    <Part title={t("access")}>
      <Refusal outcome={outcome} />
      <form action={send} className="space-y-3">
        <p className="text-muted">{user.disabled ? t("closedLead") : t("closeLead")}</p>
        <input type="hidden" name="userId" value={user.id} />
        <SubmitButton look={user.disabled ? "plain" : "danger"}>
          {user.disabled ? t("open") : t("close")}
        </SubmitButton>
      </form>
    </Part>
  );
}
