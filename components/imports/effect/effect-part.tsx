import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-heading";
import type { FormAction } from "@/components/ui/sent-form";
import { parseDay } from "@/lib/civil-date/day";
import type { EffectGroup, ImportEffect } from "@/lib/db/import/effect-words";
import type { FoundImport, ImportActions } from "../import-refused";
import { type Tense, tenseOf } from "../tense";
import { CheckAgain } from "./check-again";
import { EffectGroupItem } from "./effect-group";
import { EffectWaiting } from "./effect-waiting";
import { LastLogForm } from "./last-log-form";
import { sharesNobody } from "./shares-nobody";

type Known = Exclude<ImportEffect, { failed: true }>;

const SHOWN: readonly string[] = ["ready", "committing", "committed"];

/** What the file would mean for students: before anything is written, and kept with the import afterwards. */
export function EffectPart({
  found: { record, effect, effectIsOf, comparedLog },
  actions,
}: {
  found: FoundImport;
  actions: ImportActions | null;
}) {
  const t = useTranslations("imports.effect");
  const known = record.effect;
  const tense = tenseOf(record.state);
  if (!SHOWN.includes(record.state)) return null;
  if (known === null) {
    return record.state === "ready" ? (
      <Section id="effect" title={t("title", { tense })}>
        <EffectWaiting importId={record.id} />
      </Section>
    ) : null;
  }
  if ("failed" in known) {
    return (
      <Section id="effect" title={t("title", { tense })}>
        <Notice tone="warn">{t("failed", { tense })}</Notice>
      </Section>
    );
  }
  const day = parseDay(known.asOf);
  return (
    <Section
      id="effect"
      title={t("title", { tense })}
      aside={day === null ? null : t.rich("asOf", { day: () => <DayText day={day} /> })}
    >
      {effectIsOf === "now" ? null : (
        <CheckAgain record={record} isOf={effectIsOf} action={actions?.readAgain ?? null} />
      )}
      {sharesNobody(record, effect) ? <Notice tone="warn">{t("sharesNobody")}</Notice> : null}
      <EffectGroups groups={effect} known={known} importId={record.id} tense={tense} />
      <LastLog
        groups={effect}
        known={known}
        compared={comparedLog}
        importId={record.id}
        action={record.state === "ready" ? (actions?.compareLog ?? null) : null}
      />
    </Section>
  );
}

function EffectGroups({
  groups,
  known: { students, lastLog, unread = 0 },
  importId,
  tense,
}: {
  groups: readonly EffectGroup[];
  known: Known;
  importId: string;
  tense: Tense;
}) {
  const t = useTranslations("imports.effect");
  const changed = groups.some(({ kind }) => kind === "verdict" || kind === "added");
  return (
    <div className="space-y-3">
      {changed ? null : (
        <p>{t(students === 0 ? "nobody" : "noChange", { count: students, tense })}</p>
      )}
      {groups.length > 0 ? (
        <ul className="divide-y divide-rule border-rule border-y">
          {groups.map((group) => (
            <EffectGroupItem
              key={`${group.kind} ${group.before} ${group.after}`}
              group={group}
              lastLog={lastLog?.fileName ?? ""}
              unread={unread}
              importId={importId}
              tense={tense}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What is to be known of the last log beside who is missed: that this one is a part, or is not compared; and the choice. */
function LastLog({
  groups,
  known: { lastLog },
  compared,
  importId,
  action,
}: {
  groups: readonly EffectGroup[];
  known: Known;
  compared: FoundImport["comparedLog"];
  importId: string;
  action: FormAction<null> | null;
}) {
  const t = useTranslations("imports.effect");
  if (lastLog === null) return null;
  const isTold = lastLog.part !== undefined || groups.some(({ kind }) => kind === "vanished");
  if (compared.isCompared && !isTold) return null;
  return (
    <div className="mt-3 space-y-2">
      <p className="max-w-3xl empty:hidden">
        {compared.isCompared
          ? lastLog.part && t("partOnly", { lastLog: lastLog.fileName, ...lastLog.part })
          : t(compared.by === "lastLog" ? "lastLog.leftOutAsLast" : "lastLog.leftOut", {
              lastLog: lastLog.fileName,
            })}
      </p>
      {action === null ? null : (
        <LastLogForm importId={importId} isCompared={compared.isCompared} action={action} />
      )}
    </div>
  );
}
