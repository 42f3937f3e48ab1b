import { encode } from "../file-for-tests";
import { LOG_HEADING, LOG_ROWS, lines, TWO_NEW, type UglyFile } from "./ugly-file";

const RUSSIAN =
  "№ студента;Дата;Направление;Пункт пропуска\r\nS-1;01.09.2025;въезд;Манас\r\nS-2;02.09.2025;выезд;Манас\r\n";
const KYRGYZ =
  "Студенттин номери;Фамилиясы;Аты;Жарандыгы\nR-1;Өмүрбекова;Ңурила;Казакстан Республикасы\n";

type Read = readonly [name: string, bytes: UglyFile["bytes"], decided?: UglyFile["decided"]];

const utf16 = (text: string) => Buffer.from(text, "utf16le");

/** Two crossings of two known students, however they are written down. */
const TWO_CROSSINGS: readonly Read[] = [
  ["a text of Windows-1251 from 1С", () => encode(RUSSIAN, "windows-1251")],
  ["a text of CP866 from a program for DOS", () => encode(RUSSIAN, "ibm866")],
  ["a text of KOI8-R from an old Unix", () => encode(RUSSIAN.replace("№", "Номер"), "koi8-r")],
  ["UTF-8 with a byte order mark, as Excel saves it", () => Buffer.from(`\uFEFF${RUSSIAN}`)],
  [
    "«Unicode text» of Excel: UTF-16 with tabs",
    () => utf16(`\uFEFF${RUSSIAN.replaceAll(";", "\t")}`),
  ],
  ["UTF-16 with its bytes the other way round", () => utf16(`\uFEFF${RUSSIAN}`).swap16()],
  [
    "UTF-16 without a mark, once a person has said so",
    () => utf16(RUSSIAN),
    { reading: { encoding: "utf-16le", delimiter: ";" } },
  ],
  ["UTF-16 without a mark, big end first", () => utf16(RUSSIAN).swap16()],
  [
    "pasted cells: tabs",
    () => lines(...[LOG_HEADING, ...LOG_ROWS].map((row) => row.replaceAll(",", "\t"))),
  ],
  [
    "bars between the cells",
    () => lines(...[LOG_HEADING, ...LOG_ROWS].map((row) => row.replaceAll(",", "|"))),
  ],
  ["the line ends of an old Macintosh", () => Buffer.from([LOG_HEADING, ...LOG_ROWS].join("\r"))],
  [
    "line ends of three kinds",
    () => Buffer.from(`${LOG_HEADING}\r\n${LOG_ROWS[0]}\r${LOG_ROWS[1]}\n`),
  ],
  ["no line end after the last row", () => Buffer.from([LOG_HEADING, ...LOG_ROWS].join("\n"))],
  [
    "blank lines between the rows",
    () => lines("", LOG_HEADING, "", LOG_ROWS[0], "", ",,", LOG_ROWS[1], ""),
  ],
  [
    "the end-of-file mark of DOS",
    () => Buffer.from(`${[LOG_HEADING, ...LOG_ROWS].join("\r\n")}\r\n`),
  ],
  [
    "every cell in quotes",
    () =>
      lines(
        '"student_no","direction","at"',
        '"S-1","entry","2025-09-01"',
        '"S-2","exit","2025-09-02"',
      ),
  ],
  [
    "empty columns at the end of every row",
    () => lines(...[LOG_HEADING, ...LOG_ROWS].map((row) => `${row},,,`)),
  ],
  ["an empty first column", () => lines(...[LOG_HEADING, ...LOG_ROWS].map((row) => `,${row}`))],
  [
    "cells guarded against formulas by an apostrophe",
    () =>
      lines(`${LOG_HEADING},checkpoint`, "S-1,entry,2025-09-01,'=Манас", "S-2,exit,2025-09-02,'-"),
  ],
  [
    "a line of separators of Excel: sep=;",
    () => lines("sep=;", ...[LOG_HEADING, ...LOG_ROWS].map((row) => row.replaceAll(",", ";"))),
  ],
  [
    "a comma within a quoted cell, a quote doubled and a line end within",
    () =>
      lines(
        `${LOG_HEADING},note`,
        'S-1,entry,2025-09-01,"Манас, «""Ош""»\nвторая строка"',
        "S-2,exit,2025-09-02,",
      ),
  ],
];

/** Files of letters and separators that are read with a remark, or not in all rows. */
export const TEXT_FILES: readonly UglyFile[] = [
  ...TWO_CROSSINGS.map(
    ([name, bytes, decided]): UglyFile => ({
      name,
      kind: "crossings",
      bytes,
      ...(decided ? { decided } : {}),
      expected: name.startsWith("cells guarded")
        ? { ...TWO_NEW, told: { 3: ["unknownCheckpoint"] } }
        : TWO_NEW,
    }),
  ),
  {
    name: "Kyrgyz letters that Windows-1251 lacks, in UTF-8",
    kind: "roster",
    bytes: () => Buffer.from(KYRGYZ),
    expected: { rows: 1, facts: 1, outcomes: { new: 1 } },
  },
  {
    name: "Kyrgyz letters lost by Windows-1251",
    kind: "roster",
    bytes: () => encode(KYRGYZ, "windows-1251"),
    expected: {
      rows: 1,
      facts: 1,
      told: { 2: ["lostLetters", "lostLetters"] },
      outcomes: { new: 1 },
    },
  },
  {
    name: "rows with cells too many and too few",
    kind: "crossings",
    bytes: () =>
      lines(
        `${LOG_HEADING},checkpoint`,
        "S-1,entry,2025-09-01,",
        "S-2,exit,2025-09-02",
        "S-3,exit,2025-09-03,Манас,лишнее",
        "S-4,exit,2025-09-04,,,",
      ),
    expected: {
      rows: 4,
      facts: 2,
      wrong: { 3: ["rowLength"], 4: ["rowLength"] },
      outcomes: { new: 2, wrong: 2 },
    },
  },
  {
    name: "a stray quote in the middle of a cell",
    kind: "crossings",
    bytes: () =>
      lines(`${LOG_HEADING},checkpoint`, 'S-1,entry,2025-09-01,АПП "Манас', "S-2,exit,2025-09-02,"),
    expected: TWO_NEW,
  },
  {
    name: "invisible letters copied from a web page",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        "S-1\u200b,\u2060entry,2025-09-01",
        "\u00a0S-2\u00a0,exit,\u00ad2025-09-02",
      ),
    expected: TWO_NEW,
  },
];
