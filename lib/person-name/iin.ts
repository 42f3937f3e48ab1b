/** What is wrong with an ИИН; a reason to warn, never to reject. */
type IinProblem = "length" | "century" | "date" | "checkDigit";

export type IinCheck =
  | { ok: true; birthDate: string; sex: "M" | "F" }
  | { ok: false; problem: IinProblem };

const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** Checks the form, the century digit, month and day, and the check digit of a Kazakh ИИН; birthDate is YYYY-MM-DD. */
export function checkIin(iin: string): IinCheck {
  if (!/^\d{12}$/.test(iin)) return { ok: false, problem: "length" };
  const digits = Array.from(iin, Number);
  const mark = digits[6] ?? 0;
  if (mark < 1 || mark > 6) return { ok: false, problem: "century" };
  const month = Number(iin.slice(2, 4));
  const dayOfMonth = Number(iin.slice(4, 6));
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) {
    return { ok: false, problem: "date" };
  }
  if (checkDigit(digits) !== digits[11]) return { ok: false, problem: "checkDigit" };
  const century = 18 + Math.floor((mark - 1) / 2);
  return {
    ok: true,
    birthDate: `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`,
    sex: mark % 2 === 1 ? "M" : "F",
  };
}

/** The check digit of the first eleven, or null where no such number is issued. */
function checkDigit(digits: readonly number[]): number | null {
  const first = weighted(digits, WEIGHTS);
  if (first < 10) return first;
  const second = weighted(digits, SECOND_WEIGHTS);
  return second < 10 ? second : null;
}

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11;
}
