"use client";

import { useTranslations } from "next-intl";
import { Radio } from "@/components/ui/radio";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useQuoted } from "@/components/ui/use-quoted";
import type { FileQuestion, ImportKind } from "@/lib/db/import/import-words";

type Question = { name: "dateOrder" | "serials" | "zeros"; answers: readonly string[] };

const QUESTIONS = {
  ambiguousDate: { name: "dateOrder", answers: ["dayFirst", "monthFirst"] },
  serialDate: { name: "serials", answers: ["yes"] },
  lostZero: { name: "zeros", answers: ["restore", "keep"] },
} as const satisfies Record<FileQuestion["code"], Question>;

/** One question about the whole file, with cells of it as examples; the answer mends all rows that ask it. */
export function FileQuestionForm({
  importId,
  kind,
  question: { code, count, rows, examples },
  action,
}: {
  importId: string;
  kind: ImportKind;
  question: FileQuestion;
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.decisions");
  const quoted = useQuoted();
  const { outcome, send } = useSentForm(action);
  const { name, answers } = QUESTIONS[code];
  const cells = examples.filter((cell) => cell !== "");
  return (
    <form action={send} className="space-y-2">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="kind" value={kind} />
      <fieldset className="space-y-2">
        <legend className="font-semibold">{t(`questions.${code}.ask`, { count })}</legend>
        <p className="text-muted text-sm tabular-nums">
          {t("rows", {
            count: new Set(rows).size,
            rows: [...new Set(rows)].join(", "),
            more: count > rows.length ? "yes" : "no",
          })}
          {cells.length > 0 ? ` ${cells.map(quoted).join(", ")}` : null}
        </p>
        {answers.map((answer) => (
          <Radio
            key={answer}
            name={name}
            value={answer}
            required
            label={t(`answers.${name}.${answer}.label` as "answers.zeros.keep.label")}
            hint={t(`answers.${name}.${answer}.hint` as "answers.zeros.keep.hint")}
          />
        ))}
      </fieldset>
      <SubmitButton look="plain" pending={t("reading")}>
        {t("answer")}
      </SubmitButton>
    </form>
  );
}
