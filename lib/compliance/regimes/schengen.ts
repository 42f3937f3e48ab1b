import { day } from "@/lib/civil-date/day";
import type { RuleSet } from "./regime";

/**
 * Short stays of third-country nationals in the Schengen area: 90 days in any 180, entry and exit days
 * included. Citizens with free movement are not known to it: do not ask for them.
 */
export const schengen: RuleSet = {
  id: "schengen",
  version: "schengen-2016-399",
  home: [],
  readings: [{ name: "rolling", citations: ["SBC-6"] }],
  pausingKinds: ["residence_permit", "temporary_residence_permit", "visa"],
  reentryWait: null,
  looksBackBeforeFrom: true,
  rules: [],
  everyOther: {
    citizenships: [],
    byVisa: false,
    limits: [
      {
        from: day("2013-10-18"),
        to: null,
        value: [{ kind: "window", days: 90, within: 180 }],
        citations: ["SBC-6", "EU-610-2013"],
        grade: "A",
      },
    ],
    registration: [
      { from: day("2013-10-18"), to: null, value: null, citations: ["SBC-6"], grade: "A" },
    ],
  },
  questions: [],
  holidays: [],
  sources: [
    {
      id: "SBC-6",
      title: "Regulation (EU) 2016/399, Schengen Borders Code, article 6(1) and (2)",
      date: "2016-03-09",
      grade: "A",
      links: ["https://eur-lex.europa.eu/eli/reg/2016/399/oj"],
    },
    {
      id: "EU-610-2013",
      title: "Regulation (EU) No 610/2013, 90 days in any 180-day period since 18 October 2013",
      date: "2013-06-26",
      grade: "A",
      links: ["https://eur-lex.europa.eu/eli/reg/2013/610/oj"],
    },
  ],
};
