import { writeCsv } from "@/lib/export/csv";
import { writeWorkbook } from "@/lib/export/workbook";
import type { InstitutionData } from "../institution-data";
import { crossingsFile } from "./crossings-file";
import { groundsTable } from "./grounds-file";
import { rosterTable } from "./roster-file";

/** Name and content of the three files that an office imports, in the order of their import. */
export type DemoFile = {
  kind: "roster" | "crossings" | "grounds";
  name: string;
  content: Uint8Array;
};

export async function makeFiles({ students }: InstitutionData): Promise<DemoFile[]> {
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
  ];
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
}
