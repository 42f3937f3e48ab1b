import fc from "fast-check";
import { expect, test } from "vitest";
import { type Day, day } from "@/lib/civil-date/day";
import { type Crossing, GROUND_KINDS, GROUND_STATUSES, type StudentFacts } from "./facts";
import { PACKED_FORMAT, packFacts, unpackFacts } from "./packed-facts";

const anyDay = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((number) => number as Day);
const anyRef = fc.integer({ min: 0, max: 2 ** 51 }).map(String);

const anyFacts: fc.Arbitrary<StudentFacts> = fc.record({
  citizenship: fc.oneof(fc.constantFrom("KZ", "UZ", "GB"), fc.string({ unit: "binary" })),
  birth: fc.option(anyDay, { nil: null }),
  crossings: fc.array(
    fc.record({
      day: anyDay,
      minute: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null }),
      direction: fc.constantFrom("entry" as const, "exit" as const),
      ref: anyRef,
      document: fc.option(fc.constantFrom("N", "K", "x"), { nil: null }),
    }),
    { maxLength: 80 },
  ),
  grounds: fc.array(
    fc.record({
      kind: fc.constantFrom(...GROUND_KINDS),
      status: fc.constantFrom(...GROUND_STATUSES),
      from: anyDay,
      to: fc.option(anyDay, { nil: null }),
      ref: anyRef,
    }),
    { maxLength: 10 },
  ),
});

/** With documents named by the order in which they occur, as unpacking names them. */
function withPlainDocuments(facts: StudentFacts): StudentFacts {
  const seen: string[] = [];
  const crossings = facts.crossings.map(({ document, ...crossing }): Crossing => {
    if (document === null || document === undefined) return { ...crossing, document: null };
    if (!seen.includes(document)) seen.push(document);
    return { ...crossing, document: String(seen.indexOf(document) + 1) };
  });
  return { ...facts, crossings };
}

test("what is packed comes out again, whatever it was", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(unpackFacts(packFacts(facts))).toEqual(withPlainDocuments(facts));
    }),
    { numRuns: 2000 },
  );
});

test("no byte can be cut off, added or changed in format unnoticed", () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(), (facts, at) => {
      const bytes = packFacts(facts);
      expect(() => unpackFacts(bytes.slice(0, at % bytes.length))).toThrow(RangeError);
      expect(() => unpackFacts(new Uint8Array([...bytes, 0]))).toThrow(RangeError);
      const other = bytes.slice();
      other[0] = PACKED_FORMAT + 1;
      expect(() => unpackFacts(other)).toThrow("unknown format");
    }),
    { numRuns: 500 },
  );
});

test("bytes of chance are refused or read as facts, and never end in anything else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        unpackFacts(new Uint8Array([PACKED_FORMAT, ...bytes]));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 2000 },
  );
});

const crossing: Crossing = { day: day("2025-09-01"), minute: 1, direction: "entry", ref: "1" };
const factsWith = (...crossings: Crossing[]) => ({ citizenship: "KZ", crossings, grounds: [] });

test.each([
  { ...crossing, ref: "row 7" },
  { ...crossing, ref: "007" },
  { ...crossing, ref: "-1" },
  { ...crossing, ref: "9007199254740993" },
  { ...crossing, minute: 1440 },
  { ...crossing, minute: -1 },
])("what cannot be told again is refused: $ref at minute $minute", (wrong) => {
  expect(() => packFacts(factsWith(wrong))).toThrow(RangeError);
});

test("60 crossings a student take less than 400 bytes", () => {
  const crossings = Array.from({ length: 60 }, (_, index) => ({
    day: (crossing.day + 5 * index) as Day,
    minute: 600 + index,
    direction: index % 2 === 0 ? ("entry" as const) : ("exit" as const),
    ref: String(6_000_000 + index),
    document: "1",
  }));
  expect(packFacts(factsWith(...crossings)).length).toBeLessThan(400);
});
