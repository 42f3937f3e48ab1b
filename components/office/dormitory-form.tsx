"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { DormitoryRecord } from "@/lib/services/office/dormitories";

/** Name, address and head of a new dormitory, or of one to be changed. */
export function DormitoryForm({
  action,
  dormitory,
}: {
  action: FormAction<null>;
  dormitory?: DormitoryRecord;
}) {
  const t = useTranslations("office.dormitories");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  return (
    <form action={send} className="max-w-4xl space-y-3" noValidate>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("saved")}</Notice> : null}
      {dormitory ? <input type="hidden" name="id" value={dormitory.id} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("name")}
          name="name"
          defaultValue={entered("name", dormitory?.name ?? "")}
          error={errorOf("name")}
          required
        />
        <TextField
          label={t("manager")}
          name="manager"
          defaultValue={entered("manager", dormitory?.manager ?? "")}
          error={errorOf("manager")}
        />
        <div className="sm:col-span-2">
          <TextField
            label={t("address")}
            name="address"
            hint={t("addressHint")}
            defaultValue={entered("address", dormitory?.address ?? "")}
            error={errorOf("address")}
            required
          />
        </div>
      </div>
      <SubmitButton look="plain">{dormitory ? t("save") : t("add")}</SubmitButton>
    </form>
  );
}
