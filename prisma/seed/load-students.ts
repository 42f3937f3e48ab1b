import "server-only";
import type pg from "pg";
import { type Day, formatDay } from "@/lib/civil-date/day";
import { TOUCH_FACTS_SQL } from "@/lib/db/facts-version";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import { searchKey } from "@/lib/person-name/search-key";
import { documentInRussian } from "./files/roster-file";
import type { DemoStudent } from "./students";

const OWN = "current_setting('sanak.institution')::uuid";

const STUDENTS = `
  insert into student (institution_id, student_no, last_name, first_name, middle_name,
    last_name_cyrillic, first_name_cyrillic, middle_name_cyrillic, birth_date, sex, citizenship, iin,
    faculty, programme, year, study_form, status, housing, phone, email, search_key)
  select ${OWN}, * from json_to_recordset($1) as row (student_no text, last_name text,
    first_name text, middle_name text, last_name_cyrillic text, first_name_cyrillic text,
    middle_name_cyrillic text, birth_date date, sex text, citizenship text, iin text, faculty text,
    programme text, year text, study_form text, status text, housing text, phone text, email text,
    search_key text)`;

const DOCUMENTS = `
  insert into identity_document (institution_id, student_id, type, number, number_folded, expires)
  select ${OWN}, student.id, row.type, row.number, row.number_folded, row.expires
  from json_to_recordset($1) as row (student_no text, type text, number text, number_folded text,
    expires date)
  join student using (student_no) where student.institution_id = ${OWN}`;

// A crossing that stands twice in the log is one.
const CROSSINGS = `
  insert into crossing (institution_id, student_id, day, minute, direction, checkpoint, document_no)
  select ${OWN}, student.id, row.day, row.minute, row.direction, row.checkpoint, row.document_no
  from json_to_recordset($1) as row (student_no text, day date, minute smallint, direction text,
    checkpoint text, document_no text)
  join student using (student_no) where student.institution_id = ${OWN}
  order by student.id, row.day, row.minute
  on conflict do nothing`;

const GROUNDS = `
  insert into ground (institution_id, student_id, kind, number, valid_from, valid_to, address, status)
  select ${OWN}, student.id, row.kind, row.number, row.valid_from, row.valid_to, row.address,
    row.status
  from json_to_recordset($1) as row (student_no text, kind text, number text, valid_from date,
    valid_to date, address text, status text)
  join student using (student_no) where student.institution_id = ${OWN}`;

const RESIDENCES = `
  insert into residence (institution_id, student_id, route, dormitory_id, room, address, owner_name,
    owner_document, consent_notary, consent_number, consent_date, technical_passport_no, contract_no,
    contract_date, fee_receipt)
  select ${OWN}, student.id, row.route, dormitory.id, row.room, row.address, row.owner_name,
    row.owner_document, row.consent_notary, row.consent_number, row.consent_date,
    row.technical_passport_no, row.contract_no, row.contract_date, row.fee_receipt
  from json_to_recordset($1) as row (student_no text, route text, dormitory text, room text,
    address text, owner_name text, owner_document text, consent_notary text, consent_number text,
    consent_date date, technical_passport_no text, contract_no text, contract_date date,
    fee_receipt text)
  join student using (student_no)
  left join dormitory
    on dormitory.institution_id = student.institution_id and dormitory.name = row.dormitory
  where student.institution_id = ${OWN}`;

/**
 * Writes students with documents, crossings, grounds and residences into the institution of the
 * running transaction, whose dormitories must exist. Throws where a student number is taken.
 */
export async function loadStudents(
  client: pg.PoolClient,
  students: readonly DemoStudent[],
): Promise<void> {
  const insert = (sql: string, rows: readonly object[]) =>
    client.query(sql, [JSON.stringify(rows)]);
  await insert(STUDENTS, students.map(studentRow));
  await insert(DOCUMENTS, students.map(documentRow));
  await insert(CROSSINGS, students.flatMap(crossingRows));
  await insert(GROUNDS, students.flatMap(groundRows));
  await insert(RESIDENCES, students.flatMap(residenceRows));
  const { rows } = await client.query<{ id: number }>(
    `select id from student where institution_id = ${OWN} and student_no = any($1::text[])`,
    [students.map(({ studentNo }) => studentNo)],
  );
  await client.query(TOUCH_FACTS_SQL, [rows.map(({ id }) => id)]);
}

function dateOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function studentRow(student: DemoStudent) {
  return {
    student_no: student.studentNo,
    last_name: student.lastName,
    first_name: student.firstName,
    middle_name: student.middleName,
    last_name_cyrillic: student.lastNameCyrillic,
    first_name_cyrillic: student.firstNameCyrillic,
    middle_name_cyrillic: student.middleNameCyrillic,
    birth_date: formatDay(student.birthDate),
    sex: student.sex,
    citizenship: student.citizenship,
    iin: student.iin,
    faculty: student.study.faculty,
    programme: student.study.programme,
    year: String(student.study.year),
    study_form: student.study.form,
    status: student.status,
    housing: student.housing,
    phone: student.phone,
    email: student.email,
    search_key: searchKey({
      names: [
        student.lastName,
        student.firstName,
        student.middleName,
        student.lastNameCyrillic,
        student.firstNameCyrillic,
        student.middleNameCyrillic,
      ],
      studentNo: student.studentNo,
      documentNos: [student.paper.number],
    }),
  };
}

function documentRow({ studentNo, paper }: DemoStudent) {
  return {
    student_no: studentNo,
    type: documentInRussian(paper.type),
    number: paper.number,
    number_folded: foldDocumentNo(paper.number).folded,
    expires: formatDay(paper.expires),
  };
}

function crossingRows({ studentNo, crossings }: DemoStudent) {
  return crossings.map(({ day, documentNo, ...crossing }) => ({
    student_no: studentNo,
    ...crossing,
    day: formatDay(day),
    document_no: documentNo,
  }));
}

function groundRows({ studentNo, grounds }: DemoStudent) {
  return grounds.map(({ from, to, ...ground }) => ({
    student_no: studentNo,
    ...ground,
    valid_from: formatDay(from),
    valid_to: dateOrNull(to),
  }));
}

function residenceRows({ studentNo, residence }: DemoStudent) {
  if (residence === null) return [];
  return [
    {
      student_no: studentNo,
      route: residence.route,
      dormitory: residence.dormitory,
      room: residence.room,
      address: residence.address,
      owner_name: residence.ownerName,
      owner_document: residence.ownerDocument,
      consent_notary: residence.consentNotary,
      consent_number: residence.consentNumber,
      consent_date: dateOrNull(residence.consentDate),
      technical_passport_no: residence.technicalPassportNo,
      contract_no: residence.contractNo,
      contract_date: dateOrNull(residence.contractDate),
      fee_receipt: residence.feeReceipt,
    },
  ];
}
