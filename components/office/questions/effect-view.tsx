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
  return ({ changed }, students) =>
    changed === 0 ? t("nobody", { students }) : t("somebody", { changed, students });
}

/** From which verdict to which, how many each, and who comes first. Nothing where nobody changes. */
export function EffectDetail({ effect }: { effect: Effect }) {
  const t = useTranslations("office.questions");
  if (effect.changed === 0) return null;
  return (
    <div className="space-y-2">
      <ul className="space-y-1">
        {effect.moves.map(({ from, to, count }) => (
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
          <span key={student.id}>
            {index === 0 ? "" : ", "}
            <Link
              href={`/students/${student.id}`}
              target="_blank"
              title={t("newTab")}
              className="text-lake underline underline-offset-3"
            >
              <StudentName {...student} />
            </Link>
          </span>
        ))}
        {effect.changed > effect.first.length
          ? t("andMore", { count: effect.changed - effect.first.length })
          : "."}
      </p>
    </div>
  );
}
