import { civilDate, type Day } from "@/lib/civil-date/day";
import type { Sex } from "./names/person-name";

/**
 * An individual identification number of Kazakhstan: birth date, century and sex, four serial digits,
 * check digit (weights 1 to 11, then 3 to 11, 1, 2, modulo 11). `serial` chooses it; numbers that are never issued are passed over.
 */
export function makeIin(birthDate: Day, sex: Sex, serial: number): string {
  const { year, month, dayOfMonth } = civilDate(birthDate);
  const two = (value: number) => String(value % 100).padStart(2, "0");
  const century = (year >= 2000 ? 5 : 3) + (sex === "F" ? 1 : 0);
  const start = `${two(year)}${two(month)}${two(dayOfMonth)}${century}`;
  for (let step = 0; ; step += 1) {
    const digits = `${start}${String((serial + step) % 10_000).padStart(4, "0")}`;
    const check = checkDigit(digits);
    if (check !== null) return `${digits}${check}`;
  }
}

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

function checkDigit(eleven: string): number | null {
  for (const weights of [FIRST_WEIGHTS, SECOND_WEIGHTS]) {
    const rest = weights.reduce((sum, weight, at) => sum + weight * Number(eleven[at]), 0) % 11;
    if (rest < 10) return rest;
  }
  return null;
}
