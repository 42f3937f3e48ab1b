import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import type { Crossing } from "../facts";
import { PACKED_FORMAT, packFacts, unpackFacts } from "../packed-facts";
import { ByteReader } from "./byte-reader";
import { ByteWriter } from "./byte-writer";

function written(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter();
  write(writer);
  return writer.done();
}

describe("whole numbers in bytes", () => {
  it.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
    [0x7fffffff, 5],
    [0x80000000, 5],
    [Number.MAX_SAFE_INTEGER, 8],
  ])("%d takes %d bytes, the fewest that seven bits each allow", (value, bytes) => {
    const packed = written((writer) => writer.unsigned(value));
    expect(packed).toHaveLength(bytes);
    expect(new ByteReader(packed).unsigned()).toBe(value);
  });

  it.each([0, 1, -1, 63, 64, -64, -65, 2 ** 30, -(2 ** 30), 2 ** 40, -(2 ** 40) - 1])(
    "%d comes out with its sign",
    (value) => {
      expect(new ByteReader(written((writer) => writer.signed(value))).signed()).toBe(value);
    },
  );

  it.each([-1, 0.5, Number.NaN, 2 ** 53])("%d is refused", (value) => {
    expect(() => new ByteWriter().unsigned(value)).toThrow(`not packable: ${value}`);
  });

  it("more of them than the first room holds come out in order", () => {
    const numbers = Array.from({ length: 1500 }, (_, index) => index);
    const reader = new ByteReader(
      written((writer) => {
        for (const number of numbers) writer.unsigned(number);
      }),
    );
    expect(numbers.map(() => reader.unsigned())).toEqual(numbers);
    expect(() => reader.end()).not.toThrow();
  });

  it("what no writer can have written is refused, and why is said", () => {
    const read = (...bytes: number[]) => new ByteReader(new Uint8Array(bytes));
    expect(() => read(0x80).unsigned()).toThrow("packed facts: they end too early");
    expect(() => read().unsigned()).toThrow("packed facts: they end too early");
    expect(() => read(1, 1).end()).toThrow("packed facts: bytes are left over");
    expect(() => read(...Array.from({ length: 20 }, () => 0xff)).unsigned()).toThrow(
      "packed facts: a number is too long",
    );
    const eight = Array.from({ length: 8 }, () => 0x80);
    expect(() => read(...eight, 0).unsigned()).toThrow("packed facts: a number is too long");
  });
});

describe("packed facts", () => {
  const crossing: Crossing = { day: day("2025-09-01"), minute: 0, direction: "exit", ref: "0" };
  const factsWith = (one: Partial<Crossing>) => ({
    citizenship: "KZ",
    crossings: [{ ...crossing, ...one }],
    grounds: [],
  });
  /** The bytes of facts without anything but one crossing or one ground, written by hand. */
  const byHand = (...numbers: number[]) =>
    written((writer) => {
      for (const number of [PACKED_FORMAT, 0, 0, ...numbers]) writer.unsigned(number);
    });

  it.each([
    { minute: 0 },
    { minute: 1439, direction: "entry" as const },
    { minute: 1439 },
    { ref: "0" },
    { ref: "4503599627370495" },
  ])("keep the edges of what a crossing can be: %j", (edge) => {
    const [out] = unpackFacts(packFacts(factsWith(edge))).crossings;
    expect(out).toEqual({ ...crossing, ...edge, document: null });
  });

  it("tell why something cannot be packed", () => {
    expect(() => packFacts(factsWith({ minute: 1440 }))).toThrow("not packable: minute 1440");
    expect(() => packFacts(factsWith({ ref: "row 7" }))).toThrow(
      "not packable: a ref that is no database key",
    );
  });

  it("hold no minute after 23:59, and no unknown kind or status of a ground", () => {
    const unknown = "packed facts: unknown kind or status of a ground";
    expect(unpackFacts(byHand(1, 0, 2881, 0, 0, 0)).crossings[0]?.minute).toBe(1439);
    expect(() => unpackFacts(byHand(1, 0, 2882, 0, 0, 0))).toThrow("packed facts: no minute 2882");
    expect(unpackFacts(byHand(0, 1, 9, 3, 0, 0, 7)).grounds[0]).toMatchObject({
      kind: "other",
      status: "revoked",
      ref: "7",
    });
    expect(() => unpackFacts(byHand(0, 1, 10, 3, 0, 0, 7))).toThrow(unknown);
    expect(() => unpackFacts(byHand(0, 1, 9, 4, 0, 0, 7))).toThrow(unknown);
  });
});
