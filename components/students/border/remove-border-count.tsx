"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { useBorderDesk } from "./border-desk";

/** Removes a number that was entered by mistake, once that is confirmed. */
export function RemoveBorderCount({
  studentId,
  id,
  what,
}: {
  studentId: number;
  id: number;
  /** What is removed, in words. */
  what: string;
}) {
  const t = useTranslations("borderCount.remove");
  const [open, setOpen] = useState(false);
  const { send } = useBorderDesk();
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {t("open")}
        <span className="sr-only">: {what}</span>
      </Button>
      <Dialog title={t("title")} open={open} onClose={() => setOpen(false)}>
        <form
          action={(form) => {
            setOpen(false);
            send(form);
          }}
          className="space-y-3"
        >
          <p>{t("lead", { what })}</p>
          <input type="hidden" name="kind" value="remove" />
          <input type="hidden" name="studentId" value={studentId} />
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="danger" pending={t("sending")}>
            {t("confirm")}
          </SubmitButton>
        </form>
      </Dialog>
    </>
  );
}
