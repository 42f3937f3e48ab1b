import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "@/lib/civil-date/day";
import type { Effect, Repair } from "@/lib/compliance/trouble";
import { dayInTable, dayInWords } from "@/lib/i18n/format-day";
import type { StudentFile } from "@/lib/services/students/get-student";
import { type Asked, RepairForm } from "../repair/repair-form";

/** A proposed repair: what it would do, and the form that makes it for whoever may. */
export function RepairOffer({
  repair,
  file,
  mayRepair,
}: {
  repair: Repair;
  file: StudentFile;
  mayRepair: boolean;
}) {
  const about = (
    <>
      <p className="text-sm">
        <EffectText
          effect={repair.effect}
          file={file}
          byDay={repair.kind !== "set_aside" && repair.between.from !== repair.between.to}
        />
      </p>
      {repair.kind === "set_aside" ? null : <LikelyDay repair={repair} />}
    </>
  );
  if (!mayRepair) {
    return (
      <>
        <p className="font-medium">
          <OfferText repair={repair} file={file} />
        </p>
        {about}
      </>
    );
  }
  return (
    <>
      {/* One name for all: choosing one closes the others. */}
      <details name="repair">
        <summary className="font-medium text-lake">
          <OfferText repair={repair} file={file} />
        </summary>
        <OfferForm repair={repair} file={file} />
      </details>
      {about}
    </>
  );
}

function OfferForm({ repair, file }: { repair: Repair; file: StudentFile }) {
  const t = useTranslations("logRepair.form");
  const locale = useLocale();
  const hint =
    repair.kind === "set_aside"
      ? ""
      : t("dayHint", {
          from: dayInWords(repair.between.from, locale),
          to: dayInWords(repair.between.to, locale),
        });
  return (
    <RepairForm
      studentId={file.student.id}
      factsVersion={file.factsVersion}
      asked={askedBy(repair)}
      dayHint={hint}
    />
  );
}

function askedBy(repair: Repair): Asked {
  if (repair.kind === "set_aside") return { kind: "set_aside", refs: repair.refs };
  const { kind, between, likely } = repair;
  return {
    kind,
    from: formatDay(between.from),
    to: formatDay(between.to),
    likely: likely === null ? null : formatDay(likely),
  };
}

function OfferText({ repair, file }: { repair: Repair; file: StudentFile }): ReactNode {
  const t = useTranslations("logRepair.offer");
  const words = useTranslations("assessment.directions");
  const locale = useLocale();
  if (repair.kind === "set_aside") {
    const what = file.crossings
      .filter(({ ref }) => repair.refs.includes(ref))
      .map(({ direction, day }) => `${words(direction)} ${dayInTable(day)}`)
      .join(", ");
    return t("set_aside", { count: repair.refs.length, what });
  }
  const { from, to } = repair.between;
  if (from !== to) {
    return t(repair.kind, { from: dayInWords(from, locale), to: dayInWords(to, locale) });
  }
  return t(repair.kind === "add_exit" ? "addExitOn" : "addEntryOn", {
    on: dayInWords(from, locale),
  });
}

function EffectText({
  effect,
  file,
  byDay,
}: {
  effect: Effect;
  file: StudentFile;
  /** It depends on the day that is entered. */
  byDay: boolean;
}): ReactNode {
  const t = useTranslations("logRepair.effect");
  const words = useTranslations("assessment.verdicts");
  const { usedMin, usedMax, verdict, verdictAtLeast } = effect;
  if (usedMin === usedMax && isAsNow(effect, file)) return t("same");
  const told = {
    verdict: words(verdict),
    atLeast: words(verdictAtLeast),
    byDay: byDay ? "yes" : "no",
  };
  if (usedMin === null || usedMax === null) return t("noLimit", told);
  if (verdict !== verdictAtLeast)
    return t("rangeVerdicts", { ...told, min: usedMin, max: usedMax });
  return usedMin === usedMax
    ? t("exact", { ...told, used: usedMax })
    : t("range", { ...told, min: usedMin, max: usedMax });
}

function isAsNow(effect: Effect, { assessment }: StudentFile): boolean {
  const { headline, readings, verdict, verdictAtLeast } = assessment;
  const now = headline === null ? undefined : readings[headline];
  return (
    effect.verdict === verdict &&
    effect.verdictAtLeast === verdictAtLeast &&
    effect.usedMin === (now?.usedMin ?? null) &&
    effect.usedMax === (now?.usedMax ?? null)
  );
}

/** The guess from the person's own rhythm, named as one. */
function LikelyDay({ repair }: { repair: Extract<Repair, { kind: "add_exit" | "add_entry" }> }) {
  const t = useTranslations("logRepair");
  const words = useTranslations("assessment.verdicts");
  const locale = useLocale();
  const { likely, effectIfLikely, between } = repair;
  if (likely === null || effectIfLikely === null || between.from === between.to) return null;
  const { usedMin, usedMax, verdict } = effectIfLikely;
  if (usedMax === null) return null;
  const used = usedMin === usedMax ? String(usedMax) : `${usedMin}–${usedMax}`;
  return (
    <p className="text-muted text-sm">
      {t("likely", { day: dayInWords(likely, locale), used, verdict: words(verdict) })}
    </p>
  );
}
