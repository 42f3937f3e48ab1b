import { useTranslations } from "next-intl";
import { Radio } from "@/components/ui/radio";
import type { ImportKind } from "@/lib/db/import/import-words";
import type { PersonQuestion } from "@/lib/services/imports/decide-people";
import { useReasonWords } from "./reason-words";

/** What can be said of a row: who it is, or that it stays out. */
export function PersonChoices({ question, kind }: { question: PersonQuestion; kind: ImportKind }) {
  const t = useTranslations("imports.people");
  const reasonWords = useReasonWords();
  const { identityKey, candidates, twin, choice, chosenId } = question;
  const name = `choice-${identityKey}`;
  // Only a roster brings students.
  const mayBeNew =
    kind === "roster" && !candidates.some(({ reasons }) => reasons.includes("number"));
  const own = candidates.find(({ side }) => side.student.id === twin?.studentId)?.side.student;
  const choosable = candidates.filter(({ side }) => side.student.id !== own?.id);
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {choosable.map(({ side: { student }, ...meant }) => (
        <Radio
          key={student.id}
          name={name}
          value={`student:${student.id}`}
          defaultChecked={choice === "student" && chosenId === student.id}
          label={t("thisPerson", { number: student.studentNo })}
          hint={t("because", { reasons: reasonWords(meant) })}
        />
      ))}
      {mayBeNew ? (
        <Radio
          name={name}
          value="new"
          defaultChecked={choice === "new"}
          label={t(twin && !own ? "someoneElse" : "someoneNew")}
          hint={t("someoneNewHint")}
        />
      ) : null}
      {twin ? (
        <Radio
          name={name}
          value="sameAsRow"
          defaultChecked={choice === "sameAsRow"}
          label={t("sameAsRow", { row: twin.rowNo })}
          hint={
            own
              ? t("ownRowHint", { row: twin.rowNo, number: own.studentNo })
              : t("sameAsRowHint", { row: twin.rowNo })
          }
        />
      ) : null}
      {twin && !own ? null : (
        <>
          <Radio
            name={name}
            value="leaveOut"
            defaultChecked={choice === "leaveOut"}
            label={t("leaveOut")}
            hint={t("leaveOutHint")}
          />
          <Radio
            name={name}
            value="leaveOutAlways"
            defaultChecked={choice === "leaveOutAlways"}
            label={t("leaveOutAlways")}
            hint={t("leaveOutAlwaysHint")}
          />
        </>
      )}
    </div>
  );
}
