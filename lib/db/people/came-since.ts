import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { Direction, GroundKind } from "@/lib/compliance/facts";
import { dayFromColumn } from "../day-column";
import type { Tx } from "../in-institution";
import type { StoredPersonChange } from "./person-changes";
import { giveRows, keyOfRow, type PersonTable, type StoredRow } from "./person-rows";

/** A row that came to a record since another one went into it. */
export type SinceRow = {
  table: "crossing" | "ground" | "identity_document" | "border_count";
  key: string;
  /** crossing: when; ground: from when; border_count: of which day; identity_document: none. */
  day: Day | null;
  direction: Direction | null;
  kind: GroundKind | null;
  /** Of the ground or the document. */
  number: string;
  source: { fileName: string; row: number } | null;
  /**
   * Whose it is, by what its file's row names: `other` the record that went, `own` the one that stayed; null: the row
   * names neither, or no file holds it.
   */
  whose: "other" | "own" | null;
};

type Found = Omit<SinceRow, "day" | "whose"> & {
  day: Date | null;
  /** What the row of the file says: a student's number, or else a document, folded; "": nothing. */
  saidNumber: string;
  saidDocument: string;
};

/** Letters that look alike as one, nothing but letters and digits (lib/person-name/document-no.ts). */
const folded = (text: string) =>
  `regexp_replace(translate(upper(${text}), 'АВЕЁЅІЇЈКМНОРСТУҮХҺ№', 'ABEESIIJKMHOPCTYYXHN'), '[^[:alnum:]]', '', 'g')`;

const cellOf = (field: string) => `coalesce(trim(r.cells::jsonb->>(
  select (m.place - 1)::int from jsonb_array_elements_text(i.mapping) with ordinality m(field, place)
  where m.field = '${field}' limit 1)), '')`;

/** The file's row from which a row x came, and what it says of the person. */
const SOURCE = `
  left join import i on i.institution_id = x.institution_id and i.id = x.import_id
  left join lateral (
    select ${cellOf("student_no")} as said from import_row r
    where r.institution_id = x.institution_id and r.import_id = x.import_id
      and x.import_row between r.first_row and r.last_row and r.row_no = x.import_row
    limit 1
  ) n on true`;
const FROM_FILE = `case when i.id is null then null
    else jsonb_build_object('fileName', i.file_name, 'row', x.import_row) end as source, coalesce(n.said, '') as "saidNumber"`;
const OF_RECORD = "x.institution_id = current_institution() and x.student_id = $1";

/** A document that an import added names no row: it is found among the rows of the student that hold its number. */
const FOUND = `
  select 'crossing' as table, x.id::text as key, x.day, x.direction, null as kind, '' as number, ${FROM_FILE},
    ${folded("x.document_no")} as "saidDocument"
  from crossing x ${SOURCE} where ${OF_RECORD} and x.id::text <> all($2::text[])
  union all
  select 'ground', x.id::text, x.valid_from, null, x.kind, x.number, ${FROM_FILE}, ''
  from ground x ${SOURCE} where ${OF_RECORD} and x.id::text <> all($3::text[])
  union all
  select 'identity_document', x.id::text, null, null, null, x.number, ${FROM_FILE}, ''
  from identity_document d
  left join import_change c on c.institution_id = d.institution_id and c.entity = 'document' and c.entity_id = d.id
    and c.before is null
  cross join lateral (
    select d.institution_id, d.id, d.student_id, d.number, c.import_id, (
      select r.row_no from import_row r
      where r.institution_id = d.institution_id and r.import_id = c.import_id and r.student_id = d.student_id
        and position(d.number_folded in ${folded("r.cells")}) > 0 order by r.row_no limit 1) as import_row
  ) x ${SOURCE} where ${OF_RECORD} and x.id::text <> all($4::text[])
  union all
  select 'border_count', x.id::text, x.stated_on, null, null, '', null, '', ''
  from border_count x where ${OF_RECORD} and x.id::text <> all($5::text[])
  order by 1, 3, 2`;

const keysOf = (table: PersonTable, rows: readonly StoredRow[]) =>
  rows.map((row) => keyOfRow(table, row));

/** The numbers and documents by which files named a record before the merge. */
function namesOf({ before }: StoredPersonChange, studentId: number) {
  const of = (table: PersonTable, column: string) =>
    before[table].flatMap((row) => (row.student_id === studentId ? [String(row[column])] : []));
  const numbers = before.student.flatMap(({ id, student_no: number }) =>
    id === studentId ? [String(number)] : [],
  );
  return {
    numbers: [...numbers, ...of("former_number", "student_no")],
    documents: of("identity_document", "number_folded"),
  };
}

/** What came to the record that stayed since a merge, and whose each row is; of a split nothing. */
export async function listCameSince(tx: Tx, change: StoredPersonChange): Promise<SinceRow[]> {
  if (change.kind !== "merge") return [];
  const { after, studentId, otherId } = change;
  const found = await tx.$queryRawUnsafe<Found[]>(
    FOUND,
    studentId,
    keysOf("crossing", after.crossing),
    keysOf("ground", after.ground),
    keysOf("identity_document", after.identity_document),
    keysOf("border_count", after.border_count),
  );
  const sides = [
    { whose: "other" as const, names: namesOf(change, otherId) },
    { whose: "own" as const, names: namesOf(change, studentId) },
  ];
  return found.map(({ saidNumber, saidDocument, day, ...row }) => {
    const side = sides.find(({ names }) =>
      saidNumber === ""
        ? names.documents.includes(saidDocument)
        : names.numbers.includes(saidNumber),
    );
    return { ...row, day: day === null ? null : dayFromColumn(day), whose: side?.whose ?? null };
  });
}

/** Rows of which there may be one of a kind, and what makes two the same. */
const SAME: Readonly<Partial<Record<PersonTable, string>>> = {
  crossing:
    "k.day = x.day and k.direction = x.direction and k.minute is not distinct from x.minute",
  ground: "k.kind = x.kind and k.number = x.number and k.valid_from = x.valid_from",
};

/** Gives what files name the record that is there again to it, unless it has the very same; after it has its own rows. */
export async function giveCameSince(
  tx: Tx,
  rows: readonly SinceRow[],
  otherId: number,
): Promise<void> {
  for (const table of ["crossing", "ground", "identity_document"] as const) {
    const keys = rows.flatMap((row) =>
      row.table === table && row.whose === "other" ? [row.key] : [],
    );
    if (keys.length === 0) continue;
    const same = SAME[table];
    const known =
      same === undefined
        ? []
        : await tx.$queryRawUnsafe<{ key: string }[]>(
            `select x.id::text as key from ${table} x
             join ${table} k on k.institution_id = x.institution_id and k.student_id = $2 and ${same}
             where x.institution_id = current_institution() and x.id::text = any($1::text[])`,
            keys,
            otherId,
          );
    const twice = new Set(known.map(({ key }) => key));
    await giveRows(
      tx,
      table,
      keys.filter((key) => !twice.has(key)),
      otherId,
    );
  }
}
