"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** A record to be changed (`children`: its form) or, after saying what that means, removed. */
export function EditDialog({
  id,
  name,
  removeLead,
  remove,
  children,
}: {
  id: number;
  name: string;
  removeLead: string;
  remove: FormAction<null>;
  children: ReactNode;
}) {
  const t = useTranslations("office.edit");
  const [open, setOpen] = useState(false);
  const { outcome, send } = useSentForm(remove);
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {t("change")}
        <span className="sr-only">: {name}</span>
      </Button>
      <Dialog title={name} open={open} onClose={() => setOpen(false)}>
        {children}
        <section className="mt-5 space-y-3 border-rule border-t pt-4">
          <Refusal outcome={outcome} />
          <form action={send} className="space-y-3">
            <p className="text-muted">{removeLead}</p>
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="danger">{t("remove")}</SubmitButton>
          </form>
        </section>
      </Dialog>
    </>
  );
}
