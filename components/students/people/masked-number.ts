/** A document's number with all but its last three characters hidden, unless it is the one that is looked for. */
export function maskedNumber(number: string, sought = ""): string {
  if (number === "" || number === sought) return number;
  return `${"•".repeat(Math.max(0, number.length - 3))}${number.slice(-3)}`;
}
