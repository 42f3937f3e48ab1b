import "server-only";

import type { Tx } from "../in-institution";
import type { Digest } from "./digest";
import { inGroup, ofImport } from "./grid-rows";
import type { GroupKey, GroupRef, GroupText, MendAct, Mending, ProblemGroup } from "./grid-words";
import { gravestFirst, severityOf } from "./severity";

const MENDINGS: Readonly<Partial<Record<GroupKey["code"], Mending>>> = {
  missingValue: "fill",
  missingName: "fill",
  ambiguousDate: "answer",
  serialDate: "answer",
  birthCentury: "answer",
  lostZero: "answer",
  unknownCitizenship: "word",
  unknownCheckpoint: "word",
  unknownDirection: "word",
  unknownSex: "word",
  unknownGroundKind: "word",
  unknownGroundStatus: "word",
  unknownDormitory: "word",
  unknownFaculty: "word",
  newFaculty: "word",
  toConfirm: "people",
  rowLength: "rows",
  repeatedHeader: "rows",
  conflictingRows: "rows",
  peopleShareNumber: "rows",
  onePersonTwice: "rows",
  mergedRowsDiffer: "rows",
  mergedRowsBoth: "rows",
  otherRegistration: "takeFile",
};

/** Different texts of a group that get a field of their own. */
const TEXTS = 50;

/**
 * What is remarked, grouped by the mending that it needs: one code about one column; rows whose student is unknown by the
 * column that says whose they are. Errors first, and the most frequent. What is only told is left out.
 */
export function problemGroupsOf({ groups }: Pick<Digest, "groups">): ProblemGroup[] {
  const found = groups.flatMap((group) => {
    if (group.told !== "problem") return [];
    const { code, field, column, value, params, count, rows, examples } = group;
    return [{ code, field, column, value, params, count, rows, examples }];
  });
  found.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
  return gravestFirst(found).map(({ examples, ...group }) => ({
    ...group,
    severity: severityOf(group.code),
    mending: MENDINGS[group.code] ?? (group.column === null ? "rows" : "texts"),
    examples: (examples ?? []).flatMap((text) => text || []),
  }));
}

/** The different texts that stand in a column of a group's rows, the most frequent first. */
export async function listGroupTexts(
  tx: Tx,
  importId: string,
  group: GroupRef & { column: number },
): Promise<{ texts: GroupText[]; more: number }> {
  const rows = await tx.$queryRaw<(GroupText & { all: number })[]>`
    select btrim(coalesce(r.cells::jsonb->>${group.column}::int, ''), E' \t\r\n\u00A0') as text,
      count(distinct r.row_no)::int as count, (array_agg(distinct r.row_no))[1:3] as rows, (count(*) over ())::int as all
    from import_row r where ${ofImport(importId)} and ${inGroup(group)}
    group by 1 order by 2 desc, 1 limit ${TEXTS}::int`;
  const texts = rows.map(({ text, count, rows }) => ({ text, count, rows }));
  return { texts, more: (rows[0]?.all ?? 0) - rows.length };
}

/** The last things that people did, newest first. */
export async function listMendActs(tx: Tx, importId: string, limit: number): Promise<MendAct[]> {
  return tx.$queryRaw<MendAct[]>`
    select m.act, min(m.kind) as kind, count(*)::int as count, min(m.row_no) as "rowNo",
      nullif(min(m.column_no), -1)::int as column, min(m.was) as was, min(m.find) as find, bool_or(m.whole) as whole,
      min(m.text) as text, min(m.hits) as hits, min(u.name) as by, min(m.done_at) as at
    from import_mend m
    left join app_user u on u.institution_id = m.institution_id and u.id = m.done_by
    where m.institution_id = current_institution() and m.import_id = ${importId}::uuid
    group by m.act order by m.act desc limit ${limit}::int`;
}

/** How many acts there are. */
export async function countMendActs(tx: Tx, importId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct act)::int as count from import_mend
    where institution_id = current_institution() and import_id = ${importId}::uuid`;
  return row?.count ?? 0;
}

/** Acts that changed nothing when the rows were read last: what they mended is not there any more. */
export async function countUnfitActs(tx: Tx, importId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct act)::int as count from import_mend
    where institution_id = current_institution() and import_id = ${importId}::uuid and hits = 0`;
  return row?.count ?? 0;
}
