import { dayNumber, dayText } from "./calendar";

type FreeOfRegistration = { days: number; unit: "calendar" | "working" };

/** At most `days` counted days: in `within` days, of one stay, or of one calendar year. */
export type OracleLimit =
  | { kind: "window"; days: number; within: number }
  | { kind: "per_stay" | "calendar_year"; days: number };

/** `from` null: the rule was always in force; `to` null: it has no end. No `limits`: no day limit. */
export type OracleRule = {
  limits: readonly OracleLimit[];
  from: number | null;
  /** The first day that counts under it; null: it looks back for ever. */
  countsFrom: number | null;
  to: number | null;
  free: FreeOfRegistration | null;
  /** Stay limited by papers instead of days: neither readings nor exempt. */
  byVisa: boolean;
  /** Whole days of absence that end a cumulative count, where they are not the 90 of Kyrgyzstan. */
  absence?: number;
};

export type OracleRegime = "kg" | "schengen" | "kz" | "ru" | "tr" | "ge";

/** The answers of an office to the law's open questions that change a rule (A2, A19). */
export type OpenQuestions = {
  kzCountingStart: number;
  unconfirmedLimit: "60/120" | "30/60";
};

const KG_START = "2023-10-21";
const KG_855_LAST_DAY_BEFORE = "2026-01-03";
const KG_855 = "2026-01-04";

function inWindow(text: string): OracleLimit {
  const [days = 0, within = 0] = text.split("/").map(Number);
  return { kind: "window", days, within };
}

function rule(
  limit: string | null,
  from: string,
  to: string | null,
  free: string,
  byVisa = false,
): OracleRule {
  const [count = 0, unit] = free.split(" ");
  return {
    limits: limit === null ? [] : [inWindow(limit)],
    from: dayNumber(from),
    countsFrom: dayNumber(from),
    to: to === null ? null : dayNumber(to),
    free: { days: Number(count), unit: unit === "working" ? "working" : "calendar" },
    byVisa,
  };
}

function kazakhstan(start: number): OracleRule[] {
  const counting = rule("90/180", dayText(start), null, "30 calendar");
  if (start <= dayNumber(KG_START)) return [counting];
  return [rule(null, KG_START, dayText(start - 1), "30 calendar"), counting];
}

function sixtyUntil855(then: string, free: string): OracleRule[] {
  return [rule("60/120", KG_START, KG_855_LAST_DAY_BEFORE, free), rule(then, KG_855, null, free)];
}

function unconfirmed(questions: OpenQuestions, free: string): OracleRule[] {
  if (questions.unconfirmedLimit === "30/60") return sixtyUntil855("30/60", free);
  return [rule("60/120", KG_START, null, free)];
}

/** docs/rules.md, section 1, row by row. */
function kgRows(questions: OpenQuestions): { citizenships: string; rules: OracleRule[] }[] {
  return [
    { citizenships: "KZ", rules: kazakhstan(questions.kzCountingStart) },
    {
      citizenships: "RU BY AM TR RS UA MN",
      rules: [rule("90/180", KG_START, null, "30 calendar")],
    },
    { citizenships: "UZ", rules: [rule("60/120", KG_START, null, "5 working")] },
    { citizenships: "TJ GE MD", rules: unconfirmed(questions, "5 working") },
    { citizenships: "AZ", rules: unconfirmed(questions, "15 calendar") },
    { citizenships: "SA AE QA KW OM BH", rules: sixtyUntil855("180/360", "60 calendar") },
    {
      citizenships: "DE FR GB US JP KR CH NO AU CA NZ",
      rules: sixtyUntil855("30/60", "60 calendar"),
    },
  ];
}
const VISA_NATIONALS = [rule(null, KG_START, null, "5 working", true)];

/** A rule that looks back for ever, of a regime without a duty to register. */
function lasting(...limits: OracleLimit[]): OracleRule {
  return { limits, from: null, countsFrom: null, to: null, free: null, byVisa: false };
}

/** docs/rules.md, section 9. */
const ELSEWHERE: Record<Exclude<OracleRegime, "kg">, (citizenship: string) => OracleRule[]> = {
  schengen: () => [lasting(inWindow("90/180"))],
  tr: () => [lasting(inWindow("90/180"))],
  kz: (citizenship) => {
    const days = ["RU", "BY", "AM", "KG"].includes(citizenship) ? 90 : 30;
    return [lasting(inWindow("90/180"), { kind: "per_stay", days })];
  },
  ru: () => [
    { ...lasting(inWindow("90/180")), to: dayNumber("2024-12-31") },
    {
      ...lasting({ kind: "per_stay", days: 90 }, { kind: "calendar_year", days: 90 }),
      from: dayNumber("2025-01-01"),
    },
  ],
  ge: () => [lasting({ kind: "per_stay", days: 365 })],
};

/** Every rule that a regime has or had for a citizenship. */
export function rulesFor(
  regime: OracleRegime,
  citizenship: string,
  questions: OpenQuestions,
): OracleRule[] {
  if (regime !== "kg") return ELSEWHERE[regime](citizenship);
  const row = kgRows(questions).find((one) => one.citizenships.split(" ").includes(citizenship));
  return row?.rules ?? VISA_NATIONALS;
}

/** The rule in force on a day; null: the law of that day is not known. */
export function ruleOn(rules: readonly OracleRule[], day: number): OracleRule | null {
  for (const one of rules) {
    const begun = one.from === null || one.from <= day;
    const ended = one.to !== null && one.to < day;
    if (begun && !ended) return one;
  }
  return null;
}

/** The citizens who are at home: no rule of the regime touches them. */
export function isHome(regime: OracleRegime, citizenship: string): boolean {
  return regime !== "schengen" && citizenship.toLowerCase() === regime;
}

const PERMITS = ["residence_permit", "temporary_residence_permit"];

/** The grounds that stop the count: docs/rules.md, section 4 for Kyrgyzstan; elsewhere permits, and mostly visas (section 9). */
export function isGround(regime: OracleRegime, kind: string): boolean {
  if (regime === "kg") return true;
  return PERMITS.includes(kind) || (regime !== "tr" && kind === "visa");
}
