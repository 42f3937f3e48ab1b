import type { Refusal } from "./refusal";
import type { About } from "./row-issue";

/** An issue or notice in one English line for the command line and logs: `at: impossibleDate "31.02.2026"`. */
export function describeIssue({ code, field, value, params }: About<string>): string {
  const words = code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const details = Object.entries(params).map(([name, detail]) => ` ${name} ${detail}`);
  return `${field ? `${field}: ` : ""}${words}${value ? ` "${value}"` : ""}${details.join(",")}`;
}

/** A refusal in one English line for the command line and logs. */
export function describeRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case "missingColumns": {
      const names = refusal.missing.map((oneOf) =>
        oneOf.map((fields) => fields.join(" and ")).join(", or "),
      );
      return `missing columns: ${names.join("; ")}`;
    }
    case "duplicateColumns":
      return `more than one column for ${refusal.duplicates.map(({ field }) => field).join(", ")}`;
    case "wrongKind":
      return `these are the columns of ${refusal.looksLike}, not of ${refusal.chosen}`;
    case "headerNotFirst":
      return `the column names are in row ${refusal.row}, not in the first`;
    default:
      return refusal.code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  }
}
