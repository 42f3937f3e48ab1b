"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { formatDay } from "@/lib/civil-date/day";
import type { RequestListSheet } from "@/lib/services/registrations/get-request-list";

const REFERENCES = ["petition", "representative", "powerOfAttorney"] as const;

/**
 * What the office writes on the list, to be saved, or filed with the students exactly as they are on this
 * page; the button says how many go in and how many do not. The key Enter saves, and does not file.
 */
export function FileForm({
  draft: { list, asOf, fingerprint },
  counts,
  save,
  file,
}: {
  draft: Pick<RequestListSheet, "list" | "asOf" | "fingerprint">;
  counts: { students: number; leftOut: number; lackingPapers: number };
  save: FormAction<null>;
  file: FormAction<null>;
}) {
  const t = useTranslations("registrations");
  const [papersAtHand, setPapersAtHand] = useState(false);
  const more = papersAtHand ? counts.lackingPapers : 0;
  const goingIn = { students: counts.students + more, leftOut: counts.leftOut - more };
  const saving = useSentForm(save);
  const filing = useSentForm(file);
  return (
    <form action={filing.send} onReset={keepEntered} className="space-y-3">
      <Refusal outcome={filing.outcome} />
      <Refusal outcome={saving.outcome} />
      {saving.outcome.kind === "done" ? <Notice tone="done">{t("references.saved")}</Notice> : null}
      <input type="hidden" name="listId" value={list.id} />
      <input type="hidden" name="asOf" value={formatDay(asOf)} />
      <input type="hidden" name="fingerprint" value={fingerprint ?? ""} />
      <div className="grid gap-3 md:grid-cols-3">
        {REFERENCES.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`references.${name}`)}
            defaultValue={filing.entered(name, saving.entered(name, list[name]))}
            error={filing.errorOf(name) ?? saving.errorOf(name)}
            autoComplete="off"
          />
        ))}
      </div>
      {counts.lackingPapers === 0 ? null : (
        <Checkbox
          name="papersAtHand"
          value="yes"
          checked={papersAtHand}
          onChange={(event) => setPapersAtHand(event.currentTarget.checked)}
          label={t("file.papersAtHand", { count: counts.lackingPapers })}
          hint={t("file.papersAtHandHint")}
        />
      )}
      {goingIn.students === 0 ? null : <p className="max-w-prose text-muted">{t("file.hint")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" formAction={saving.send}>
          {t("references.save")}
        </Button>
        {goingIn.students === 0 ? null : (
          <SubmitButton pending={t("file.sending")}>{t("file.submit", goingIn)}</SubmitButton>
        )}
      </div>
    </form>
  );
}
