import { type Day, day } from "@/lib/civil-date/day";
import { GROUND_KINDS } from "../facts";
import { kgSources } from "./kg-sources";
import type {
  CitizenshipRules,
  Dated,
  DatedLimits,
  Grade,
  Limit,
  RegistrationFree,
  RuleSet,
} from "./regime";

/** Resolution 541 comes into force. */
const START = day("2023-10-21");
/** Resolution 855 takes effect. */
const CHANGE = day("2026-01-04");
const BEFORE_CHANGE = day("2026-01-03");

const EU = [
  "AT",
  "BE",
  "BG",
  "HR",
  "CY",
  "CZ",
  "DK",
  "EE",
  "FI",
  "FR",
  "DE",
  "GR",
  "HU",
  "IE",
].concat(["IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"]);

function limit(
  from: Day,
  to: Day | null,
  value: readonly Limit[],
  citations: readonly string[],
  grade: Grade,
): DatedLimits {
  return { from, to, value, citations, grade };
}

function free(
  days: number,
  unit: RegistrationFree["unit"],
  grade: Grade,
  citations: readonly string[] = ["KG-689"],
): Dated<RegistrationFree>[] {
  return [{ from: START, to: null, value: { days, unit }, citations, grade }];
}

const NINETY_IN_180: readonly Limit[] = [{ kind: "window", days: 90, within: 180 }];
const SIXTY_IN_120: readonly Limit[] = [{ kind: "window", days: 60, within: 120 }];
const THIRTY_IN_60: readonly Limit[] = [{ kind: "window", days: 30, within: 60 }];

const kazakhstan: CitizenshipRules = {
  citizenships: ["KZ"],
  byVisa: false,
  startQuestion: "A2",
  limits: [
    limit(START, day("2025-08-31"), [], ["KG-541"], "B"),
    limit(day("2025-09-01"), null, NINETY_IN_180, ["KG-541", "MFA-2025-12"], "B"),
  ],
  registration: free(30, "calendar", "B", ["KG-KZ-2012", "KG-689"]),
};

const eurasianUnion: CitizenshipRules = {
  citizenships: ["RU", "BY", "AM"],
  byVisa: false,
  limits: [limit(START, null, NINETY_IN_180, ["KG-541", "KG-855"], "B")],
  registration: free(30, "calendar", "B"),
};

const ninetyDayStates: CitizenshipRules = {
  citizenships: ["TR", "RS", "UA", "MN"],
  byVisa: false,
  limits: [limit(START, null, NINETY_IN_180, ["KG-541", "KG-855"], "B")],
  registration: free(30, "calendar", "C"),
};

const uzbekistan: CitizenshipRules = {
  citizenships: ["UZ"],
  byVisa: false,
  limits: [limit(START, null, SIXTY_IN_120, ["KG-541", "KG-855"], "B")],
  registration: free(5, "working", "B"),
};

/** Confirmed until 2025; whether KG-855 touched these states is open (A19), hence grade C throughout. */
const unconfirmed = {
  byVisa: false,
  limits: [limit(START, null, SIXTY_IN_120, ["KG-541"], "C")],
  alternatives: [
    {
      question: "A19",
      answer: "30/60",
      limits: [
        limit(START, BEFORE_CHANGE, SIXTY_IN_120, ["KG-541"], "B"),
        limit(CHANGE, null, THIRTY_IN_60, ["KG-855"], "C"),
      ],
    },
  ],
} as const;

const gulf: CitizenshipRules = {
  citizenships: ["SA", "AE", "QA", "KW", "OM", "BH"],
  byVisa: false,
  limits: [
    limit(START, BEFORE_CHANGE, SIXTY_IN_120, ["KG-541"], "B"),
    limit(CHANGE, null, [{ kind: "window", days: 180, within: 360 }], ["KG-855"], "B"),
  ],
  registration: free(60, "calendar", "C"),
};

const formerSixtyDayStates: CitizenshipRules = {
  citizenships: [...EU, "GB", "US", "JP", "KR", "CH", "NO", "AU", "CA", "NZ"],
  byVisa: false,
  limits: [
    limit(START, BEFORE_CHANGE, SIXTY_IN_120, ["KG-541"], "B"),
    limit(CHANGE, null, THIRTY_IN_60, ["KG-855"], "B"),
  ],
  registration: free(60, "calendar", "C"),
};

const visaNationals: CitizenshipRules = {
  citizenships: [],
  byVisa: true,
  limits: [limit(START, null, [], ["KG-541", "KG-855"], "B")],
  registration: free(5, "working", "B"),
};

/** Foreigners' stay in Kyrgyzstan (LAW.md, sections 3 and 4). */
export const kg: RuleSet = {
  id: "kg",
  version: "kg-2026-01-15",
  home: ["KG"],
  readings: [
    { name: "rolling", citations: ["SBC-6"] },
    { name: "anchored", citations: ["GPS-2025-12", "KG-855"] },
    { name: "cumulative", citations: ["GPS-2026-01"] },
  ],
  pausingKinds: GROUND_KINDS,
  reentryWait: { days: 90, citations: ["GPS-2025-12", "KAKTUS"] },
  looksBackBeforeFrom: false,
  rules: [
    kazakhstan,
    eurasianUnion,
    ninetyDayStates,
    uzbekistan,
    { citizenships: ["TJ", "GE", "MD"], ...unconfirmed, registration: free(5, "working", "C") },
    { citizenships: ["AZ"], ...unconfirmed, registration: free(15, "calendar", "B") },
    gulf,
    formerSixtyDayStates,
  ],
  everyOther: visaNationals,
  questions: [],
  holidays: [],
  sources: kgSources,
};
