import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/page-heading";
import { FileQuestionForm } from "./file-question-form";
import type { FoundImport, ImportActions } from "./import-refused";
import { useMeaningOptions } from "./meaning-options";
import { WordForm } from "./word-form";

/** What only a person can say: meanings of words, the order of dates, lost zeros; each once for all rows that it mends. */
export function Decisions({ found, actions }: { found: FoundImport; actions: ImportActions }) {
  const t = useTranslations("imports.decisions");
  const { record, words, questions } = found;
  const optionsOf = useMeaningOptions(found);
  const known = found.faculties.map((name) => ({ value: name, label: name }));
  const fields = [...new Set(words.map(({ field }) => field))];
  if (fields.length + questions.length === 0) return null;
  return (
    <Section id="decisions" title={t("title")}>
      <div className="space-y-5">
        {questions.map((question) => (
          <FileQuestionForm
            key={question.code}
            importId={record.id}
            kind={record.kind}
            question={question}
            action={actions.readAgain}
          />
        ))}
        {fields.map((field) => (
          <WordForm
            key={field}
            importId={record.id}
            field={field}
            words={words.filter((group) => group.field === field)}
            options={field === "faculty" ? known : (optionsOf(record.kind, field) ?? [])}
            action={actions.decideMeanings}
          />
        ))}
      </div>
    </Section>
  );
}
