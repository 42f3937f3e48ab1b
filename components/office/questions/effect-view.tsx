"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import { StudentName } from "@/components/students/student-name";
import type { SettingsEffect } from "@/lib/services/office/settings-effect";

type Effect = SettingsEffect["together"];

/** How many students would stand otherwise, in one sentence. */
export function useEffectSentence(): (effect: Effect, students: number) => string {
  const t = useTranslations("office.questions");
  return ({ students: changed }, students) =>
    changed === 0 ? t("nobody", { students }) : t("somebody", { changed, students });
}

/** From which verdict to which, how many each, and who comes first. Nothing where nobody changes. */
export function EffectDetail({ effect }: { effect: Effect }) {
  const t = useTranslations("office.questions");
  if (effect.students === 0) return null;
  return (
    <div className="space-y-2">
      <ul className="space-y-1">
        {effect.changes.map(({ from, to, count }) => (
          <li key={`${from} ${to}`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-8 text-right font-semibold tabular-nums">{count}</span>
            <VerdictBadge verdict={from} />
            <span aria-hidden="true">→</span>
            <span className="sr-only">{t("becomes")}</span>
            <VerdictBadge verdict={to} />
          </li>
        ))}
      </ul>
      <p className="text-sm">
        {t("first")}{" "}
        {effect.first.map((student, index) => (
          <span key={student.studentId}>
            {index === 0 ? "" : ", "}
            <Link
              href={`/students/${student.studentId}`}
              target="_blank"
              title={t("newTab")}
              className="text-lake underline underline-offset-3"
            >
              <StudentName {...student} />
            </Link>
          </span>
        ))}
        {effect.students > effect.first.length
          ? t("andMore", { count: effect.students - effect.first.length })
          : "."}
      </p>
    </div>
  );
}
