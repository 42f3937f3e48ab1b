"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-heading";
import type { FormAction } from "@/components/ui/sent-form";
import { EntryCalendar } from "./entry-calendar";
import type { ReadPlan } from "./plan-address";
import type { PlanBasis } from "./plan-basis";
import { PlanComparison } from "./plan-comparison";
import { PlanPicture } from "./plan-picture";
import { PlanPresets } from "./plan-presets";
import { MOST_ROWS, type PlanRoute, type PlanRowKind } from "./plan-row";
import { PlanRowFields } from "./plan-row-fields";
import { usePlan } from "./plan-state";
import { PlanStory } from "./plan-story";
import { tryPlan } from "./tried-plan";

const KINDS: readonly PlanRowKind[] = ["trip", "visit", "registration", "crossing"];

/** Who tries a plan, and what may be done about it. */
export type PlanTools = {
  studentId: number;
  /** Where a registration begins; null: this user may not. */
  registerHref: string | null;
  /** Enters a missing crossing for good; null: this user may not. */
  record: FormAction<null> | null;
};

/** The plan, what comes of it, and its days: computed here, at every change, and stored nowhere. */
export function PlanSheet({
  basis,
  start,
  route,
  tools,
}: {
  basis: PlanBasis;
  /** What the address holds. */
  start: ReadPlan;
  /** By what the student would be registered. */
  route: PlanRoute;
  tools: PlanTools;
}) {
  const t = useTranslations("plan");
  const { rows, added, add, change, remove, clear } = usePlan(start.rows);
  const [recorded, setRecorded] = useState(false);
  const addRow = useRef<HTMLDivElement>(null);
  const settled = useDeferredValue(rows);
  const tried = useMemo(
    () =>
      tryPlan(
        settled.map(({ row }) => row),
        basis,
      ),
    [settled, basis],
  );
  const removeRow = (id: number) => {
    remove(id);
    addRow.current?.querySelector("button")?.focus();
  };
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[24rem_minmax(0,1fr)]">
      <div className="xl:sticky xl:top-(--top-bar) xl:max-h-[calc(100dvh-var(--top-bar))] xl:self-start xl:overflow-y-auto print:static print:max-h-none">
        <Section title={t("title")} aside={t("nothingStored")}>
          <div className="space-y-4">
            {start.unreadable.length === 0 ? null : (
              <Notice tone="warn" title={t("unreadable")}>
                <p className="break-all">{start.unreadable.join(" · ")}</p>
              </Notice>
            )}
            {recorded ? <Notice tone="done">{t("record.done")}</Notice> : null}
            <PlanPresets
              basis={basis}
              asItStands={tried.asItStands}
              route={route}
              full={rows.length >= MOST_ROWS}
              add={add}
            />
            <ol className="divide-y divide-rule border-rule border-y empty:hidden">
              {rows.map(({ id, row }, index) => (
                <PlanRowFields
                  key={id}
                  number={index + 1}
                  row={row}
                  problem={tried.problems[settled.findIndex((kept) => kept.id === id)] ?? null}
                  isNew={id === added}
                  tools={tools}
                  change={(changed) => change(id, changed)}
                  remove={() => removeRow(id)}
                  recorded={() => {
                    setRecorded(true);
                    removeRow(id);
                  }}
                />
              ))}
            </ol>
            <div ref={addRow} className="flex flex-wrap gap-2">
              {KINDS.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  disabled={rows.length >= MOST_ROWS}
                  onClick={() => add(kind)}
                >
                  {t(`add.${kind}`)}
                </Button>
              ))}
              {rows.length === 0 ? null : (
                <Button size="small" look="quiet" onClick={clear}>
                  {t("clear")}
                </Button>
              )}
            </div>
          </div>
        </Section>
      </div>
      <div className="min-w-0 space-y-8">
        <Section title={t("outcome")}>
          <div className="space-y-4">
            {tried.isUnseen ? <Notice tone="warn">{t("noCrossings")}</Notice> : null}
            <PlanStory tried={tried} />
            <PlanComparison tried={tried} settings={basis.settings} />
          </div>
        </Section>
        <Section title={t("days")}>
          <PlanPicture planned={tried.planned} basis={basis} />
        </Section>
        <Section id="entries" title={t("entries.title")}>
          <EntryCalendar planned={tried.planned} basis={basis} isUnseen={tried.isUnseen} />
        </Section>
      </div>
    </div>
  );
}
