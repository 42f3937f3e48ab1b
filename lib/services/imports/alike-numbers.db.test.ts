import { expect, test, vi } from "vitest";
import { fileListOf, filesOf, LIST_HEAD, listsOfEachTest, settleIn } from "./test-dormitory-office";

// Each file is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office } = listsOfEachTest();
const filesOfKind = {
  roster: filesOf("roster", () => office.admin),
  crossings: filesOf("crossings", () => office.admin),
  grounds: filesOf("grounds", () => office.admin),
  residents: filesOf("residents", () => office.admin),
  authority: filesOf("authority", () => office.admin),
};

/** The S of the students' numbers, in Cyrillic: U+0405, as in Macedonian. */
const DZE = "\u0405";

async function told(kind: keyof typeof filesOfKind, text: string) {
  const importId = await filesOfKind[kind].preview(text);
  const rows = await filesOfKind[kind].rows(importId);
  return rows.map(({ outcome, codes }) => [outcome, ...codes]);
}

test.each([
  ["crossings", "student_no,direction,at\n", "exit,2025-11-01", "new"],
  [
    "grounds",
    "student_no,kind,number,valid_from,valid_to,status\n",
    "dormitory,G-1,2025-11-01,2026-06-30,granted",
    "new",
  ],
  ["residents", LIST_HEAD, "2,1,,,", "new"],
  ["roster", "student_no,last_name,first_name,citizenship\n", "OMURBEKOVA,AIZADA,KZ", "unchanged"],
] as const)(
  "in a file of %s a number with letters that look alike is the student's",
  async (kind, head, rest, outcome) => {
    const [alike, other] = [`${DZE}-1,${rest}\n`, `${DZE}-77,${rest}\n`];
    expect((await told(kind, head + alike))[0]).toEqual([outcome, "numberLooksAlike"]);
    expect((await told(kind, head + other))[0]).not.toContain("numberLooksAlike");
  },
);

test("an authority's answer is found by such a number too", async () => {
  await settleIn(office.admin);
  await fileListOf(office.admin, ["S-1"]);
  const head = "student_no,result,registration_no,valid_from,valid_to\n";
  expect(await told("authority", `${head}${DZE}-1,registered,R-1,2025-11-15,2026-06-30\n`)).toEqual(
    [["new", "numberLooksAlike"]],
  );
});

test("a number that somebody has is theirs, and one that looks like two students' is nobody's", async () => {
  const { roster } = filesOfKind;
  const head = "student_no,last_name,first_name,birth_date,citizenship\n";
  await roster.load(`${head}ХА-1,ONE,ANNA,2004-01-01,KZ\nXА-1,TWO,BELA,2004-02-02,KZ\n`);
  const log = "student_no,direction,at\n";
  expect(await told("crossings", `${log}ХА-1,entry,2025-11-01\nXA-1,entry,2025-11-02\n`)).toEqual([
    ["new"],
    ["unknownStudent"],
  ]);
});
