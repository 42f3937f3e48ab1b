import { addDays, type Day, day } from "@/lib/civil-date/day";
import type { Chance } from "./chance";

/** An identity document as its holder shows it. */
export type Paper = { type: "passport" | "id_card"; number: string; expires: Day };

/** Letters and the count of digits by country; 9 digits that begin with 0 are an ID card of Kazakhstan. */
const PATTERNS: Record<string, readonly [letters: readonly string[], digits: number]> = {
  KZ: [["N"], 8],
  RU: [["75", "76"], 7],
  BY: [["MP", "MC"], 7],
  UZ: [["FA", "FB"], 7],
  TM: [["A"], 7],
  TJ: [["40"], 7],
  AF: [["P0"], 7],
  MN: [["E"], 7],
  KG: [["PE"], 7],
  IN: [["S", "T", "U", "V", "W", "Z"], 7],
  NP: [["1"], 7],
  PK: [["AB", "CX", "DW", "FG"], 7],
  BD: [["EG", "EH"], 7],
  CN: [["EJ", "EK"], 7],
  TR: [["U"], 8],
  AZ: [["C0"], 7],
  KR: [["M"], 8],
};

/** 7,919 shares no factor with a power of ten: a series of places becomes numbers that never repeat. */
function scattered(place: number, digits: number): string {
  const size = 10 ** digits;
  return String((1_234_567 + place * 7_919 * 37) % size).padStart(digits, "0");
}

/** A passport; `place` is the student's place in the institution, and no two places share a number. */
export function makePassport(chance: Chance, citizenship: string, place: number): Paper {
  const pattern = PATTERNS[citizenship];
  if (pattern === undefined) throw new Error(`no passports for ${citizenship}`);
  const [letters, digits] = pattern;
  return {
    type: "passport",
    number: `${chance.pick(letters)}${scattered(place, digits)}`,
    expires: makeExpiry(chance),
  };
}

/** An ID card of Kazakhstan. */
export function makeIdCard(chance: Chance, place: number): Paper {
  return { type: "id_card", number: `0${scattered(place, 8)}`, expires: makeExpiry(chance) };
}

/** One in eighty papers runs out before the academic year does. */
function makeExpiry(chance: Chance): Day {
  return chance.happens(1 / 80)
    ? addDays(day("2025-12-20"), chance.int(0, 150))
    : addDays(day("2026-09-01"), chance.int(0, 2_900));
}
