import Link from "next/link";
import { useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import type { Verdict } from "@/lib/compliance/assessment";
import type { EffectGroup, EffectKind, EffectStudent } from "@/lib/db/import/effect-words";

/** Names that are shown at once; the others on demand. */
const AT_ONCE = 12;
/** Groups of students whom the file leaves as they are. */
const STAYING: readonly EffectKind[] = ["absent", "unlisted"];
/** Groups of students who are not in the file. */
const MISSING: readonly EffectKind[] = [...STAYING, "vanished", "unanswered"];

/** Students for whom the file means the same: how many, what, and who. */
export function EffectGroupItem({
  group,
  lastLog,
  unread,
  importId,
}: {
  group: EffectGroup;
  /** The name of the log with which this one is compared. */
  lastLog: string;
  /** Rows of which it is not known whom they are about. */
  unread: number;
  importId: string;
}) {
  const t = useTranslations("imports.effect");
  const { count, students } = group;
  const [first, rest] = [students.slice(0, AT_ONCE), students.slice(AT_ONCE)];
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold tabular-nums">
          {t(`groups.${group.kind}`, { count, lastLog, list: group.before ?? "" })}
        </span>
        {group.kind === "unanswered" ? null : (
          <Verdicts before={group.before} after={group.after} />
        )}
      </p>
      {STAYING.includes(group.kind) ? (
        <p className="text-muted text-sm">{t("absentHint")}</p>
      ) : null}
      {MISSING.includes(group.kind) && unread > 0 ? (
        <p className="text-sm">{t("unread", { count: unread })}</p>
      ) : null}
      <p className="mt-1 text-sm">
        <Names students={first} importId={importId} />
      </p>
      {rest.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-lake">
            {t("more", { count: count - AT_ONCE })}
          </summary>
          <Names students={rest} importId={importId} />
          {count > students.length ? ` ${t("notNamed", { count: count - students.length })}` : null}
        </details>
      ) : null}
    </li>
  );
}

/** From which verdict to which; nothing where a group is not about verdicts. */
function Verdicts({ before, after }: { before: Verdict | null; after: Verdict | null }) {
  const t = useTranslations("imports.effect");
  return (
    <>
      {before === null ? null : <VerdictBadge verdict={before} />}
      {after === null ? null : (
        <>
          <span aria-hidden="true">→</span>
          <span className="sr-only">{t("becomes")}</span>
          <VerdictBadge verdict={after} />
        </>
      )}
    </>
  );
}

/** A student who is not there yet is found by the row. */
function Names({ students, importId }: { students: readonly EffectStudent[]; importId: string }) {
  return (
    <>
      {students.map(({ studentId, rowNo, name }, index) => (
        <span key={studentId ?? `row ${rowNo}`}>
          {index === 0 ? "" : ", "}
          <Link
            href={
              studentId === null
                ? `/imports/${importId}?outcome=new&after=${(rowNo ?? 1) - 1}#row-${rowNo}`
                : `/students/${studentId}`
            }
            className="text-lake underline-offset-3 hover:underline"
          >
            {name}
          </Link>
        </span>
      ))}
    </>
  );
}
