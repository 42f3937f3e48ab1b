/** The dates that a text holds, one a line or with commas between: "07.12.2025" and "2025-12-07" both as the latter. */
export function datesIn(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, toIso));
}

function toIso(_all: string, day: string, month: string, year: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
