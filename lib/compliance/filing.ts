import type { Day } from "@/lib/civil-date/day";
import { closed, earlier, LAST_DAY, mergeSpans, spanAt } from "@/lib/civil-date/day-range";
import { knownCrossings } from "./answers/known-crossings";
import type { AcademicYear, Crossing, Ground, StudentFacts } from "./facts";
import { REGISTRATION_KINDS } from "./grounds/stopped-days";
import type { RuleSet } from "./regimes/regime";
import { rulesFor } from "./regimes/rule-in-force";
import type { Settings } from "./settings";
import { staysOf } from "./stays";

/** What the routes to a registration ask for, in the order of the request list. */
export const PAPERS = [
  "dormitory",
  "room",
  "address",
  "ownerName",
  "ownerDocument",
  "consentNotary",
  "consentNumber",
  "consentDate",
  "technicalPassportNo",
  "contractNo",
  "contractDate",
] as const;
export type Paper = (typeof PAPERS)[number];

export type FilingRoute = "dormitory" | "address" | "employment";

/**
 * The papers of each route (docs/rules.md, section 6). The petition names the address of stay on every route;
 * a dormitory brings its own.
 */
const PAPERS_OF: Readonly<Record<FilingRoute, readonly Paper[]>> = {
  dormitory: ["dormitory", "room"],
  address: [
    "address",
    "ownerName",
    "ownerDocument",
    "consentNotary",
    "consentNumber",
    "consentDate",
    "technicalPassportNo",
  ],
  employment: ["address", "contractNo", "contractDate"],
};

/** What the office knows of a student besides the facts of stay, as far as a registration asks for it. */
export type FilingPapers = {
  birthDate: Day | null;
  /** The document to file with; `expires` null: not known. null: no document is known. */
  document: { expires: Day | null } | null;
  /** Where the student lives, from when and until when as far as that is known, and which papers of it are at hand; null: not known. */
  residence: {
    route: FilingRoute;
    since?: Day | null;
    until?: Day | null;
    has: (paper: Paper) => boolean;
  } | null;
};

/** Why a student cannot be put on a request list. */
export type Obstacle =
  | { kind: "ownCitizen" }
  | { kind: "outside"; since: Day | null }
  | { kind: "whereaboutsUnknown" }
  | { kind: "covered"; until: Day | null }
  | { kind: "yearOver"; ended: Day }
  | { kind: "birthDateMissing" }
  | { kind: "documentMissing" }
  | { kind: "documentExpired"; expired: Day }
  | { kind: "visaMissing" }
  | { kind: "residenceMissing" }
  | { kind: "movedOut"; ended: Day }
  | { kind: "notMovedIn"; begins: Day }
  | { kind: "paperMissing"; paper: Paper };

/** What a registration request for a student would be on a day, and all that stands in its way. */
export type Filing = {
  /** All of them; none: it can be filed. */
  obstacles: Obstacle[];
  /** Both days belong to it; null where it would end before it begins. */
  period: { from: Day; to: Day } | null;
  /** The visa that holds on the day and lasts longest. */
  visa: Ground | null;
  /** The entry of the open stay. */
  entry: Crossing | null;
};

/**
 * Whether a registration can be requested on `from`, and if not, every reason why not. It can be made only
 * while the person is inside (KAKTUS), and ends with the academic year, the document or the visa,
 * whichever is first (docs/rules.md, section 6; `registrationEnd`: question A21).
 */
export function filingOf(
  facts: StudentFacts,
  papers: FilingPapers,
  ruleSet: RuleSet,
  from: Day,
  year: AcademicYear,
  registrationEnd: Settings["registrationEnd"],
): Filing {
  const log = staysOf(knownCrossings(facts), from);
  const visa = visaOn(facts.grounds, from);
  const to = periodEnd(papers, visa, year, registrationEnd);
  return {
    obstacles: [
      ...aboutStay(facts, ruleSet, log, from, year),
      ...aboutDocuments(facts, papers, ruleSet, from),
      ...aboutResidence(papers, from),
    ],
    period: from <= to ? { from, to } : null,
    visa,
    entry: log.stays.find(({ open }) => open)?.entry ?? null,
  };
}

/** The first of academic year, document and visa; or, read so (A21), the visa's end where it has one. */
function periodEnd(
  { document }: FilingPapers,
  visa: Ground | null,
  year: AcademicYear,
  registrationEnd: Settings["registrationEnd"],
): Day {
  const visaEnd = visa?.to ?? null;
  if (registrationEnd === "visaOnly" && visaEnd !== null) return visaEnd;
  return [document?.expires ?? null, visaEnd].reduce<Day>(
    (end, next) => (next === null ? end : earlier(end, next)),
    year.to,
  );
}

function holds(ground: Ground, on: Day): boolean {
  return (
    ground.status === "granted" && ground.from <= on && (ground.to === null || on <= ground.to)
  );
}

function visaOn(grounds: readonly Ground[], on: Day): Ground | null {
  const visas = grounds.filter((ground) => ground.kind === "visa" && holds(ground, on));
  return visas.sort((a, b) => closed(b).to - closed(a).to)[0] ?? null;
}

function aboutStay(
  facts: StudentFacts,
  ruleSet: RuleSet,
  { inside, lastExit }: { inside: boolean | null; lastExit: Day | null },
  from: Day,
  year: AcademicYear,
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (ruleSet.home.includes(facts.citizenship)) obstacles.push({ kind: "ownCitizen" });
  if (inside === null) obstacles.push({ kind: "whereaboutsUnknown" });
  if (inside === false) obstacles.push({ kind: "outside", since: lastExit });
  if (year.to < from) obstacles.push({ kind: "yearOver", ended: year.to });
  else obstacles.push(...alreadyCovered(facts.grounds, from, year));
  return obstacles;
}

/** A visa pauses the count too, but the duty to register stands beside it. */
function alreadyCovered(grounds: readonly Ground[], from: Day, year: AcademicYear): Obstacle[] {
  const granted = grounds.filter(({ kind, status }) => kind !== "visa" && status === "granted");
  const covering = spanAt(mergeSpans(granted.map(closed)), from);
  if (covering === null || covering.to < year.to) return [];
  return [{ kind: "covered", until: covering.to === LAST_DAY ? null : covering.to }];
}

function aboutDocuments(
  { citizenship, grounds }: StudentFacts,
  { birthDate, document }: FilingPapers,
  ruleSet: RuleSet,
  from: Day,
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (birthDate === null) obstacles.push({ kind: "birthDateMissing" });
  if (document === null) obstacles.push({ kind: "documentMissing" });
  else if (document.expires !== null && document.expires < from) {
    obstacles.push({ kind: "documentExpired", expired: document.expires });
  }
  const entitled = grounds.some(
    (ground) => !REGISTRATION_KINDS.includes(ground.kind) && holds(ground, from),
  );
  if (rulesFor(ruleSet, citizenship).byVisa && !ruleSet.home.includes(citizenship) && !entitled) {
    obstacles.push({ kind: "visaMissing" });
  }
  return obstacles;
}

/** Of a dormitory that the student has left, or moves into later, its manager gives no certificate of residence (docs/rules.md, section 6). */
function aboutResidence({ residence }: FilingPapers, from: Day): Obstacle[] {
  if (residence === null) return [{ kind: "residenceMissing" }];
  const { since = null, until = null } = residence;
  if (residence.route === "dormitory" && since !== null && since > from) {
    return [{ kind: "notMovedIn", begins: since }];
  }
  if (residence.route === "dormitory" && until !== null && until < from) {
    return [{ kind: "movedOut", ended: until }];
  }
  return PAPERS_OF[residence.route]
    .filter((paper) => !residence.has(paper))
    .map((paper) => ({ kind: "paperMissing", paper }));
}
