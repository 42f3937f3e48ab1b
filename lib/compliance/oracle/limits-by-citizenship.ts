import { dayNumber } from "./calendar";

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

const KG_START = "2023-10-21";

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

/** LAW section 3, row by row. */
const KG_ROWS: { citizenships: string; rules: OracleRule[] }[] = [
  {
    citizenships: "KZ",
    rules: [
      rule(null, KG_START, "2025-08-31", "30 calendar"),
      rule("90/180", "2025-09-01", null, "30 calendar"),
    ],
  },
  {
    citizenships: "RU BY AM TR RS UA MN",
    rules: [rule("90/180", KG_START, null, "30 calendar")],
  },
  { citizenships: "UZ TJ GE MD", rules: [rule("60/120", KG_START, null, "5 working")] },
  { citizenships: "AZ", rules: [rule("60/120", KG_START, null, "15 calendar")] },
  {
    citizenships: "SA AE QA KW OM BH",
    rules: [
      rule("60/120", KG_START, "2026-01-03", "60 calendar"),
      rule("180/360", "2026-01-04", null, "60 calendar"),
    ],
  },
  {
    citizenships: "DE FR GB US JP KR CH NO AU CA NZ",
    rules: [
      rule("60/120", KG_START, "2026-01-03", "60 calendar"),
      rule("30/60", "2026-01-04", null, "60 calendar"),
    ],
  },
];
const VISA_NATIONALS = [rule(null, KG_START, null, "5 working", true)];
const SCHENGEN: OracleRule = {
  limit: { days: 90, window: 180 },
  from: null,
  to: null,
  free: null,
  byVisa: false,
};

/** The rule in force for a citizenship on a day; null: the law of that day is not known. */
export function ruleOn(regime: OracleRegime, citizenship: string, day: number): OracleRule | null {
  if (regime === "schengen") return SCHENGEN;
  const row = KG_ROWS.find((one) => one.citizenships.split(" ").includes(citizenship));
  for (const one of row?.rules ?? VISA_NATIONALS) {
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
