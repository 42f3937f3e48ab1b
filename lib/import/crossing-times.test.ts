import { expect, test } from "vitest";
import { issuesOf, readAll } from "./file-for-tests";

const read = async (lines: readonly string[]) =>
  (await readAll(lines.join("\n"), { kind: "crossings" })).rows;
type Rows = Awaited<ReturnType<typeof read>>;

const told = (rows: Rows) =>
  rows.flatMap(({ rowNo, part, parsed }) =>
    parsed.notices.map(({ code, column, value }) => [rowNo, part, code, column, value]),
  );
const minutes = (rows: Rows) =>
  rows.map(({ parsed }) => (parsed.ok ? `${parsed.fact.day} ${parsed.fact.minute}` : "wrong"));

const APART = "№ студента;Направление;Дата;Время";

test("a time that is wrong is said of its own column, a date that is wrong of the date's", async () => {
  const rows = await read([
    APART,
    "1;въезд;03.09.2025;25:30",
    "2;въезд;03.09.2025;10:00Z",
    "3;въезд;31.02.2025;12:30",
    "4;въезд;03.09.2025 99:00;12:30",
  ]);
  expect(issuesOf(rows)).toEqual({
    2: ["at: impossibleTime"],
    3: ["at: timeZone"],
    4: ["at: impossibleDate"],
    5: ["at: impossibleTime"],
  });
  const places = rows.map(({ parsed }) =>
    parsed.ok ? null : [parsed.issues[0]?.column, parsed.issues[0]?.value],
  );
  expect(places).toEqual([
    [3, "25:30"],
    [3, "10:00Z"],
    [2, "31.02.2025"],
    [2, "03.09.2025 99:00"],
  ]);
});

test("of an entry and an exit in one row each has its own column of times", async () => {
  const rows = await read([
    "№ студента;Дата въезда;Время въезда;Дата выезда;Время выезда",
    "1;01.09.2025;23:58;05.09.2025;61:00",
  ]);
  expect(told(rows)).toEqual([[2, 0, "nearMidnight", 2, "23:58"]]);
  expect(rows[1]?.parsed).toMatchObject({ issues: [{ column: 4, value: "61:00" }] });
});

test("times in a column of their own are read as offices write them, Excel's fractions of a day too", async () => {
  const texts = ["12.30", "3:30 PM", "24:00", "0.5208", "0,9993", "0.5", "15 ч 30 мин"];
  const rows = await read([APART, ...texts.map((text, i) => `${i};въезд;03.09.2025;${text}`)]);
  expect(issuesOf(rows)).toEqual({});
  const facts = rows.map(({ parsed }) => (parsed.ok ? parsed.fact.minute : null));
  expect(facts).toEqual([750, 930, 0, 750, 1439, 720, 930]);
  const [first, , midnight] = minutes(rows).map((text) => Number(text.split(" ")[0]));
  expect((midnight ?? 0) - (first ?? 0)).toBe(1);
});

test("0.25 may be six in the morning or 25 past midnight and is neither", async () => {
  const rows = await read([APART, "1;въезд;03.09.2025;0.75", "2;въезд;03.09.2025;0.25"]);
  expect(minutes(rows)[0]).toMatch(/ 1080$/);
  expect(issuesOf(rows)).toEqual({ 3: ["at: impossibleTime"] });
});

test("exactly 00:00 is near midnight like 23:58 and 00:01, joined or apart", async () => {
  const rows = await read([
    "№ студента;Направление;Дата и время",
    "1;въезд;17.09.2025 00:00",
    "2;выезд;18.09.2025 00:01",
    "3;въезд;19.09.2025 23:58",
    "4;выезд;20.09.2025 12:00",
  ]);
  expect(told(rows).map(([rowNo, , code]) => [rowNo, code])).toEqual([
    [2, "nearMidnight"],
    [3, "nearMidnight"],
    [4, "nearMidnight"],
  ]);
  const apart = await read([APART, "1;въезд;17.09.2025;00:00", "2;выезд;18.09.2025;10:00"]);
  expect(told(apart)).toEqual([[2, 0, "nearMidnight", 3, "00:00"]]);
});

test("a file that says 00:00 in every row has no times: that is told once", async () => {
  const rows = await read([
    "№ студента;Дата въезда;Дата выезда",
    "1;17.09.2025 00:00;20.09.2025 00:00:00",
    "2;18.09.2025 00:00;",
    "3;18.09.2025;19.09.2025 00:00",
  ]);
  expect(told(rows)).toEqual([[2, 0, "noTimes", 1, "17.09.2025 00:00"]]);
  expect(minutes(rows).every((text) => text !== "wrong")).toBe(true);
});

test("an exit before its entry in one row is read, with a warning that names both dates", async () => {
  const rows = await read([
    "№ студента;Дата въезда;КПП въезда;Дата выезда;КПП выезда",
    "1;01.07.2024;Манас;05.07.2024;Ак-Жол",
    "2;20.07.2024;Манас;15.07.2024;Ак-Жол",
    "3;20.07.2024 12:00;Манас;20.07.2024 10:00;Ак-Жол",
    "4;20.07.2024;Манас;20.07.2024 10:00;Ак-Жол",
  ]);
  expect(issuesOf(rows)).toEqual({});
  expect(told(rows)).toEqual([
    [3, 1, "exitBeforeEntry", 3, "15.07.2024"],
    [4, 1, "exitBeforeEntry", 3, "20.07.2024 10:00"],
  ]);
  const params = { entry: "20.07.2024", exit: "15.07.2024" };
  expect(rows[3]?.parsed.notices[0]).toMatchObject({ params });
});

test("a row of a journey, whose exit stands first, may return later", async () => {
  const rows = await read(["№ студента;Дата выезда;Дата въезда", "1;15.07.2024;20.07.2024"]);
  expect(told(rows)).toEqual([]);
});
