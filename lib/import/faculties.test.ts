import { describe, expect, test } from "vitest";
import { readAll } from "./file-for-tests";
import { facultyReader, nearFaculties } from "./values/faculty";

const KNOWN = [
  "Медицинский факультет",
  "Факультет экономики и управления",
  "Факультет международных отношений",
  "Юридический факультет",
];

describe("a faculty is known by", () => {
  const read = facultyReader(KNOWN);
  test.each(["Медицинский факультет", "МЕДИЦИНСКИЙ  ФАКУЛЬТЕТ", "«Медицинский факультет»."])(
    "%s",
    (text) => {
      expect(read(text)).toEqual({ name: "Медицинский факультет", isNew: false });
    },
  );
  test.each(["Мед. фак.", "Медицинский", "Медецинский факультет"])(
    "is not guessed from «%s»",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
  test.each(["Стоматология", "Dentistry"])("is new where it is like none: %s", (text) => {
    expect(read(text)).toEqual({ name: text, isNew: true });
  });
  test("of two spellings of one name each stays itself, and a third goes with the first", () => {
    const twice = facultyReader(["Право", "ПРАВО"]);
    expect(["Право", "ПРАВО", "право"].map((text) => twice(text)?.name)).toEqual([
      ...["Право", "ПРАВО", "Право"],
    ]);
  });
  test("as it is written where none is known", () => {
    expect(facultyReader([])("Мед. фак.")).toEqual({ name: "Мед. фак.", isNew: false });
  });
});

describe("known faculties are proposed", () => {
  test.each([
    ["Мед. фак.", ["Медицинский факультет"]],
    ["фак. экон.", ["Факультет экономики и управления"]],
    ["ФМО", ["Факультет международных отношений"]],
    ["МО", ["Факультет международных отношений"]],
    ["Юредический ф-т", ["Юридический факультет"]],
    ["Медицинский факультет, Ош", ["Медицинский факультет"]],
    ["Факультет", []],
    ["Стоматологический факультет", []],
  ])("for «%s»: %j", (text, names) => {
    expect(nearFaculties(text, KNOWN)).toEqual(names);
  });
});

describe("a roster's faculty that nobody is of", () => {
  const ROSTER = `student_no,last_name,first_name,citizenship,faculty
S-1,IVANOV,IVAN,KZ,медицинский факультет
S-2,IVANOV,PETR,KZ,Мед. фак.
S-3,IVANOV,OLEG,KZ,
`;
  const read = async (options: object) => {
    const { rows } = await readAll(ROSTER, { kind: "roster", ...options });
    return rows.map(({ parsed }) =>
      parsed.ok ? parsed.fact.faculty : parsed.issues.map(({ code, value }) => [code, value]),
    );
  };

  test("is asked about, and its row is not read until then", async () => {
    expect(await read({ faculties: KNOWN })).toEqual([
      "Медицинский факультет",
      [["unknownFaculty", "Мед. фак."]],
      "",
    ]);
  });
  test("is read and told where it is like none that is known", async () => {
    const options = { kind: "roster" as const, faculties: ["Право"] };
    const { rows } = await readAll(ROSTER, options);
    expect(
      rows.map(({ parsed }) => [
        parsed.ok && parsed.fact.faculty,
        parsed.notices.map(({ code }) => code),
      ]),
    ).toEqual([
      ["медицинский факультет", ["newFaculty"]],
      ["Мед. фак.", ["newFaculty"]],
      ["", []],
    ]);
  });
  test.each(["Медицинский факультет", "Мед. фак."])("is what was decided: %s", async (meaning) => {
    const words = { faculty: { "мед фак": meaning } };
    expect((await read({ faculties: KNOWN, words }))[1]).toBe(meaning);
  });
  test("is taken as it is written where the institution has none yet", async () => {
    expect(await read({ faculties: [] })).toEqual(["медицинский факультет", "Мед. фак.", ""]);
  });
});
