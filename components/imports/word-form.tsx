"use client";

import { useTranslations } from "next-intl";
import { type Option, Select } from "@/components/ui/select";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WordField } from "@/lib/db/import/import-words";
import type { FoundImport } from "./import-refused";
import { forgetChoices, keepChoice, keptChoice } from "./kept-choices";

const questionOf = (field: WordField, word: string) => `${field} ${word}`;

/** Words of one field that the lists do not know: each is given a meaning once, for all rows and later files. */
export function WordForm({
  importId,
  field,
  words,
  options,
  action,
}: {
  importId: string;
  field: WordField;
  words: FoundImport["words"];
  options: readonly Option[];
  action: FormAction<null>;
}) {
  const t = useTranslations("imports");
  const { outcome, send } = useSentForm(action);
  const asWritten = (word: string): Option[] => {
    if (field !== "checkpoint" && field !== "faculty") return [];
    const keep = field === "faculty" ? "newFaculty" : "keepWord";
    return [{ value: word, label: t(`decisions.${keep}`, { word }) }];
  };
  return (
    <form
      action={send}
      onSubmit={() =>
        forgetChoices(
          importId,
          words.map(({ word }) => questionOf(field, word)),
        )
      }
      className="space-y-3"
    >
      <h3 className="font-semibold">{t(`fields.${field}`)}</h3>
      <p className="text-muted text-sm">{t("decisions.wordsHint")}</p>
      {field === "dormitory" || field === "faculty" || field === "direction" ? (
        <p className="text-muted text-sm">{t(`decisions.${field}Hint`)}</p>
      ) : null}
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="words" value={words.length} />
      <ul className="grid gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-3">
        {words.map(({ word, meaning, count, rows, near, examples }, index) => (
          <li key={word}>
            <input type="hidden" name={`field-${index}`} value={field} />
            <input type="hidden" name={`word-${index}`} value={word} />
            <Select
              name={`meaning-${index}`}
              label={t("decisions.word", { word, count })}
              hint={t(meaning === null ? "decisions.wordRows" : "decisions.wordDecided", {
                count: rows.length,
                rows: rows.join(", "),
                more: count > rows.length ? "yes" : "no",
              })}
              options={[
                ...options.filter(({ value }) => near.includes(value)),
                ...asWritten(word),
                ...options.filter(({ value }) => !near.includes(value)),
              ]}
              empty={t("decisions.undecided")}
              defaultValue={keptChoice(importId, questionOf(field, word), meaning ?? "")}
              onChange={({ target }) => keepChoice(importId, questionOf(field, word), target.value)}
            />
            {examples.length > 0 ? (
              <ul className="mt-1 text-muted text-sm tabular-nums">
                {examples.map((text, at) => (
                  <li key={rows[at]} className="truncate" title={text}>
                    {text}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      <SubmitButton look="plain" pending={t("commit.sending")}>
        {t("decisions.apply")}
      </SubmitButton>
    </form>
  );
}
