import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-heading";
import { parseDay } from "@/lib/civil-date/day";
import type { EffectGroup, ImportEffect } from "@/lib/db/import/effect-words";
import type { FoundImport } from "../import-refused";
import { type Tense, tenseOf } from "../tense";
import { EffectGroupItem } from "./effect-group";
import { EffectWaiting } from "./effect-waiting";

const SHOWN: readonly string[] = ["ready", "committing", "committed"];

/** What the file would mean for students: before anything is written, and kept with the import afterwards. */
export function EffectPart({ found: { record, effect } }: { found: FoundImport }) {
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
      <EffectGroups groups={effect} known={known} importId={record.id} tense={tense} />
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
  known: Exclude<ImportEffect, { failed: true }>;
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
      {lastLog?.part ? (
        <p className="max-w-3xl">{t("partOnly", { lastLog: lastLog.fileName, ...lastLog.part })}</p>
      ) : null}
    </div>
  );
}
