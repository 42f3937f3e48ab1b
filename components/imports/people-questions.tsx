import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SideTable } from "@/components/students/people/side-table";
import { valuesOfRow, valuesOfSide } from "@/components/students/people/side-values";
import { Section } from "@/components/ui/page-heading";
import type { FormAction } from "@/components/ui/sent-form";
import type { ImportKind } from "@/lib/db/import/import-words";
import type { getQuestions, PersonQuestion } from "@/lib/services/imports/decide-people";
import { ManyAtOnce } from "./many-at-once";
import { PersonChoices } from "./person-choices";
import { QuestionPages } from "./question-pages";
import { QuestionsForm } from "./questions-form";

export type FoundQuestions = Awaited<ReturnType<typeof getQuestions>>;

/** Rows of which it is not certain whose they are: each beside the students who may be meant, and what to do with it. */
export function PeopleQuestions({
  importId,
  kind,
  found,
  remembered,
  isFromRow,
  action,
  confirm,
}: {
  importId: string;
  kind: ImportKind;
  found: FoundQuestions;
  /** The questions are those that an earlier answer settles. */
  remembered: boolean;
  /** The page was asked for by a row; what is answered on it leads to the first open question. */
  isFromRow: boolean;
  /** Null: whoever looks may not answer. */
  action: FormAction<null> | null;
  confirm: FormAction<null>;
}) {
  const t = useTranslations("imports.people");
  const { questions, counts } = found;
  const list = questions.map((question) => (
    <Question
      key={question.identityKey}
      question={question}
      kind={kind}
      canAnswer={action !== null}
    />
  ));
  return (
    <Section id="people" title={t("title")} aside={t("counts", counts)}>
      <div className="space-y-4">
        <p className="max-w-3xl">{t(leadOf(counts, remembered))}</p>
        {action === null || remembered ? null : (
          <ManyAtOnce importId={importId} kind={kind} found={found} action={confirm} />
        )}
        {action === null || list.length === 0 ? (
          list
        ) : (
          <QuestionsForm importId={importId} isFromRow={isFromRow} action={action}>
            {list}
          </QuestionsForm>
        )}
        <QuestionPages importId={importId} found={found} remembered={remembered} />
      </div>
    </Section>
  );
}

function leadOf({ all }: FoundQuestions["counts"], remembered: boolean) {
  if (remembered) return "remembered.lead";
  return all > 0 ? "lead" : "remembered.allSettled";
}

function Question({
  question,
  kind,
  canAnswer,
}: {
  question: PersonQuestion;
  kind: ImportKind;
  canAnswer: boolean;
}) {
  const t = useTranslations("imports.people");
  const locale = useLocale();
  const { said, candidates, twin, rowNo, rows, rowNos } = question;
  const row = valuesOfRow(said, locale);
  const name = row.cyrillic || row.latin || said.studentNo;
  const columns = candidates.map(({ side }) => ({
    key: String(side.student.id),
    title: (
      <Link href={`/students/${side.student.id}`} className="text-lake hover:underline">
        {t("known", { number: side.student.studentNo })}
      </Link>
    ),
    values: valuesOfSide(side, locale),
  }));
  const other = twin && {
    key: "twin",
    title: t("twinRow", { row: twin.rowNo }),
    values: valuesOfRow(twin.said, locale),
  };
  return (
    <fieldset className="min-w-0 space-y-2 border-rule border-b pb-4">
      <legend className="font-semibold">{t("row", { row: rowNo, name, others: rows - 1 })}</legend>
      <SideTable
        caption={t("beside", { name })}
        columns={[
          { key: "file", title: t("inFile"), values: row },
          ...(other ? [other] : []),
          ...columns,
        ]}
      />
      {rows > 1 ? (
        <p className="max-w-3xl">
          {t("sameRows", { rows: rowNos.join(", "), more: rows > rowNos.length ? "yes" : "no" })}
        </p>
      ) : null}
      {question.more > 0 ? (
        <p className="max-w-3xl">{t("namesakes", { count: question.more })}</p>
      ) : null}
      {question.remembered ? <Remembered answer={question.remembered} /> : null}
      {canAnswer ? <PersonChoices question={question} kind={kind} /> : null}
      <ApartLink question={question} />
    </fieldset>
  );
}

/** What was said in an earlier import and holds here. */
function Remembered({
  answer: { choice, studentNo, importId, fileName },
}: {
  answer: NonNullable<PersonQuestion["remembered"]>;
}) {
  const t = useTranslations("imports.people.remembered");
  return (
    <p className="max-w-3xl">
      {t.rich("told", {
        answer: t(`answers.${choice}`, { number: studentNo ?? "" }),
        file: fileName,
        to: (chunks) => (
          <Link href={`/imports/${importId}`} className="text-lake underline underline-offset-3">
            {chunks}
          </Link>
        ),
      })}
    </p>
  );
}

/** Two students who are meant at once may be one person. */
function ApartLink({ question: { candidates } }: { question: PersonQuestion }) {
  const t = useTranslations("imports.people");
  const [one, other] = candidates;
  if (one === undefined || other === undefined) return null;
  const href = `/students/merge?kept=${one.side.student.id}&gone=${other.side.student.id}`;
  return (
    <p className="text-sm">
      <Link href={href} className="text-lake underline-offset-3 hover:underline">
        {t("maybeOne")}
      </Link>
    </p>
  );
}
