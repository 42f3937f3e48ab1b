"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { Select } from "@/components/ui/select";
import { type Day, formatDay, parseDay } from "@/lib/civil-date/day";
import type { RowProblem } from "./check-plan";
import { PLAN_ROUTES, type PlanRow } from "./plan-row";
import type { PlanTools } from "./plan-sheet";
import { ProblemWords } from "./problem-words";
import { RecordCrossing } from "./record-crossing";

type Row = {
  row: PlanRow;
  change: (row: PlanRow) => void;
};

/** One row of the plan: its days, on or off, and in words why it cannot be. */
export function PlanRowFields({
  number,
  row,
  problem,
  isNew,
  tools,
  change,
  remove,
  recorded,
}: Row & {
  number: number;
  problem: RowProblem | null;
  /** Just added: the focus goes to its first field. */
  isNew: boolean;
  tools: PlanTools;
  remove: () => void;
  recorded: () => void;
}) {
  const t = useTranslations("plan.row");
  const problemId = useId();
  const first = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isNew) first.current?.querySelector<HTMLElement>("select, [contenteditable]")?.focus();
  }, [isNew]);
  return (
    <li className="py-3">
      <fieldset
        ref={first}
        aria-describedby={problem === null ? undefined : problemId}
        className="space-y-2"
      >
        <legend className="font-medium">
          {t(`kinds.${row.kind}`)}
          <span className="sr-only"> ({t("number", { number })})</span>
          {row.isOn ? null : <span className="font-normal text-muted"> · {t("off")}</span>}
        </legend>
        <Fields row={row} change={change} />
        {problem === null ? null : (
          <p id={problemId} role="status" className="text-over text-sm">
            <ProblemWords row={row} problem={problem} />
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Checkbox
            label={t("isOn")}
            checked={row.isOn}
            onChange={(event) => change({ ...row, isOn: event.target.checked })}
          />
          <Button size="small" look="quiet" onClick={remove}>
            {t("remove")}
            <span className="sr-only">: {t(`kinds.${row.kind}`)}</span>
          </Button>
          <ForGood
            row={row}
            possible={problem === null && row.isOn}
            tools={tools}
            recorded={recorded}
          />
        </div>
      </fieldset>
    </li>
  );
}

function Fields({ row, change }: Row) {
  const t = useTranslations("plan.row");
  const words = useTranslations("assessment");
  const date = (name: "from" | "to", day: Day | null) => ({
    defaultValue: day === null ? "" : formatDay(day),
    onChange: (sent: string) => change({ ...row, [name]: parseDay(sent) } as PlanRow),
  });
  if (row.kind === "crossing") {
    return (
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t("direction")}
          value={row.direction}
          options={(["exit", "entry"] as const).map((value) => ({
            value,
            label: words(`directions.${value}`),
          }))}
          onChange={(event) => {
            change({ ...row, direction: event.target.value === "entry" ? "entry" : "exit" });
          }}
        />
        <DateField label={t("fields.crossing.from")} {...date("from", row.from)} />
      </div>
    );
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      {row.kind === "registration" ? (
        <div className="col-span-2">
          <Select
            label={t("route")}
            value={row.route}
            options={PLAN_ROUTES.map((value) => ({ value, label: t(`routes.${value}`) }))}
            onChange={(event) => {
              const route = PLAN_ROUTES.find((one) => one === event.target.value);
              if (route !== undefined) change({ ...row, route });
            }}
          />
        </div>
      ) : null}
      <DateField label={t(`fields.${row.kind}.from`)} {...date("from", row.from)} />
      <DateField
        label={t(`fields.${row.kind}.to`)}
        hint={t(`fields.${row.kind}.toHint`)}
        {...date("to", row.to)}
      />
    </div>
  );
}

/** What can be done so that it is no plan any more. */
function ForGood({
  row,
  possible,
  tools: { studentId, registerHref, record },
  recorded,
}: {
  row: PlanRow;
  /** The row is part of the plan. */
  possible: boolean;
  tools: PlanTools;
  recorded: () => void;
}) {
  const t = useTranslations("plan");
  const [open, setOpen] = useState(false);
  // An open form stays: what it has just entered makes the row one that the log holds already.
  if (!possible && !open) return null;
  if (row.kind === "registration" && registerHref !== null && possible) {
    return (
      <LinkButton size="small" look="quiet" href={registerHref}>
        {t("register")}
      </LinkButton>
    );
  }
  if (row.kind !== "crossing" || row.from === null || record === null) return null;
  return (
    <>
      <Button size="small" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("record.open")}
      </Button>
      {open ? (
        <RecordCrossing
          studentId={studentId}
          direction={row.direction}
          day={row.from}
          action={record}
          recorded={recorded}
        />
      ) : null}
    </>
  );
}
