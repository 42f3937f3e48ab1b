import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { readAll } from "./file-for-tests";

type Kind = "roster" | "grounds" | "crossings";

/** What is told of each row that is read, as "field: code". */
async function told(kind: Kind, text: string): Promise<string[][]> {
  const { rows } = await readAll(text, { kind, today: day("2025-11-15") });
  return rows.map(({ parsed }) => [
    ...(parsed.ok ? [] : parsed.issues.map(({ code }) => `refused: ${code}`)),
    ...parsed.notices.map(({ code, field }) => `${field}: ${code}`),
  ]);
}

const NAMES = "student_no,last_name,first_name,last_name_cyrillic,first_name_cyrillic,citizenship";

test("names with signs that no name has, too long ones and those in the other alphabet are told", async () => {
  const long = "A".repeat(61);
  expect(
    await told(
      "roster",
      [
        NAMES,
        "1,<b>BOLD</b>,<script>,Тест,Тест,KZ",
        `2,${long},OK,Тест,Тест,KZ`,
        "3,ИВАНОВ,ИВАН,IVANOV,IVAN,RU",
        "4,KIM,ANNA 2,Ким,Анна,KZ",
        "5,O'CONNOR,SEAN-PAUL,О’Коннор,Шон-Поль,GB",
        "6,SINGH A/L RAM,D/O,Синх,Рам,MY",
        "7,ИВАНОВ,ИВАН,,,RU",
      ].join("\n"),
    ),
  ).toEqual([
    ["last_name: oddSigns", "first_name: oddSigns"],
    ["last_name: longName"],
    [
      "last_name: otherScript",
      "last_name_cyrillic: otherScript",
      "first_name: otherScript",
      "first_name_cyrillic: otherScript",
    ],
    ["first_name: oddSigns"],
    [],
    [],
    [],
  ]);
});

test("a year of study that is none is told and kept", async () => {
  const years = ["первый", "9", "2024", "2", "2 курс", "II", "3-курс", ""];
  const rows = years.map((year, i) => `${i},KIM,ANNA,KZ,${year}`);
  expect(
    await told("roster", ["student_no,last_name,first_name,citizenship,year", ...rows].join("\n")),
  ).toEqual([...Array(3).fill(["year: unlikelyYear"]), ...Array(5).fill([])]);
});

test("a registration that was granted without an end is told; other grounds may have none", async () => {
  const rows = [
    "1,dormitory,X,2025-11-01,,granted",
    "1,address,X,2025-11-01,2026-06-30,granted",
    "1,address,X,2025-11-01,,requested",
    "1,residence_permit,X,2025-11-01,,granted",
    "1,dormitory,X,2025-11-01,31.02.2026,granted",
  ];
  expect(
    await told(
      "grounds",
      ["student_no,kind,number,valid_from,valid_to,status", ...rows].join("\n"),
    ),
  ).toEqual([["valid_to: noEnd"], [], [], [], ["refused: impossibleDate"]]);
});

test("marks of direction about a date are no part of it", async () => {
  const { rows } = await readAll(
    "student_no,direction,at\n1,entry,\u200f26.09.2025\n2,entry,\u200e25\u200e/\u200e04\u200e/\u200e2025\n3,exit,\u200e03/05/2025\u202c\n",
    { kind: "crossings" },
  );
  expect(rows.map(({ parsed }) => parsed.ok && parsed.fact.day)).toEqual([
    day("2025-09-26"),
    day("2025-04-25"),
    day("2025-05-03"),
  ]);
});
