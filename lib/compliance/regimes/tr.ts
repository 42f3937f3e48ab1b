import { day } from "@/lib/civil-date/day";
import type { RuleSet } from "./regime";

/** Short stays in Türkiye: 90 days in a rolling 180. */
export const tr: RuleSet = {
  id: "tr",
  version: "tr-6458",
  home: ["TR"],
  readings: [{ name: "rolling", citations: ["TR-6458"] }],
  pausingKinds: ["residence_permit", "temporary_residence_permit"],
  reentryWait: null,
  looksBackBeforeFrom: true,
  rules: [],
  everyOther: {
    citizenships: [],
    byVisa: false,
    limits: [
      {
        from: day("2014-04-11"),
        to: null,
        value: [{ kind: "window", days: 90, within: 180 }],
        citations: ["TR-6458"],
        grade: "C",
      },
    ],
    registration: [
      { from: day("2014-04-11"), to: null, value: null, citations: ["TR-6458"], grade: "C" },
    ],
  },
  questions: [],
  holidays: [],
  sources: [
    {
      id: "TR-6458",
      title:
        "Law No. 6458 on Foreigners and International Protection, stays of up to 90 days in 180",
      date: "2013-04-04",
      grade: "C",
      links: [],
    },
  ],
};
