import type { Bomb } from "./all-bombs";

const COLUMNS = {
  roster:
    "student_no,ФИО,last_name,birth_date,sex,citizenship,document_type,document_no,iin,faculty,phone,email",
  crossings: "student_no,document_no,Дата въезда,Время въезда,Дата выезда,checkpoint",
} as const;
const GOOD: Readonly<Record<string, string>> = {
  student_no: "S-1",
  citizenship: "KZ",
  "Дата въезда": "2025-09-01",
};

/** What each cell is filled with; a pattern that goes back over it takes time by the square of its length. */
const FILLINGS: Readonly<Record<string, string>> = {
  "opening brackets": "(",
  "opening square brackets": "[",
  commas: ",",
  spaces: " ",
};
const LETTERS = 60_000;

/** A title, a heading and in every column one row, each with a cell of nothing but the filling. */
function textOf(kind: keyof typeof COLUMNS, filling: string): Uint8Array {
  const cell = `"x${filling.repeat(LETTERS / filling.length)}x"`;
  const columns = COLUMNS[kind].split(",");
  const rows = columns.map((awkward) =>
    [...columns, ""].map((column) => (column === awkward ? cell : (GOOD[column] ?? ""))).join(","),
  );
  return Buffer.from([`${cell},b`, `${COLUMNS[kind]},${cell}`, ...rows, ""].join("\n"));
}

/** Texts within all limits, made of what patterns stumble over. All of their rows are read, as wrong ones or not. */
export const AWKWARD_TEXTS: readonly Bomb[] = (["roster", "crossings"] as const).flatMap((kind) =>
  Object.entries(FILLINGS).map(([name, filling]) => ({
    name: `a text of ${kind} whose cells are ${name}`,
    kind,
    bytes: () => textOf(kind, filling),
    end: kind === "roster" ? "12 rows" : "7 rows",
  })),
);
