import { expect, test } from "vitest";
import { readAll } from "./file-for-tests";
import { readImport } from "./read-import";

const roster = (heading: string, ...rows: string[]) =>
  [`№ студента;${heading};Гражданство`, ...rows].join("\n");

const mappingOf = async (file: string, options = {}) =>
  (await readAll(file, { kind: "roster", ...options })).mapping.slice(1, -1);

test("names are called after the script that they are in, whatever their heading says", async () => {
  const plain = (...rows: string[]) => mappingOf(roster("Фамилия;Имя;Отчество", ...rows));
  expect(await plain("1;Асанова;Айгуль;;KZ", "2;Ли;Анна;Ивановна;KZ")).toEqual([
    "last_name_cyrillic",
    "first_name_cyrillic",
    "middle_name_cyrillic",
  ]);
  expect(await plain("1;ASANOVA;AIGUL;;KZ")).toEqual(["last_name", "first_name", "middle_name"]);
  expect(await plain("1;Асанова;AIGUL;;KZ", "2;LI;ANNA;;KZ")).toEqual([
    "last_name",
    "first_name",
    "middle_name",
  ]);
  expect(await mappingOf(roster("Фамилия кириллицей;Имя", "1;ASANOVA;Айгуль;KZ"))).toEqual([
    "last_name",
    "first_name_cyrillic",
  ]);
});

test("a column that has its other script beside it, or that a person has named, stays what it is", async () => {
  const both = roster("Фамилия;Фамилия латиницей;Имя", "1;Асанова;Асанова;Айгуль;KZ");
  expect((await mappingOf(both)).slice(0, 2)).toEqual(["last_name_cyrillic", "last_name"]);
  const mapping = ["student_no", "last_name", "first_name", "citizenship"] as const;
  const named = roster("Фамилия;Имя", "1;Асанова;Айгуль;KZ");
  expect(await mappingOf(named, { mapping })).toEqual(["last_name", "first_name"]);
});

test("what is remarked names the script too, and every name stays in its own", async () => {
  const file = roster("Фамилия;Имя", "1;Асанова;Айгуль;KZ", "2;;Анна;KZ");
  const { rows } = await readAll(file, { kind: "roster" });
  expect(rows[1]?.parsed).toMatchObject({
    issues: [{ code: "missingName", field: "last_name_cyrillic", column: 1 }],
  });
  const many = Array.from({ length: 60 }, (_, i) => `${i};Асанова;Айгуль;KZ`);
  const late = await readAll(roster("Фамилия;Имя", ...many, "99;LI;WEI;CN"), { kind: "roster" });
  expect(late.rows.at(-1)?.parsed).toMatchObject({
    fact: { lastName: "LI", firstName: "WEI", lastNameCyrillic: "", firstNameCyrillic: "" },
  });
});

test("a mapping of an earlier file is called after what this one has", async () => {
  const columns = [
    { heading: "№ студента", target: "student_no" },
    { heading: "Фамилия", target: "last_name" },
    { heading: "Имя", target: "first_name" },
    { heading: "Гражданство", target: "citizenship" },
  ] as const;
  const remembered = [{ id: "1", columns: [...columns], constants: {} }];
  const bytes = Buffer.from(roster("Фамилия;Имя", "1;Асанова;Айгуль;KZ"));
  const opened = await readImport({ bytes }, { kind: "roster", remembered });
  expect(opened).toMatchObject({
    recalled: { id: "1", moved: [], vanished: [], added: [] },
    mapping: ["student_no", "last_name_cyrillic", "first_name_cyrillic", "citizenship"],
  });
});
