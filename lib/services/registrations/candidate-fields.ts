import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { Filing, FilingPapers, Paper } from "@/lib/compliance/filing";
import type { GroundPaper, PersonRecord, PersonResidence } from "@/lib/db/request-list-people";
import { cleanDocumentNo, foldDocumentNo } from "@/lib/person-name/document-no";
import type { RequestFields } from "./request-fields";

type Entry = { checkpoint: string; documentNo: string } | undefined;
type DocumentToFile = PersonRecord["documents"][number];

/** The papers at hand, as the rules ask for them. */
export function papersOf(
  { birthDate, residence }: PersonRecord,
  document: DocumentToFile | null,
): FilingPapers {
  return {
    birthDate,
    document,
    residence:
      residence === null
        ? null
        : {
            route: residence.route,
            since: residence.livesFrom,
            until: residence.livesTo,
            has: (paper) => hasPaper(residence, paper),
          },
  };
}

function hasPaper(residence: PersonResidence, paper: Paper): boolean {
  const value = residence[paper];
  return typeof value === "string" ? value.trim() !== "" : value !== null;
}

/**
 * The document to file with: the one that was shown at the last entry, whose stamp the authority looks
 * for; else the one that lasts longest. One that has expired only where there is no other.
 */
export function documentToFile(
  { documents }: PersonRecord,
  entry: Entry,
  on: Day,
): DocumentToFile | null {
  const shown = entry === undefined ? "" : foldDocumentNo(entry.documentNo).folded;
  const lasting = documents.filter(({ expires }) => expires === null || expires >= on);
  const stamped = lasting.find(({ numberFolded }) => numberFolded === shown);
  return stamped ?? lasting[0] ?? documents[0] ?? null;
}

const words = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

/** Everything that the list says of a student, but for what it says of all alike (its references). */
export function fieldsOf(
  person: PersonRecord,
  document: DocumentToFile | null,
  filing: Filing,
  entry: Entry,
  visa: GroundPaper | undefined,
): RequestFields {
  return {
    nameCyrillic: words(
      person.lastNameCyrillic,
      person.firstNameCyrillic,
      person.middleNameCyrillic,
    ),
    lastNameLatin: person.lastName,
    givenNamesLatin: words(person.firstName, person.middleName),
    birthDate: person.birthDate,
    sex: person.sex,
    citizenship: person.citizenship,
    documentType: document?.type ?? "",
    documentNo: cleanDocumentNo(document?.number ?? ""),
    documentExpires: document?.expires ?? null,
    iin: person.iin,
    visaType: visa?.visaType ?? "",
    visaNo: visa?.number ?? "",
    visaFrom: filing.visa?.from ?? null,
    visaTo: filing.visa?.to ?? null,
    lastEntryOn: filing.entry?.day ?? null,
    lastEntryCheckpoint: entry?.checkpoint ?? "",
    purpose: "study",
    faculty: person.faculty,
    programme: person.programme,
    year: person.year,
    studyForm: person.studyForm,
    ...residenceFields(person.residence),
    registrationFrom: filing.period?.from ?? null,
    registrationTo: filing.period?.to ?? null,
    phone: person.phone,
    representative: "",
    powerOfAttorney: "",
  };
}

type ResidenceFields = Pick<
  RequestFields,
  | "contractNo"
  | "contractDate"
  | "route"
  | "address"
  | "dormitory"
  | "room"
  | "ownerName"
  | "ownerDocument"
  | "consentNotary"
  | "consentNumber"
  | "consentDate"
  | "technicalPassportNo"
  | "feeReceipt"
>;

const UNKNOWN: ResidenceFields = {
  contractNo: "",
  contractDate: null,
  route: "",
  address: "",
  dormitory: "",
  room: "",
  ownerName: "",
  ownerDocument: "",
  consentNotary: "",
  consentNumber: "",
  consentDate: null,
  technicalPassportNo: "",
  feeReceipt: "",
};

/** Only what belongs to the route: what was entered for another one stays out of the request. */
function residenceFields(residence: PersonResidence | null): ResidenceFields {
  if (residence === null) return UNKNOWN;
  const { route, contractNo, contractDate, feeReceipt, address } = residence;
  const always = { ...UNKNOWN, route, contractNo, contractDate, feeReceipt };
  switch (route) {
    case "dormitory":
      return {
        ...always,
        address: residence.dormitory?.address ?? "",
        dormitory: residence.dormitory?.name ?? "",
        room: residence.room,
      };
    case "address": {
      const { ownerName, ownerDocument, consentNotary, consentNumber, consentDate } = residence;
      return {
        ...always,
        address,
        ownerName,
        ownerDocument,
        consentNotary,
        consentNumber,
        consentDate,
        technicalPassportNo: residence.technicalPassportNo,
      };
    }
    case "employment":
      return { ...always, address };
  }
}
