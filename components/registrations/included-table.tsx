import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import type { Day } from "@/lib/civil-date/day";
import type { Candidate, RequestAnswer } from "@/lib/services/registrations/get-request-list";
import { AnswerInWords } from "./answer-words";
import { CandidateName } from "./candidate-name";
import { WarningList } from "./warning-list";

/** Those who go in, numbered, with what the request says of each. */
export function IncludedTable({
  caption,
  candidates,
  asOf,
  answers,
  tools,
}: {
  caption: string;
  candidates: readonly Candidate[];
  asOf: Day;
  /** Of a filed list: what the authority answered, by student. */
  answers?: ReadonlyMap<number, RequestAnswer> | undefined;
  /** At the end of a row: what can be done with the student. */
  tools?: ((candidate: Candidate) => ReactNode) | undefined;
}) {
  const t = useTranslations("registrations");
  const answered = answers !== undefined && answers.size > 0;
  const warned = candidates.some(({ warnings }) => warnings.length > 0);
  return (
    <Table caption={caption}>
      <TableHead>
        <HeadCell align="end">{t("fields.number")}</HeadCell>
        <HeadCell>{t("columns.student")}</HeadCell>
        <HeadCell>{t("columns.document")}</HeadCell>
        <HeadCell>{t("columns.entry")}</HeadCell>
        <HeadCell>{t("columns.residence")}</HeadCell>
        <HeadCell>{t("columns.period")}</HeadCell>
        {answered ? <HeadCell>{t("answers.answer")}</HeadCell> : null}
        {warned ? <HeadCell>{t("columns.warnings")}</HeadCell> : null}
        {tools ? (
          <HeadCell>
            <span className="sr-only">{t("draft.takeOff")}</span>
          </HeadCell>
        ) : null}
      </TableHead>
      <tbody>
        {candidates.map((candidate, index) => (
          <Row key={candidate.studentId}>
            <Cell align="end">{index + 1}</Cell>
            <RowHeadCell className="min-w-44">
              <CandidateName candidate={candidate} asOf={asOf} />
            </RowHeadCell>
            <RequestCells fields={candidate.fields} />
            {answered ? <AnswerCell answer={answers?.get(candidate.studentId)} /> : null}
            {warned ? (
              <Cell>
                <WarningList warnings={candidate.warnings} />
              </Cell>
            ) : null}
            {tools ? <Cell className="text-right">{tools(candidate)}</Cell> : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function AnswerCell({ answer }: { answer: RequestAnswer | undefined }) {
  const t = useTranslations("registrations.answers");
  return (
    <Cell className="min-w-44">
      {answer === undefined ? (
        <span className="text-muted">{t("open")}</span>
      ) : (
        <AnswerInWords answer={answer} />
      )}
    </Cell>
  );
}

function RequestCells({ fields }: { fields: Candidate["fields"] }) {
  const t = useTranslations("registrations");
  const { documentExpires, lastEntryOn, registrationFrom, registrationTo, dormitory, room } =
    fields;
  return (
    <>
      <Cell className="whitespace-nowrap tabular-nums">
        {fields.documentNo}
        {documentExpires === null ? null : (
          <Small>
            {t("until")} <DayText day={documentExpires} form="table" />
          </Small>
        )}
      </Cell>
      <Cell>
        {lastEntryOn === null ? null : <DayText day={lastEntryOn} form="table" />}
        <Small>{fields.lastEntryCheckpoint}</Small>
      </Cell>
      <Cell className="min-w-40">
        {fields.route === "dormitory" ? t("dormitoryRoom", { dormitory, room }) : fields.address}
        <Small>{t(`words.route.${fields.route}`)}</Small>
      </Cell>
      <Cell className="whitespace-nowrap">
        {registrationFrom === null || registrationTo === null ? null : (
          <>
            <DayText day={registrationFrom} form="table" /> –{" "}
            <DayText day={registrationTo} form="table" />
          </>
        )}
      </Cell>
    </>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="block text-muted text-xs">{children}</span>;
}
