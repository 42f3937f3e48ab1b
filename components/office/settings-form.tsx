"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { formatDay, parseDay } from "@/lib/civil-date/day";
import { WINDOW_READINGS } from "@/lib/compliance/assessment";
import { KZ_COUNTING_STARTS, type Settings } from "@/lib/compliance/settings";
import { dayInTable } from "@/lib/i18n/format-day";

type Office = { name: string; settings: Settings };

/** The office's name and its answers to the questions that the law leaves open. */
export function SettingsForm({ office, action }: { office: Office; action: FormAction<null> }) {
  const t = useTranslations("office.settings");
  const form = useSentForm(action);
  const { errorOf, entered } = form;
  const { settings } = office;
  return (
    <form action={form.send} onReset={keepEntered} className="max-w-3xl space-y-5" noValidate>
      <Refusal outcome={form.outcome} />
      {form.outcome.kind === "done" ? <Notice tone="done">{t("saved")}</Notice> : null}
      <TextField
        label={t("name")}
        name="name"
        defaultValue={entered("name", office.name)}
        error={errorOf("name")}
        required
      />
      <Readings chosen={settings.readings} error={errorOf("readings")} />
      <Answer
        name="reentryAfterDays"
        options={["91", "90"].map((value) => ({ value, label: t(`reentry.${value}`) }))}
        now={String(settings.reentryAfterDays)}
        form={form}
      />
      <Answer
        name="kzCountingStart"
        options={KZ_COUNTING_STARTS.map((value) => ({ value, label: dateInTable(value) }))}
        now={formatDay(settings.kzCountingStart)}
        form={form}
      />
      <Answer
        name="unconfirmedLimit"
        options={["60/120", "30/60"].map((value) => ({
          value,
          label: t(`unconfirmed.${value.replace("/", "in")}`),
        }))}
        now={settings.unconfirmedLimit}
        form={form}
      />
      <TextArea
        label={t("holidays")}
        name="holidays"
        hint={t("holidaysHint")}
        defaultValue={entered("holidays", settings.holidays.map(dayInTable).join("\n"))}
        error={errorOf("holidays")}
      />
      <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
    </form>
  );
}

function dateInTable(text: string): string {
  const day = parseDay(text);
  return day === null ? text : dayInTable(day);
}

function Readings({ chosen, error }: { chosen: Settings["readings"]; error: string | undefined }) {
  const t = useTranslations("office.settings");
  return (
    <fieldset className="space-y-2" aria-describedby={error ? "readings-error" : undefined}>
      <legend className="mb-1 font-medium text-sm">{t("readings")}</legend>
      {WINDOW_READINGS.map((reading) => (
        <div key={reading}>
          <Checkbox
            name="readings"
            value={reading}
            defaultChecked={chosen.includes(reading)}
            label={t(`reading.${reading}`)}
            hint={t(`readingHint.${reading}`)}
          />
        </div>
      ))}
      {error ? (
        <p id="readings-error" className="text-over text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

type QuestionName = "reentryAfterDays" | "kzCountingStart" | "unconfirmedLimit";

function Answer({
  name,
  options,
  now,
  form: { errorOf, entered },
}: {
  name: QuestionName;
  options: { value: string; label: string }[];
  now: string;
  form: Pick<ReturnType<typeof useSentForm>, "errorOf" | "entered">;
}) {
  const t = useTranslations("office.settings");
  const value = entered(name, now);
  return (
    <Select
      // A form sent goes back to its first values; a list keeps up only when it is made anew.
      key={value}
      label={t(name)}
      name={name}
      hint={t(`${name}Hint`)}
      options={options}
      defaultValue={value}
      error={errorOf(name)}
    />
  );
}
