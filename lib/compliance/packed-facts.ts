import type { Day } from "@/lib/civil-date/day";
import type { Crossing, Ground, GroundKind, GroundStatus, StudentFacts } from "./facts";
import { ByteReader } from "./packing/byte-reader";
import { ByteWriter } from "./packing/byte-writer";

/** Raise it with every change of what the bytes mean: facts packed under another number are packed anew. */
export const PACKED_FORMAT = 1;

/** Codes that are stored: never give one to another kind. */
const KIND_CODES: Record<GroundKind, number> = {
  dormitory: 0,
  address: 1,
  employment: 2,
  residence_permit: 3,
  temporary_residence_permit: 4,
  visa: 5,
  kairylman: 6,
  meken_card: 7,
  resident_card: 8,
  other: 9,
};
const STATUS_CODES: Record<GroundStatus, number> = {
  granted: 0,
  requested: 1,
  refused: 2,
  revoked: 3,
};
const KINDS = byCode(KIND_CODES);
const STATUSES = byCode(STATUS_CODES);
const LAST_MINUTE = 1439;
/** A minute's place (0: none) and one bit for the direction. */
const LAST_MOMENT = 2 * (LAST_MINUTE + 1) + 1;

function byCode<Word extends string>(codes: Record<Word, number>): Map<number, Word> {
  const words = Object.keys(codes) as Word[];
  return new Map(words.map((word) => [codes[word], word]));
}

/**
 * A student's facts in as few bytes as is simple: days and refs as differences from the one before. Packs refs
 * that are whole numbers written out (database keys); throws RangeError on any other, and on what is no minute.
 * Document keys are kept as far as they mean anything: which crossings have the same.
 */
export function packFacts({
  citizenship,
  birth,
  crossings,
  grounds,
}: StudentFacts): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.unsigned(PACKED_FORMAT);
  writer.unsigned(citizenship.length);
  for (let i = 0; i < citizenship.length; i += 1) writer.unsigned(citizenship.charCodeAt(i));
  writeDayOrNull(writer, birth ?? null);
  writeCrossings(writer, crossings);
  writer.unsigned(grounds.length);
  for (const ground of grounds) writeGround(writer, ground);
  return writer.done();
}

/** The facts that were packed. Throws RangeError on another format, and on bytes that packFacts cannot have made. */
export function unpackFacts(bytes: Uint8Array): StudentFacts {
  const reader = new ByteReader(bytes);
  const format = reader.unsigned();
  if (format !== PACKED_FORMAT) throw new RangeError(`packed facts: unknown format ${format}`);
  let citizenship = "";
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    citizenship += String.fromCharCode(reader.unsigned());
  }
  const birth = readDayOrNull(reader);
  const crossings = readCrossings(reader);
  const grounds: Ground[] = [];
  for (let left = reader.unsigned(); left > 0; left -= 1) grounds.push(readGround(reader));
  reader.end();
  return { citizenship, birth, crossings, grounds };
}

function writeCrossings(writer: ByteWriter, crossings: readonly Crossing[]): void {
  const documents = new Map<string, number>();
  writer.unsigned(crossings.length);
  let lastDay = 0;
  let lastRef = 0;
  for (const { day, minute, direction, ref, document } of crossings) {
    const number = numberOf(ref);
    writer.signed(day - lastDay);
    writer.unsigned(2 * minutePlace(minute) + (direction === "entry" ? 1 : 0));
    writer.signed(number - lastRef);
    writer.unsigned(documentPlace(documents, document ?? null));
    lastDay = day;
    lastRef = number;
  }
}

function readCrossings(reader: ByteReader): Crossing[] {
  const crossings: Crossing[] = [];
  let day = 0;
  let ref = 0;
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    day += reader.signed();
    const moment = reader.unsigned();
    ref += reader.signed();
    const document = reader.unsigned();
    if (moment > LAST_MOMENT) throw new RangeError(`packed facts: no minute ${moment}`);
    const minute = (moment >>> 1) - 1;
    crossings.push({
      day: day as Day,
      minute: minute < 0 ? null : minute,
      direction: (moment & 1) === 1 ? "entry" : "exit",
      ref: String(ref),
      document: document === 0 ? null : String(document),
    });
  }
  return crossings;
}

function minutePlace(minute: number | null): number {
  if (minute === null) return 0;
  if (minute < 0 || minute > LAST_MINUTE) throw new RangeError(`not packable: minute ${minute}`);
  return minute + 1;
}

/** 0: none; otherwise its place among the documents, counted from 1 in the order in which they occur. */
function documentPlace(known: Map<string, number>, key: string | null): number {
  if (key === null) return 0;
  const place = known.get(key) ?? known.size + 1;
  known.set(key, place);
  return place;
}

function writeGround(writer: ByteWriter, { kind, status, from, to, ref }: Ground): void {
  writer.unsigned(KIND_CODES[kind]);
  writer.unsigned(STATUS_CODES[status]);
  writer.signed(from);
  writeDayOrNull(writer, to);
  writer.unsigned(numberOf(ref));
}

function readGround(reader: ByteReader): Ground {
  const kind = KINDS.get(reader.unsigned());
  const status = STATUSES.get(reader.unsigned());
  if (kind === undefined || status === undefined) {
    throw new RangeError("packed facts: unknown kind or status of a ground");
  }
  const from = reader.signed() as Day;
  return { kind, status, from, to: readDayOrNull(reader), ref: String(reader.unsigned()) };
}

function writeDayOrNull(writer: ByteWriter, day: Day | null): void {
  writer.unsigned(day === null ? 0 : 1);
  if (day !== null) writer.signed(day);
}

function readDayOrNull(reader: ByteReader): Day | null {
  return reader.unsigned() === 0 ? null : (reader.signed() as Day);
}

/** A ref as the number that it is. */
function numberOf(ref: string): number {
  const number = Number(ref);
  if (number < 0 || String(number) !== ref)
    throw new RangeError("not packable: a ref that is no database key");
  return number;
}
