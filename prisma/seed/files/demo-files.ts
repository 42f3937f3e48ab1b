import { writeCsv } from "@/lib/export/csv";
import { writeWorkbook } from "@/lib/export/workbook";
import type { ImportKind } from "@/lib/import/fields";
import type { InstitutionData } from "../institution-data";
import { crossingsLater } from "../later";
import { answersTable } from "./answers-file";
import { crossingsFile } from "./crossings-file";
import { groundsTable } from "./grounds-file";
import { residentsTable } from "./residents-file";
import { rosterTable } from "./roster-file";

/** A file that an office imports. */
export type DemoFile = {
  kind: ImportKind;
  name: string;
  content: Uint8Array;
};

/**
 * Roster, crossings and grounds as they stand on the day of the demonstration, in the order of their
 * import; then what comes later: a dormitory's list, the authority's answer to the requests of those at risk, and the log of the two months after that day, in which the
 * border refuses those who were warned of.
 */
export async function makeFiles(data: InstitutionData): Promise<DemoFile[]> {
  const { students, academicYear } = data;
  return [
    {
      kind: "roster",
      name: "roster.xlsx",
      content: await bytesOf(writeWorkbook(rosterTable(students))),
    },
    { kind: "crossings", name: "crossings.csv", content: crossingsFile(students) },
    {
      kind: "grounds",
      name: "grounds.csv",
      content: await bytesOf(writeCsv(groundsTable(students))),
    },
    {
      kind: "residents",
      name: "dormitory-2.xlsx",
      content: await bytesOf(writeWorkbook(residentsTable(students))),
    },
    {
      kind: "authority",
      name: "answer.xlsx",
      content: await bytesOf(writeWorkbook(answersTable(data))),
    },
    {
      kind: "crossings",
      name: "crossings-later.csv",
      content: crossingsFile(
        students.map((student) => ({
          ...student,
          crossings: crossingsLater(student, academicYear),
        })),
      ),
    },
  ];
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
}
