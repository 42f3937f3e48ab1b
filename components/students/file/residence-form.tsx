"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "@/components/ui/date-field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { formatDay } from "@/lib/civil-date/day";
import type { DormitoryRecord, ResidenceRecord } from "@/lib/services/students/get-student";
import { controlOf } from "./residence-control";

const ROUTES = ["dormitory", "address", "employment"] as const;

const OWNER_TEXTS = ["ownerName", "ownerDocument", "consentNotary", "consentNumber"] as const;

/** Where a student lives and the papers of it; asks only for what the chosen route needs. */
export function ResidenceForm({
  studentId,
  residence,
  dormitories,
  action,
}: {
  studentId: number;
  residence: ResidenceRecord | null;
  dormitories: readonly DormitoryRecord[];
  action: FormAction<null>;
}) {
  const t = useTranslations("students.residence");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  const [route, setRoute] = useState<string>(residence?.route ?? "");
  const text = (name: Exclude<keyof ResidenceRecord, "route">) => {
    const value = residence?.[name] ?? "";
    return {
      name: controlOf(name),
      label: t(name),
      defaultValue: entered(controlOf(name), String(value)),
      error: errorOf(name),
      autoComplete: "off",
    };
  };
  const date = (name: "livesFrom" | "livesTo" | "consentDate" | "contractDate") => {
    const day = residence?.[name] ?? null;
    return { ...text(name), defaultValue: entered(name, day === null ? "" : formatDay(day)) };
  };
  return (
    <form action={send} onReset={keepEntered} className="space-y-3" noValidate>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("saved")}</Notice> : null}
      <input type="hidden" name="studentId" value={studentId} />
      <Select
        name="route"
        label={t("route")}
        value={route}
        onChange={(event) => setRoute(event.target.value)}
        empty={t("routeEmpty")}
        options={ROUTES.map((value) => ({ value, label: t(`routes.${value}`) }))}
        error={errorOf("route")}
      />
      <div className={route === "dormitory" ? "space-y-3" : "hidden"}>
        <Select
          name="dormitoryId"
          label={t("dormitory")}
          hint={dormitories.length === 0 ? t("noDormitories") : undefined}
          defaultValue={entered("dormitoryId", String(residence?.dormitoryId ?? ""))}
          empty={t("dormitoryEmpty")}
          options={dormitories.map(({ id, name }) => ({ value: String(id), label: name }))}
          error={errorOf("dormitoryId")}
        />
        <TextField {...text("room")} />
        <DateField {...date("livesFrom")} />
        <DateField {...date("livesTo")} />
      </div>
      <div className={route === "address" ? "space-y-3" : "hidden"}>
        {OWNER_TEXTS.map((name) => (
          <TextField key={name} {...text(name)} />
        ))}
        <DateField {...date("consentDate")} />
        <TextField {...text("technicalPassportNo")} />
      </div>
      <div className={route === "" ? "hidden" : "space-y-3"}>
        <div className={route === "dormitory" ? "hidden" : ""}>
          <TextField {...text("address")} />
        </div>
        <TextField {...text("contractNo")} />
        <DateField {...date("contractDate")} />
        <TextField {...text("feeReceipt")} />
      </div>
      <SubmitButton look="plain" pending={t("saving")}>
        {t("save")}
      </SubmitButton>
    </form>
  );
}
