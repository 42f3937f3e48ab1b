import type { Day } from "@/lib/civil-date/day";

/** "" and null: the file does not say. Names are sorted by their script, not by their heading. */
export type RosterFact = {
  studentNo: string;
  lastName: string;
  firstName: string;
  middleName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  middleNameCyrillic: string;
  birthDate: Day | null;
  sex: "M" | "F" | "";
  /** ISO 3166-1 alpha-2. */
  citizenship: string;
  documentType: string;
  documentNo: string;
  documentExpires: Day | null;
  iin: string;
  faculty: string;
  programme: string;
  year: string;
  studyForm: string;
  status: string;
  housing: string;
  phone: string;
  email: string;
};

/** Whoever a row is about; "" and null: the file does not say. Something of it tells. */
export type PersonSaid = {
  studentNo: string;
  lastName: string;
  firstName: string;
  middleName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  middleNameCyrillic: string;
  birthDate: Day | null;
  documentNo: string;
  iin: string;
};

/** Who lives in a dormitory, as its manager says. Living there is no registration. */
export type ResidentFact = PersonSaid & {
  /** The key of one of the office's dormitories. */
  dormitoryId: number;
  room: string;
  livesFrom: Day | null;
  /** The last day of the stay, be it agreed or past; null: no end is said. */
  livesTo: Day | null;
  /** "yes" where the stay was over when the file was read. */
  ended: "yes" | "";
};

export const ANSWER_RESULTS = ["registered", "refused", "returned"] as const;
export type AnswerResult = (typeof ANSWER_RESULTS)[number];

/** What the authority answered to a filed list about one of its students. */
export type AuthorityFact = PersonSaid & {
  result: AnswerResult;
  /** Why it was refused or returned, as written. */
  reason: string;
  /** Of the registration, with its days, both included; null: there is none. */
  registrationNo: string;
  validFrom: Day | null;
  validTo: Day | null;
  authority: string;
  /** The number of our list; null: not said. */
  listNo: number | null;
};

/** At least one of studentNo and documentNo is not "", or `who` is there. */
export type CrossingFact = {
  studentNo: string;
  documentNo: string;
  direction: Direction;
  /** Civil day of Bishkek. */
  day: Day;
  /** Minute of the day, 0–1439; null where the file gives only the date. */
  minute: number | null;
  checkpoint: string;
  /** All that the file says of the person, where it has other columns for that than numbers. */
  who?: PersonSaid;
};

export const DIRECTIONS = ["entry", "exit"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const GROUND_KINDS = [
  "dormitory",
  "address",
  "employment",
  "residence_permit",
  "temporary_residence_permit",
  "visa",
  "kairylman",
  "meken_card",
  "resident_card",
  "other",
] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export const GROUND_STATUSES = ["granted", "requested", "refused", "revoked"] as const;
export type GroundStatus = (typeof GROUND_STATUSES)[number];

/** Both days belong to it; validTo null: no end. */
export type GroundFact = {
  studentNo: string;
  kind: GroundKind;
  number: string;
  validFrom: Day;
  validTo: Day | null;
  address: string;
  status: GroundStatus;
  /** "" for other grounds, and where the file does not say. */
  visaType: string;
  /** As of a crossing. */
  who?: PersonSaid;
};

export type Facts = {
  roster: RosterFact;
  crossings: CrossingFact;
  grounds: GroundFact;
  residents: ResidentFact;
  authority: AuthorityFact;
};
