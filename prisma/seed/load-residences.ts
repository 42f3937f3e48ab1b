import "server-only";
import type pg from "pg";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { DemoStudent } from "./students";

const OWN = "current_setting('sanak.institution')::uuid";

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
 * Writes where the students live, with the papers, into the institution of the running transaction: no file
 * brings these. Students and dormitories must exist.
 */
export async function loadResidences(
  client: pg.PoolClient,
  students: readonly DemoStudent[],
): Promise<void> {
  await client.query(RESIDENCES, [JSON.stringify(students.flatMap(residenceRows))]);
}

function dateOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
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
