"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Says of two students that they are two people: they are offered as one no more. */
export function ApartForm({
  pair: [studentId, otherId],
  size = "small",
  action,
}: {
  pair: readonly [number, number];
  size?: "small" | "normal";
  action: FormAction<null>;
}) {
  const t = useTranslations("people.apart");
  const { outcome, send } = useSentForm(action);
  if (outcome.kind === "done") return <Notice tone="done">{t("done")}</Notice>;
  return (
    <form action={send} className="space-y-2">
      <input type="hidden" name="studentId" value={studentId} />
      <input type="hidden" name="otherId" value={otherId} />
      <SubmitButton look="plain" size={size} pending={t("sending")}>
        {t("say")}
      </SubmitButton>
      <Refusal outcome={outcome} />
    </form>
  );
}
