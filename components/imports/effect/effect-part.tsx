import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-heading";
import { parseDay } from "@/lib/civil-date/day";
import type { EffectGroup, ImportEffect } from "@/lib/db/import/effect-words";
import type { FoundImport } from "../import-refused";
import { EffectGroupItem } from "./effect-group";
import { EffectWaiting } from "./effect-waiting";

const SHOWN: readonly string[] = ["ready", "committing", "committed"];

/** What the file would mean for students: before anything is written, and kept with the import afterwards. */
export function EffectPart({ found: { record, effect } }: { found: FoundImport }) {
  const t = useTranslations("imports.effect");
  const known = record.effect;
  if (!SHOWN.includes(record.state)) return null;
  if (known === null) {
    return record.state === "ready" ? (
      <Section title={t("title")}>
        <EffectWaiting importId={record.id} />
      </Section>
    ) : null;
  }
  if ("failed" in known) {
    return (
      <Section title={t("title")}>
        <Notice tone="warn">{t("failed")}</Notice>
      </Section>
    );
  }
  const day = parseDay(known.asOf);
  return (
    <Section
      title={t(record.state === "committed" ? "titleAfter" : "title")}
      aside={day === null ? null : t.rich("asOf", { day: () => <DayText day={day} /> })}
    >
      <EffectGroups groups={effect} known={known} importId={record.id} />
    </Section>
  );
}

function EffectGroups({
  groups,
  known: { students, lastLog, unread = 0 },
  importId,
}: {
  groups: readonly EffectGroup[];
  known: Exclude<ImportEffect, { failed: true }>;
  importId: string;
}) {
  const t = useTranslations("imports.effect");
  const changed = groups.some(({ kind }) => kind === "verdict" || kind === "added");
  return (
    <div className="space-y-3">
      {changed ? null : <p>{t(students === 0 ? "nobody" : "noChange", { count: students })}</p>}
      {groups.length > 0 ? (
        <ul className="divide-y divide-rule border-rule border-y">
          {groups.map((group) => (
            <EffectGroupItem
              key={`${group.kind} ${group.before} ${group.after}`}
              group={group}
              lastLog={lastLog?.fileName ?? ""}
              unread={unread}
              importId={importId}
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
