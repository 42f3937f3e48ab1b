import { dayNumber, dayText } from "./calendar";

type FreeOfRegistration = { days: number; unit: "calendar" | "working" };

/** `from` null: the rule reaches back for ever; `to` null: it has no end. `limit` null: no day limit. */
export type OracleRule = {
  limit: { days: number; window: number } | null;
  from: number | null;
  to: number | null;
  free: FreeOfRegistration | null;
  /** Stay limited by papers instead of days: neither readings nor exempt. */
  byVisa: boolean;
};

export type OracleRegime = "kg" | "schengen";

/** The answers of an office to the law's open questions that change a rule (A2, A19). */
export type OpenQuestions = {
  kzCountingStart: number;
  unconfirmedLimit: "60/120" | "30/60";
};

const KG_START = "2023-10-21";
const KG_855_LAST_DAY_BEFORE = "2026-01-03";
const KG_855 = "2026-01-04";

function rule(
  limit: string | null,
  from: string,
  to: string | null,
  free: string,
  byVisa = false,
): OracleRule {
  const [days = 0, window = 0] = (limit ?? "").split("/").map(Number);
  const [count = 0, unit] = free.split(" ");
  return {
    limit: limit === null ? null : { days, window },
    from: dayNumber(from),
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

/** LAW section 3, row by row. */
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
const SCHENGEN: OracleRule = {
  limit: { days: 90, window: 180 },
  from: null,
  to: null,
  free: null,
  byVisa: false,
};

/** Every rule that a regime has or had for a citizenship. */
export function rulesFor(
  regime: OracleRegime,
  citizenship: string,
  questions: OpenQuestions,
): OracleRule[] {
  if (regime === "schengen") return [SCHENGEN];
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

/** The grounds that stop the count: LAW section 6, and section 8 for Schengen. */
export function pauses(regime: OracleRegime, kind: string): boolean {
  if (regime === "kg") return true;
  return ["residence_permit", "temporary_residence_permit", "visa"].includes(kind);
}
