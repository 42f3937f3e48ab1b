import Link from "next/link";
import { useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import type { Verdict } from "@/lib/compliance/assessment";
import type { EffectGroup, EffectKind, EffectStudent } from "@/lib/db/import/effect-words";
import type { Tense } from "../tense";

/** Names that are shown at once; the others on demand. */
const AT_ONCE = 5;
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
  tense,
}: {
  group: EffectGroup;
  /** The name of the log with which this one is compared. */
  lastLog: string;
  /** Rows of which it is not known whom they are about. */
  unread: number;
  importId: string;
  tense: Tense;
}) {
  const t = useTranslations("imports.effect");
  const { count } = group;
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold tabular-nums">
          {t(`groups.${group.kind}`, { count, lastLog, list: group.before ?? "", tense })}
        </span>
        {group.kind === "unanswered" ? null : (
          <Verdicts before={group.before} after={group.after} tense={tense} />
        )}
      </p>
      {STAYING.includes(group.kind) ? (
        <p className="text-muted text-sm">{t("absentHint", { tense })}</p>
      ) : null}
      {group.kind === "broken" ? <p className="text-muted text-sm">{t("brokenHint")}</p> : null}
      {MISSING.includes(group.kind) && unread > 0 ? (
        <p className="text-sm">{t("unread", { count: unread, tense })}</p>
      ) : null}
      <Who group={group} importId={importId} />
    </li>
  );
}

/** The first names at once and the others on demand. */
function Who({
  group: { kind, count, students },
  importId,
}: {
  group: EffectGroup;
  importId: string;
}) {
  const t = useTranslations("imports.effect");
  // Nothing happens to who is missing: where there are many, their names need not be passed on the way to the rest.
  const shown = MISSING.includes(kind) && count > AT_ONCE ? 0 : AT_ONCE;
  const [first, rest] = [students.slice(0, shown), students.slice(shown)];
  return (
    <>
      {first.length > 0 ? (
        <p className="mt-1 text-sm">
          <Names students={first} importId={importId} />
        </p>
      ) : null}
      {rest.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-lake">
            {t(shown === 0 ? "names" : "more", { count: count - shown })}
          </summary>
          <Names students={rest} importId={importId} />
          {count > students.length ? ` ${t("notNamed", { count: count - students.length })}` : null}
        </details>
      ) : null}
    </>
  );
}

/** From which verdict to which; nothing where a group is not about verdicts. */
function Verdicts({
  before,
  after,
  tense,
}: {
  before: Verdict | null;
  after: Verdict | null;
  tense: Tense;
}) {
  const t = useTranslations("imports.effect");
  return (
    <>
      {before === null ? null : <VerdictBadge verdict={before} />}
      {after === null ? null : (
        <>
          <span aria-hidden="true">→</span>
          <span className="sr-only">{t("becomes", { tense })}</span>
          <VerdictBadge verdict={after} />
        </>
      )}
    </>
  );
}

/** A student who is not there yet is found by the row. Namesakes are told apart by what finds them. */
function Names({ students, importId }: { students: readonly EffectStudent[]; importId: string }) {
  const t = useTranslations("imports.effect");
  const names = students.map(({ name }) => name);
  const isNamesake = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const told = ({ name, studentNo, rowNo }: EffectStudent) => {
    if (!isNamesake(name)) return name;
    return studentNo === null
      ? t("ofRow", { name, row: rowNo ?? 0 })
      : t("ofNumber", { name, number: studentNo });
  };
  return (
    <>
      {students.map((student, index) => (
        <span key={student.studentId ?? `row ${student.rowNo}`}>
          {index === 0 ? "" : ", "}
          <Link
            href={
              student.studentId === null
                ? `/imports/${importId}?outcome=new&row=${student.rowNo}#row-${student.rowNo}`
                : `/students/${student.studentId}`
            }
            className="text-lake underline-offset-3 hover:underline"
          >
            {told(student)}
          </Link>
        </span>
      ))}
    </>
  );
}
