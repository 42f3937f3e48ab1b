import { expect, test } from "vitest";
import { readAll } from "./file-for-tests";

const HEAD = "student_no;last_name;first_name;citizenship\n";

async function told(last: string, first: string): Promise<string[]> {
  const { rows } = await readAll(`${HEAD}S-1;${last};${first};KG\n`, { kind: "roster" });
  return rows.flatMap(({ parsed }) => [
    parsed.ok ? "read" : "wrong",
    ...parsed.notices.map(({ code, field }) => `${field}: ${code}`),
  ]);
}

test.each([
  ["PTCP154", "¤смµнова", "Айг‰л"],
  ["KZ-1048", "Ґсмґнова", "Айгїл"],
  ["KZ-1048, Kazakh letters", "Ќайратўлы", "Мјќсат"],
])("letters of a file in %s are told, and the row is read", async (_name, last, first) => {
  expect(await told(last, first)).toEqual([
    "read",
    "last_name_cyrillic: foreignLetters",
    "first_name_cyrillic: foreignLetters",
  ]);
});

test.each([
  ["Өсмөнова", "Айгүл"],
  ["Қайратұлы", "Мақсат Әлі"],
  ["Київський", "Олексій-Їжак"],
  ["Раҳимӣ", "Ҷамшед"],
  ["O‘tkirov", "Ğulnar"],
  ["D'Souza", "José María"],
  ["Müller-Şahin", "Łukasz"],
])("but %s %s are names", async (last, first) => {
  expect(await told(last, first)).toEqual(["read"]);
});

test.each(['=HYPERLINK("http://evil")', "@SUM(A1)", "+77"])(
  "a name that begins like a formula is told: %s",
  async (name) => {
    expect(await told(`"${name.replaceAll('"', '""')}"`, "Ali")).toEqual([
      "read",
      "last_name: formulaAsName",
    ]);
  },
);
