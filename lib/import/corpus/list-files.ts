import { workbook } from "../file-for-tests";
import { LOG_HEADING, LOG_ROWS, lines, TWO_NEW, type UglyFile } from "./ugly-file";

const ROSTER = "student_no,last_name,first_name,citizenship";

/** Files whose table is not where or what one would think: titles, footers, two heading rows, columns of other shapes. */
export const LIST_FILES: readonly UglyFile[] = [
  {
    name: "titles above the heading",
    kind: "crossings",
    bytes: () => lines("Журнал пересечений,,", "за 2025 год,,", "", LOG_HEADING, ...LOG_ROWS),
    expected: TWO_NEW,
  },
  {
    name: "a heading over two rows with merged cells",
    kind: "roster",
    bytes: () =>
      lines(
        "Студент,,,Документ,,Гражданство",
        "№ студента,Фамилия,Имя,вид,номер,",
        "R-1,Ли,Анна,паспорт,P1,Казахстан",
      ),
    expected: { rows: 1, facts: 1, outcomes: { new: 1 } },
  },
  {
    name: "totals and signatures below the list",
    kind: "crossings",
    bytes: () =>
      lines(
        LOG_HEADING,
        ...LOG_ROWS,
        "Итого: 2,,",
        ",,",
        "Проректор ____________ Иванов И. И.,,",
        "Исполнитель: Асанова А.,,",
      ),
    expected: {
      rows: 5,
      facts: 2,
      aside: { 4: "totalRow", 6: "signatureRow", 7: "signatureRow" },
      outcomes: { new: 2, aside: 3 },
    },
  },
  {
    name: "the numbers of the columns under the heading",
    kind: "crossings",
    bytes: () => lines(LOG_HEADING, "1,2,3", ...LOG_ROWS),
    expected: { rows: 3, facts: 2, aside: { 2: "columnNumbers" }, outcomes: { new: 2, aside: 1 } },
  },
  {
    name: "the example of a template",
    kind: "crossings",
    bytes: () => lines(LOG_HEADING, "Пример: S-9,entry,2025-09-01", ...LOG_ROWS),
    expected: { rows: 3, facts: 2, aside: { 2: "exampleRow" }, outcomes: { new: 2, aside: 1 } },
  },
  {
    name: "the heading again on every page",
    kind: "crossings",
    bytes: () => lines(LOG_HEADING, LOG_ROWS[0], LOG_HEADING, LOG_ROWS[1]),
    expected: {
      rows: 3,
      facts: 2,
      wrong: { 3: ["repeatedHeader"] },
      outcomes: { new: 2, wrong: 1 },
    },
  },
  {
    name: "entry and exit in one row, one of them missing, both missing",
    kind: "crossings",
    bytes: () =>
      lines(
        "№ студента,Дата въезда,Дата выезда",
        "S-1,01.09.2025,05.09.2025",
        "S-2,,06.09.2025",
        "S-3,,",
      ),
    expected: { rows: 3, facts: 3, wrong: { 4: ["missingValue"] }, outcomes: { new: 3, wrong: 1 } },
  },
  {
    name: "date and time in two columns",
    kind: "crossings",
    bytes: () =>
      lines(
        "№ студента,Направление,Дата,Время",
        "S-1,въезд,01.09.2025,08:05",
        "S-2,выезд,02.09.2025,25:00",
      ),
    expected: {
      rows: 2,
      facts: 1,
      wrong: { 3: ["impossibleTime"] },
      outcomes: { new: 1, wrong: 1 },
    },
  },
  {
    name: "one column for the whole name, and one name of a single word",
    kind: "roster",
    bytes: () =>
      lines(
        "№ студента,ФИО,Гражданство",
        "R-1,Ахметова Айгуль Сериковна,Казахстан",
        "R-2,Мадонна,Узбекистан",
      ),
    expected: { rows: 2, facts: 1, wrong: { 3: ["unclearName"] }, outcomes: { new: 1, wrong: 1 } },
  },
  {
    name: "series and number of the document in two columns",
    kind: "roster",
    bytes: () =>
      lines(
        "№ студента,Фамилия,Имя,Гражданство,Серия,Номер паспорта",
        "R-1,Ли,Анна,Казахстан,N,1234567",
      ),
    expected: { rows: 1, facts: 1, outcomes: { new: 1 } },
  },
  {
    name: "a column missing, and a person says what it would hold",
    kind: "crossings",
    bytes: () => lines("student_no,at", "S-1,2025-09-01", "S-2,2025-09-02"),
    decided: {
      answers: { constants: { direction: "въезд" }, dateOrder: null, serials: false, zeros: null },
    },
    expected: TWO_NEW,
  },
  {
    name: "a student twice with other data, and once more the same",
    kind: "roster",
    bytes: () =>
      lines(ROSTER, "R-1,LI,ANNA,KZ", "R-1,LI,ANNA,RU", "R-2,KIM,VERA,KZ", "R-2,KIM,VERA,KZ"),
    expected: { rows: 4, facts: 4, outcomes: { wrong: 2, new: 1, repeated: 1 } },
  },
  {
    name: "the same crossing twice, and students whom nobody knows",
    kind: "crossings",
    bytes: () => lines(LOG_HEADING, LOG_ROWS[0], LOG_ROWS[0], "S-77,entry,2025-09-01"),
    expected: { rows: 3, facts: 3, outcomes: { new: 1, repeated: 1, unknownStudent: 1 } },
  },
  {
    name: "a log by numbers of documents, one of another student",
    kind: "crossings",
    bytes: () =>
      lines(
        "student_no,document_no,direction,at",
        ",N10000001,entry,2025-09-01",
        "S-2,N10000003,exit,2025-09-02",
        ",№10000004,exit,2025-09-03",
      ),
    expected: {
      rows: 3,
      facts: 3,
      told: { 4: ["numeroSign"] },
      outcomes: { new: 2, wrong: 1 },
    },
  },
  {
    name: "a roster that the office holds already, with an empty cell and a change",
    kind: "roster",
    bytes: () =>
      lines(
        `${ROSTER},document_no`,
        "S-1,STUDENT,NUMBER,KZ,N10000001",
        "S-2,STUDENT,NUMBER,KZ,",
        "S-3,STUDENT,NUMBER,RU,N10000003",
      ),
    expected: { rows: 3, facts: 3, outcomes: { unchanged: 2, changed: 1 } },
  },
  {
    name: "numbers of documents and telephones as a spreadsheet keeps numbers",
    kind: "roster",
    bytes: () =>
      workbook([
        ["student_no", "last_name", "first_name", "citizenship", "document_no", "iin"],
        ["R-1", "A", "B", "KZ", 12_345_678, 30_228_501_234],
        ["R-2", "A", "B", "UZ", 1.5, null],
      ]),
    expected: {
      rows: 2,
      facts: 1,
      wrong: { 2: ["lostZero", "lostZero"] },
      outcomes: { new: 1, wrong: 1 },
    },
  },
];
