import { encode } from "../file-for-tests";
import { LOG_HEADING, lines, type UglyFile } from "./ugly-file";

const GROUNDS = "student_no,kind,valid_from,valid_to,status";

/** Files whose cells hold what nobody expects of a cell. */
export const VALUE_FILES: readonly UglyFile[] = [
  {
    name: "dates in all usual forms",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        "S-1,entry,2025-09-01",
        "S-1,exit,2.9.2025",
        "S-1,entry,03-09-2025",
        "S-1,exit,20250904",
        "S-1,entry,5 сентября 2025 г.",
        "S-1,exit,06-Sep-2025",
        "S-1,entry,2025-жылдын 7-сентябры",
        "S-1,exit,8 қыркүйек 2025",
        "S-1,entry,09.09.2025 08:05",
      ),
    expected: { rows: 9, facts: 9, outcomes: { new: 9 } },
  },
  {
    name: "dates that do not exist, cannot be read or lie outside of all sense",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        "S-1,entry,31.02.2025",
        "S-2,entry,вчера",
        "S-3,entry,0205-09-01",
        "S-4,entry,01.09.2099",
        "S-5,entry,2025-09-01T10:00Z",
        "S-6,entry,45901",
      ),
    expected: {
      rows: 6,
      facts: 0,
      wrong: {
        2: ["impossibleDate"],
        3: ["unreadableDate"],
        4: ["implausibleDate"],
        5: ["futureDate"],
        6: ["timeZone"],
        7: ["serialDate"],
      },
      outcomes: { wrong: 6 },
    },
  },
  {
    name: "years of two digits",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        "S-1,entry,01.09.25",
        "S-2,exit,01/09/25",
        "S-3,entry,7 апр 25",
        "S-4,exit,07-Apr-25 08:05",
        "S-5,exit,1-9-25 08:05",
      ),
    expected: {
      rows: 5,
      facts: 3,
      wrong: { 3: ["ambiguousDate"], 6: ["shortYear"] },
      outcomes: { new: 3, wrong: 2 },
    },
  },
  {
    name: "telephones that Excel has rounded",
    kind: "roster",
    bytes: () =>
      lines(
        "student_no;last_name;first_name;citizenship;phone",
        "R-1;LI;ANNA;KZ;9,967E+11",
        "R-2;KIM;VERA;KZ;+996 700 123456",
      ),
    expected: {
      rows: 2,
      facts: 1,
      wrong: { 2: ["scientificNumber"] },
      outcomes: { new: 1, wrong: 1 },
    },
  },
  {
    name: "dates with slashes that nothing decides",
    kind: "crossings",
    bytes: () => lines(LOG_HEADING, "S-1,entry,03/04/2025", "S-2,exit,05/06/2025"),
    expected: {
      rows: 2,
      facts: 0,
      wrong: { 2: ["ambiguousDate"], 3: ["ambiguousDate"] },
      outcomes: { wrong: 2 },
    },
  },
  {
    name: "dates with slashes that one date far below decides",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        ...Array.from(
          { length: 99 },
          (_, n) =>
            `S-${(n % 9) + 1},entry,0${(n % 9) + 1}/0${(Math.floor(n / 9) % 8) + 1}/20${10 + Math.floor(n / 9)}`,
        ),
        "S-1,exit,25/04/2025",
      ),
    expected: { rows: 100, facts: 100, outcomes: { new: 100 } },
  },
  {
    name: "American dates, once a person has said so",
    kind: "crossings",
    bytes: () => lines(LOG_HEADING, "S-1,entry,09/01/2025", "S-2,exit,09/25/2025"),
    decided: { answers: { constants: {}, dateOrder: "monthFirst", serials: false, zeros: null } },
    expected: { rows: 2, facts: 2, outcomes: { new: 2 } },
  },
  {
    name: "directions in all the words and signs of three languages",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        ...["въезд", "ВЫЕЗД", "кирүү", "чыгуу", "кіру", "шығу", "in", "Out"].map(
          (word, n) => `S-1,${word},2025-09-0${n + 1}`,
        ),
        "S-1,туда,2025-09-09",
      ),
    expected: {
      rows: 9,
      facts: 8,
      wrong: { 10: ["unknownDirection"] },
      outcomes: { new: 8, wrong: 1 },
    },
  },
  {
    name: "numbers that Excel has rounded",
    kind: "crossings",
    bytes: () =>
      encode(
        "№ документа;Направление;Дата\r\n1,23E+08;въезд;01.09.2025\r\n1.5E+11;выезд;02.09.2025\r\n",
        "windows-1251",
      ),
    expected: {
      rows: 2,
      facts: 0,
      wrong: { 2: ["scientificNumber"], 3: ["scientificNumber"] },
      outcomes: { wrong: 2 },
    },
  },
  {
    name: "Cyrillic letters in the number of a document",
    kind: "crossings",
    bytes: () => lines("document_no,direction,at", "АС1234567,entry,2025-09-01"),
    expected: {
      rows: 1,
      facts: 1,
      told: { 2: ["lookAlikeLetters"] },
      outcomes: { unknownStudent: 1 },
    },
  },
  {
    name: "crossings minutes before and after midnight",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        "S-1,entry,2025-09-01 23:59",
        "S-2,exit,2025-09-02 00:01",
        "S-3,exit,2025-09-02 00:00",
      ),
    expected: {
      rows: 3,
      facts: 3,
      told: { 2: ["nearMidnight"], 3: ["nearMidnight"], 4: ["nearMidnight"] },
      outcomes: { new: 3 },
    },
  },
  {
    name: "citizenships by name, adjective and code, and one of no country",
    kind: "roster",
    bytes: () =>
      lines(
        "student_no,last_name,first_name,citizenship",
        ...["Казахстан", "РФ", "UZB", "Түркия", "Республика Таджикистан", "India", "Нарния"].map(
          (country, n) => `R-${n + 1},LI,ANNA${"ABCDEFG"[n]},${country}`,
        ),
      ),
    expected: {
      rows: 7,
      facts: 6,
      wrong: { 8: ["unknownCitizenship"] },
      outcomes: { new: 6, wrong: 1 },
    },
  },
  {
    name: "a person who was born after today, one of a hundred and an ИИН that disagrees",
    kind: "roster",
    bytes: () =>
      lines(
        "student_no,last_name,first_name,citizenship,birth_date,iin",
        "R-1,LI,ANNA,KZ,2099-01-01,",
        "R-2,KIM,VERA,KZ,1920-01-01,",
        "R-3,PAK,OLGA,KZ,2003-02-28,030228501235",
      ),
    expected: {
      rows: 3,
      facts: 2,
      wrong: { 2: ["futureDate"] },
      told: { 3: ["implausibleBirthDate"], 4: ["badIin"] },
      outcomes: { new: 2, wrong: 1 },
    },
  },
  {
    name: "one word in two scripts in a full name",
    kind: "roster",
    bytes: () => lines("student_no,ФИО,citizenship", "R-1,Омурбековa Айгүл,KZ"),
    expected: { rows: 1, facts: 1, told: { 2: ["mixedScript"] }, outcomes: { new: 1 } },
  },
  {
    name: "names in two scripts within one word",
    kind: "roster",
    bytes: () => lines("student_no,Фамилия,Имя,citizenship", "R-1,Омурбековa,Айгүл,KZ"),
    expected: { rows: 1, facts: 1, told: { 2: ["mixedScript"] }, outcomes: { new: 1 } },
  },
  {
    name: "grounds that end before they begin, of no kind and of no state",
    kind: "grounds",
    bytes: () =>
      lines(
        GROUNDS,
        "S-1,visa,2025-09-01,2025-08-01,granted",
        "S-2,общежитие,01.09.2025,30.06.2026,выдано",
        "S-3,фазенда,2025-09-01,,granted",
        "S-4,visa,2025-09-01,,может быть",
        "S-5,жашап турууга уруксат,2025-09-01,,берилди",
      ),
    expected: {
      rows: 5,
      facts: 2,
      wrong: { 2: ["endBeforeStart"], 4: ["unknownGroundKind"], 5: ["unknownGroundStatus"] },
      outcomes: { new: 2, wrong: 3 },
    },
  },
  {
    name: "the same ground twice with other ends",
    kind: "grounds",
    bytes: () =>
      lines(
        GROUNDS,
        "S-1,visa,2025-09-01,2025-12-31,granted",
        "S-1,visa,2025-09-01,2026-06-30,granted",
      ),
    expected: { rows: 2, facts: 2, outcomes: { wrong: 2 } },
  },
  {
    name: "zero characters and other control characters in a workbook's cell",
    kind: "crossings",
    bytes: () =>
      lines(
        `${LOG_HEADING},checkpoint`,
        "S-1,entry,2025-09-01,Манас\u007f",
        "S-2,exit,2025-09-02,\\N",
      ),
    expected: {
      rows: 2,
      facts: 2,
      told: { 2: ["unknownCheckpoint"], 3: ["unknownCheckpoint"] },
      outcomes: { new: 2 },
    },
  },
];
