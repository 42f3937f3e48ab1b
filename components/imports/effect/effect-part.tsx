import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-heading";
import { parseDay } from "@/lib/civil-date/day";
import type { EffectGroup } from "@/lib/db/import/effect-words";
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
        <EffectWaiting />
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
      title={t("title")}
      aside={day === null ? null : t.rich("asOf", { day: () => <DayText day={day} /> })}
    >
      <EffectGroups
        groups={effect}
        students={known.students}
        lastLog={known.lastLog?.fileName ?? ""}
        importId={record.id}
      />
    </Section>
  );
}

function EffectGroups({
  groups,
  students,
  lastLog,
  importId,
}: {
  groups: readonly EffectGroup[];
  students: number;
  lastLog: string;
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
              lastLog={lastLog}
              importId={importId}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
