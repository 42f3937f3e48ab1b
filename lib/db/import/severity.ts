import type { GroupKey } from "./grid-words";
import type { RemarkCode } from "./row-words";

/** error: the row stays out; warning: it is read, but somebody should look; note: it is told, no more. */
export type Severity = "error" | "warning" | "note";

const SEVERITIES: Readonly<Record<RemarkCode, Severity>> = {
  missingValue: "error",
  missingName: "error",
  unreadableDate: "error",
  impossibleDate: "error",
  shortYear: "error",
  birthCentury: "error",
  ambiguousDate: "error",
  serialDate: "error",
  timeZone: "error",
  impossibleTime: "error",
  unexpectedTime: "error",
  futureDate: "error",
  implausibleDate: "error",
  endBeforeStart: "error",
  unknownDirection: "error",
  unknownCitizenship: "error",
  unknownSex: "error",
  unknownGroundKind: "error",
  unknownGroundStatus: "error",
  unknownDormitory: "error",
  unknownFaculty: "error",
  unknownResult: "error",
  unreadableListNo: "error",
  scientificNumber: "error",
  lostZero: "error",
  unclearName: "error",
  cellError: "error",
  rowLength: "error",
  repeatedHeader: "error",
  documentOfAnother: "error",
  conflictingRows: "error",
  peopleShareNumber: "error",
  onePersonTwice: "error",
  mergedRowsDiffer: "error",
  mergedRowsBoth: "error",
  onNoList: "error",
  notOnThatList: "error",
  otherRegistration: "error",
  unknownCheckpoint: "warning",
  newFaculty: "warning",
  nearMidnight: "warning",
  noTimes: "warning",
  exitBeforeEntry: "warning",
  lookAlikeLetters: "warning",
  lostLetters: "warning",
  foreignLetters: "warning",
  formulaAsName: "warning",
  oneName: "warning",
  mixedScript: "warning",
  badIin: "warning",
  iinDisagrees: "warning",
  implausibleBirthDate: "warning",
  livesElsewhere: "warning",
  otherCheckpoint: "warning",
  stayToCome: "warning",
  stayBeginsLater: "warning",
  oddSigns: "warning",
  longName: "warning",
  otherScript: "warning",
  unlikelyYear: "warning",
  noEnd: "warning",
  beganLongAgo: "warning",
  beginsLate: "warning",
  endsFarAhead: "warning",
  beforeRequest: "warning",
  numberTwice: "warning",
  numberOfAnother: "warning",
  numberLooksAlike: "warning",
  reasonMissing: "warning",
  leftAtSplit: "warning",
  leftOutByPerson: "note",
  totalRow: "note",
  signatureRow: "note",
  columnNumbers: "note",
  exampleRow: "note",
  hiddenRow: "note",
  emptiedRow: "note",
  decidedWord: "note",
  otherReplaced: "note",
  zeroRestored: "note",
  numeroSign: "note",
  shownHidden: "note",
  formulaResult: "note",
  earlierStay: "note",
  livesThereNoMore: "note",
  endStays: "note",
  emptyCellKept: "note",
  personRemembered: "note",
  leftOutRemembered: "note",
  knownUnderOtherNumber: "note",
  mergedRow: "note",
  mergedField: "note",
  givenAtSplit: "note",
};

/** How grave what is said of a row is; of whose student nothing is known, or not for certain, stays out too. */
export function severityOf(code: GroupKey["code"]): Severity {
  return code === "unknownStudent" || code === "toConfirm" ? "error" : SEVERITIES[code];
}

const ORDER: readonly Severity[] = ["error", "warning", "note"];

/** The gravest first; what is equally grave stays in its order. */
export function gravestFirst<Remark extends { code: GroupKey["code"] }>(
  remarks: readonly Remark[],
): Remark[] {
  const place = ({ code }: Remark) => ORDER.indexOf(severityOf(code));
  return remarks.toSorted((a, b) => place(a) - place(b));
}

/** All codes of a severity. */
export function codesOf(severity: Severity): string[] {
  return Object.entries(SEVERITIES).flatMap(([code, grave]) => (grave === severity ? [code] : []));
}
