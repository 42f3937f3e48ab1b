const bishkek = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Bishkek",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** "07.12.2025 14:35", the time in Bishkek: a moment in a table, the same in every language. */
export function momentInTable(moment: Date): string {
  return bishkek.format(moment).replaceAll("/", ".").replace(",", "");
}
