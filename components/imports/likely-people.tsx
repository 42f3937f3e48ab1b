"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { MixedCheckbox } from "@/components/ui/mixed-checkbox";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { forgetChoices, keepChoice, keptChoice } from "./kept-choices";

/** What a row says, and who may be meant by it: the one student, or another row; in words. */
export type LikelyRow = {
  identityKey: string;
  /** What its tick says: the student's key, or "new". */
  answer: string;
  /** The student who may be meant; null: another row of the file, whose number is `otherRow`. */
  student: { id: number; number: string } | null;
  otherRow: number;
  rowNo: number;
  name: string;
  /** Lines that stand beside each other. */
  file: readonly string[];
  known: readonly string[];
  same: string;
  /** What both say, and differently; "": nothing. */
  differs: string;
};

const questionOf = ({ identityKey }: LikelyRow) => `likely ${identityKey}`;

/** Whether it was ticked before another form of the page was sent, beside the same student. */
const isKept = (importId: string, row: LikelyRow) =>
  keptChoice(importId, questionOf(row), "") === row.answer;

/** Rows that one student alone may be, or that are called like another row, in a list to be ticked. */
export type LikelyList = "likely" | "twins";

/** Rows of such a list: what is ticked is confirmed at once, and nothing else. */
export function LikelyPeople({
  importId,
  rows,
  about,
  total,
  action,
}: {
  importId: string;
  about: LikelyList;
  rows: readonly LikelyRow[];
  /** How many there are; the list holds the first. */
  total: number;
  action: FormAction<null>;
}) {
  const t = useTranslations(`imports.people.${about}`);
  const { outcome, send } = useSentForm(action);
  const [marked, setMarked] = useState<ReadonlySet<string>>(
    () =>
      new Set(rows.filter((row) => isKept(importId, row)).map(({ identityKey }) => identityKey)),
  );
  const on = rows.filter(({ identityKey }) => marked.has(identityKey)).length;
  const mark = (keys: readonly string[], isOn: boolean) => {
    const next = new Set(marked);
    for (const key of keys) isOn ? next.add(key) : next.delete(key);
    setMarked(next);
    for (const row of rows) {
      const isMarked = next.has(row.identityKey);
      keepChoice(importId, questionOf(row), isMarked ? row.answer : "");
    }
  };
  return (
    <form
      action={send}
      onReset={keepEntered}
      onSubmit={() => forgetChoices(importId, rows.map(questionOf))}
      className="space-y-3"
    >
      <h3 className="font-semibold">{t("title", { count: total })}</h3>
      <p className="max-w-3xl">{t("lead")}</p>
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <Table caption={t("title", { count: total })}>
        <TableHead>
          <HeadCell>
            <MixedCheckbox
              checked={on === rows.length}
              mixed={on > 0 && on < rows.length}
              onChange={(event) =>
                mark(
                  rows.map(({ identityKey }) => identityKey),
                  event.target.checked,
                )
              }
              label={t("all", { count: rows.length })}
              hideLabel
            />
          </HeadCell>
          <HeadCell>{t("row")}</HeadCell>
          <HeadCell>{t("file")}</HeadCell>
          <HeadCell className="max-sm:hidden">{t("known")}</HeadCell>
          <HeadCell className="max-sm:hidden">{t("same")}</HeadCell>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.identityKey} marked={marked.has(row.identityKey)}>
              <Cell>
                <Checkbox
                  name="likely"
                  value={`${row.identityKey}:${row.answer}`}
                  checked={marked.has(row.identityKey)}
                  onChange={(event) => mark([row.identityKey], event.target.checked)}
                  label={t("one", {
                    ...{ rowNo: row.rowNo, name: row.name },
                    ...{ studentNo: row.student?.number ?? "", other: row.otherRow },
                  })}
                  hideLabel
                />
              </Cell>
              <RowHeadCell className="tabular-nums">
                <Link
                  href={`/imports/${importId}?people=${row.rowNo - 1}#people`}
                  className="text-lake underline underline-offset-3"
                >
                  {row.rowNo}
                </Link>
              </RowHeadCell>
              <Cell className="sm:min-w-48">
                <Lines of={row.file} />
                {/* On a narrow screen the student stands below the row instead of beyond the edge. */}
                <div className="mt-1 border-rule border-t pt-1 sm:hidden">
                  <Known importId={importId} row={row} />
                  <Differs row={row} />
                </div>
              </Cell>
              <Cell className="min-w-48 max-sm:hidden">
                <Known importId={importId} row={row} />
              </Cell>
              <Cell className="min-w-40 text-sm max-sm:hidden">
                {row.same}
                <Differs row={row} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pending={t("sending")} disabled={on === 0}>
          {t("confirm", { count: on })}
        </SubmitButton>
        {total > rows.length ? (
          <span className="text-muted text-sm">{t("first", { shown: rows.length, total })}</span>
        ) : null}
      </div>
    </form>
  );
}

function Known({
  importId,
  row: { known, student, otherRow },
}: {
  importId: string;
  row: LikelyRow;
}) {
  const t = useTranslations("imports.people");
  return (
    <>
      <Lines of={known} />
      <Link
        href={
          student === null
            ? `/imports/${importId}?row=${otherRow}#row-${otherRow}`
            : `/students/${student.id}`
        }
        className="text-lake text-sm underline underline-offset-3"
      >
        {student === null
          ? t("twinRow", { row: otherRow })
          : t("likely.student", { number: student.number })}
      </Link>
    </>
  );
}

function Differs({ row: { differs } }: { row: LikelyRow }) {
  const t = useTranslations("imports.people.likely");
  if (differs === "") return null;
  return (
    <span className="block font-medium text-near text-sm">{t("differs", { fields: differs })}</span>
  );
}

function Lines({ of: lines }: { of: readonly string[] }) {
  return lines.map((line, place) => (
    <span key={line} className={place === 0 ? "block" : "block text-muted text-sm"}>
      {line}
    </span>
  ));
}
