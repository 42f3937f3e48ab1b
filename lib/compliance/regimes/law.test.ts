import { describe, expect, it } from "vitest";
import { addDays, type Day, day, formatDay } from "@/lib/civil-date/day";
import { REGIME_IDS, ruleSetFor } from "../rule-set";
import { defaultSettings, KZ_COUNTING_STARTS, type Settings } from "../settings";
import { settingAnswered } from "./answers";
import { COUNTRY_CODES } from "./reader/country-codes";
import type { Limit } from "./regime";
import { inForce, limitsAsRead, rulesFor } from "./rule-in-force";

function inWords(limits: readonly Limit[]): string {
  const words = limits.map((limit) =>
    limit.kind === "window" ? `${limit.days}/${limit.within}` : `${limit.days} ${limit.kind}`,
  );
  return words.join(" + ") || "none";
}

/** The limits of a citizenship on a day as words; "unknown" where the law is. */
function limitsOn(
  regime: "kg" | "kz" | "ru" | "ge" | "tr" | "schengen",
  code: string,
  on: Day,
  settings: Settings,
): string {
  const rules = rulesFor(ruleSetFor(regime), code);
  const found = inForce(limitsAsRead(rules, settings), on);
  return found === null ? "unknown" : inWords(found.value);
}

/** What the law says on the day before a change, on the day, and on the day after. */
function around(
  regime: Parameters<typeof limitsOn>[0],
  code: string,
  change: string,
  settings = defaultSettings,
) {
  return [-1, 0, 1].map((n) => limitsOn(regime, code, addDays(day(change), n), settings));
}

const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";

describe("the limits on the day before a change, on the day, and on the day after", () => {
  const START = "2023-10-21";
  const KG_855 = "2026-01-04";
  it.each<[string, string, string, string]>([
    ["KZ", START, "unknown", "none"],
    ["KZ", "2025-09-01", "none", "90/180"],
    ...["RU", "BY", "AM", "TR", "RS", "UA", "MN"].flatMap(
      (code): [string, string, string, string][] => [
        [code, START, "unknown", "90/180"],
        [code, KG_855, "90/180", "90/180"],
      ],
    ),
    ...["UZ", "TJ", "GE", "MD", "AZ"].flatMap((code): [string, string, string, string][] => [
      [code, START, "unknown", "60/120"],
      [code, KG_855, "60/120", "60/120"],
    ]),
    ...["SA", "AE", "QA", "KW", "OM", "BH"].flatMap((code): [string, string, string, string][] => [
      [code, START, "unknown", "60/120"],
      [code, KG_855, "60/120", "180/360"],
    ]),
    ...`${EU} GB US JP KR CH NO AU CA NZ BA VA AL AD AR BR BN CL IS IL LI`
      .split(" ")
      .flatMap((code): [string, string, string, string][] => [
        [code, START, "unknown", "60/120"],
        [code, KG_855, "60/120", "30/60"],
      ]),
    ...["IN", "PK", "BD", "NP", "CN", "NG"].flatMap((code): [string, string, string, string][] => [
      [code, START, "unknown", "none"],
      [code, KG_855, "none", "none"],
    ]),
  ])("kg: %s on %s: %s, then %s", (code, change, before, then) => {
    expect(around("kg", code, change)).toEqual([before, then, then]);
  });

  it.each(["TJ", "GE", "MD", "AZ"])(
    "kg: %s is 30 in 60 from KG-855 on where the office says so",
    (code) => {
      const settings = { ...defaultSettings, unconfirmedLimit: "30/60" as const };
      expect(around("kg", code, KG_855, settings)).toEqual(["60/120", "30/60", "30/60"]);
      expect(around("kg", code, START, settings)).toEqual(["unknown", "60/120", "60/120"]);
    },
  );

  it.each(KZ_COUNTING_STARTS)("kg: KZ counts from %s on where the office says so", (start) => {
    const settings = { ...defaultSettings, kzCountingStart: day(start) };
    const before = start > START ? "none" : "unknown";
    expect(around("kg", "KZ", start, settings)).toEqual([before, "90/180", "90/180"]);
  });

  it.each([
    ["kz", "KG", "2023-01-27", "unknown", "90/180 + 90 per_stay"],
    ["kz", "UZ", "2023-01-27", "unknown", "90/180 + 30 per_stay"],
    ["ru", "KG", "2014-01-01", "unknown", "90/180"],
    ["ru", "KG", "2025-01-01", "90/180", "90 calendar_year + 90 per_stay"],
    ["ge", "KG", "2015-06-08", "unknown", "365 per_stay"],
    ["tr", "KG", "2014-04-11", "unknown", "90/180"],
    ["schengen", "KG", "2013-10-18", "unknown", "90/180"],
  ] as const)("%s: %s on %s: %s, then %s", (regime, code, change, before, then) => {
    expect(around(regime, code, change)).toEqual([before, then, then]);
  });
});

const FROM = day("2013-01-01");
const TO = day("2031-12-31");

describe.each(REGIME_IDS)("the regime %s", (id) => {
  const ruleSet = ruleSetFor(id);
  const groups = [...ruleSet.rules, ruleSet.everyOther];

  it("answers every day of every citizenship with exactly one rule from the first known day on, and with none before", () => {
    const readings: Settings[] = KZ_COUNTING_STARTS.flatMap((start) =>
      (["60/120", "30/60"] as const).map((unconfirmedLimit) => ({
        ...defaultSettings,
        kzCountingStart: day(start),
        unconfirmedLimit,
      })),
    );
    for (const rules of groups) {
      for (const settings of readings) {
        expectOneRuleADay(limitsAsRead(rules, settings));
      }
      expectOneRuleADay(rules.registration);
    }
  });

  it("puts every citizenship that exists at home, in one group, or among every other", () => {
    for (const code of COUNTRY_CODES) {
      const home = ruleSet.home.filter((one) => one === code).length;
      const listed = ruleSet.rules.filter(({ citizenships }) => citizenships.includes(code)).length;
      if (home + listed > 1) expect(`${code} in ${home + listed} places`).toBe(`${code} in one`);
      const known = rulesFor(ruleSet, code).limits[0]?.from ?? FROM;
      expect(limitsOn(id, code, addDays(known, -1), defaultSettings)).toBe("unknown");
      expect(limitsOn(id, code, TO, defaultSettings)).not.toBe("unknown");
    }
    expect(COUNTRY_CODES.size).toBe(250);
  });

  it("has its own id, and proposes no holiday that is not cited", () => {
    expect(ruleSet.id).toBe(id);
    for (const { citations } of ruleSet.holidays.flatMap(({ days }) => days)) {
      expect(citations.length).toBeGreaterThan(0);
    }
  });
});

function expectOneRuleADay(series: readonly { from: Day; to: Day | null }[]): void {
  const known = series[0]?.from;
  for (let on = FROM; on <= TO; on = addDays(on, 1)) {
    const answers = series.filter(({ from, to }) => from <= on && (to === null || on <= to));
    const expected = known !== undefined && on >= known ? 1 : 0;
    if (answers.length !== expected) {
      expect(`${answers.length} rules on ${formatDay(on)}`).toBe(`${expected} rules`);
    }
  }
  expect(known).toBeDefined();
}

describe("the open questions of kg", () => {
  const { questions, rules } = ruleSetFor("kg");

  it("are those of the law, in its order", () => {
    expect(questions.map(({ id }) => id).join(" ")).toBe("A1 A2 A5 A7 A9 A10 A12 A14 A19 A21 A22");
  });

  it.each(questions.map((question) => [question.id, question] as const))(
    "%s has the default of the settings",
    (_, { setting, default: texts }) => {
      if (setting === null) expect(texts).toHaveLength(1);
      else expect(settingAnswered(setting, texts)).toEqual(defaultSettings[setting]);
    },
  );

  it("cover every setting but the holidays", () => {
    const answered = new Set(questions.map(({ setting }) => setting));
    expect(Object.keys(defaultSettings).filter((key) => !answered.has(key as never))).toEqual([
      "holidays",
    ]);
  });

  it("put the first counted day of A2 where the limits have it", () => {
    const [start] = questions.find(({ id }) => id === "A2")?.default ?? [];
    const moved = rules.filter(({ startQuestion }) => startQuestion === "A2");
    expect(moved.map(({ limits }) => formatDay(limits.at(-1)?.from ?? FROM))).toEqual([start]);
  });
});
