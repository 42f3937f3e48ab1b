import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { statedHousing } from "@/lib/import/stated-housing";
import { dayFromColumn } from "./day-column";
import type { DocumentRecord } from "./documents";
import type { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";
import { type ResidenceRecord, recordOf } from "./residences";

const day = (date: Date | null): Day | null => (date === null ? null : dayFromColumn(date));

const STUDENT = {
  id: true,
  studentNo: true,
  lastName: true,
  firstName: true,
  middleName: true,
  lastNameCyrillic: true,
  firstNameCyrillic: true,
  middleNameCyrillic: true,
  birthDate: true,
  sex: true,
  citizenship: true,
  iin: true,
  faculty: true,
  programme: true,
  year: true,
  studyForm: true,
  housing: true,
  phone: true,
  documents: {
    select: { id: true, type: true, number: true, numberFolded: true, expires: true },
    orderBy: [{ expires: { sort: "desc", nulls: "last" } }, { id: "asc" }],
  },
  residence: { include: { dormitory: { select: { name: true, address: true } } } },
} satisfies Prisma.StudentSelect;

/** All that the office's records hold of these students for a request list, in no order. */
export async function readPeople(tx: Tx, studentIds: readonly number[]) {
  const rows = await tx.student.findMany({
    where: { id: { in: [...studentIds] } },
    select: STUDENT,
  });
  return rows.map(({ birthDate, documents, residence, housing, ...student }) => ({
    ...student,
    birthDate: day(birthDate),
    /** The one that lasts longest first. */
    documents: documents.map(
      ({ expires, ...document }): DocumentRecord & { numberFolded: string } => ({
        ...document,
        expires: day(expires),
      }),
    ),
    residence: residence === null ? statedResidence(housing) : recordOf(residence),
  }));
}
export type PersonRecord = Awaited<ReturnType<typeof readPeople>>[number];

export type PersonResidence = ResidenceRecord & {
  dormitory: { name: string; address: string } | null;
};

/** Where nobody has recorded a residence, what the roster says of it. */
function statedResidence(housing: string): PersonResidence | null {
  const stated = statedHousing(housing);
  if (stated === null) return null;
  const none = { dormitory: null, address: "" };
  const home =
    stated.route === "dormitory"
      ? { dormitory: { name: stated.dormitory, address: "" } }
      : { address: stated.address };
  return { ...NO_PAPERS, ...none, ...home, route: stated.route };
}

const NO_PAPERS = {
  dormitoryId: null,
  room: "",
  livesFrom: null,
  livesTo: null,
  ownerName: "",
  ownerDocument: "",
  consentNotary: "",
  consentNumber: "",
  consentDate: null,
  technicalPassportNo: "",
  contractNo: "",
  contractDate: null,
  feeReceipt: "",
};

/** Checkpoint and document of these crossings, by the engine's ref. */
export async function readEntries(
  tx: Tx,
  refs: readonly string[],
): Promise<Map<string, { checkpoint: string; documentNo: string }>> {
  const rows = await tx.crossing.findMany({
    where: { id: { in: refs.map(BigInt) } },
    select: { id: true, checkpoint: true, documentNo: true },
  });
  return new Map(rows.map(({ id, ...entry }) => [String(id), entry]));
}

/** What a paper of a ground says of itself. */
export type GroundPaper = { number: string; visaType: string };

/** The papers of these grounds, by the engine's ref. */
export async function readGroundPapers(
  tx: Tx,
  refs: readonly string[],
): Promise<Map<string, GroundPaper>> {
  const rows = await tx.ground.findMany({
    where: { id: { in: refs.map(Number) } },
    select: { id: true, number: true, visaType: true },
  });
  return new Map(rows.map(({ id, ...paper }) => [String(id), paper]));
}
