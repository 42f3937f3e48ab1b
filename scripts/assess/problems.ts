/** What is wrong with the input, for one line on standard error. */
export type Problem = {
  /** Name of the file without its folder; "assess" for the command line itself. */
  where: string;
  /** Row as a spreadsheet counts them, the header being 1; null: the file as a whole. */
  row: number | null;
  text: string;
};

/** "crossings.csv:14: direction must be entry or exit" */
export function problemLine({ where, row, text }: Problem): string {
  return row === null ? `${where}: ${text}` : `${where}:${row}: ${text}`;
}
