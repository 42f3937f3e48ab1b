import { day } from "@/lib/civil-date/day";
import type { ExportCell, ExportColumn, ExportTable } from "@/lib/export/table";
import type { DemoStudent } from "../students";

/** The hall whose manager sends the list. */
export const LISTED_HALL = "Общежитие № 2";

const MOVED_IN = day("2025-09-01");
const AGREED_UNTIL = day("2026-06-30");
const MOVED_OUT = day("2025-10-31");

/** What the list says otherwise than the office knows: every so many residents. */
const EVERY = { missing: 23, movedOut: 17, otherRoom: 11 } as const;

const COLUMNS: readonly ExportColumn[] = [
  { heading: "№ п/п", kind: "number" },
  { heading: "Ф.И.О.", kind: "text" },
  { heading: "Дата рождения", kind: "day" },
  { heading: "№ паспорта", kind: "text" },
  { heading: "Общежитие", kind: "text" },
  { heading: "Комната", kind: "text" },
  { heading: "Дата заселения", kind: "day" },
  { heading: "Проживает до", kind: "day" },
  { heading: "Дата выселения", kind: "day" },
];

/** Who lives in a hall as its manager writes it in November 2025: some have moved out or to another room, some are not in it. */
export function residentsTable(students: readonly DemoStudent[]): ExportTable {
  const residents = students.filter(({ residence }) => residence?.dormitory === LISTED_HALL);
  return {
    name: "Проживающие",
    columns: COLUMNS,
    rows: residents.flatMap((student, place) =>
      place % EVERY.missing === EVERY.missing - 1 ? [] : [rowOf(student, place)],
    ),
  };
}

function rowOf(student: DemoStudent, place: number): ExportCell[] {
  const { lastNameCyrillic, firstNameCyrillic, middleNameCyrillic, residence } = student;
  const room = Number(residence?.room ?? 0);
  return [
    place + 1,
    [lastNameCyrillic, firstNameCyrillic, middleNameCyrillic].filter(Boolean).join(" "),
    student.birthDate,
    student.paper.number,
    "общ. №2",
    String(place % EVERY.otherRoom === EVERY.otherRoom - 1 ? room + 1 : room),
    MOVED_IN,
    AGREED_UNTIL,
    place % EVERY.movedOut === EVERY.movedOut - 1 ? MOVED_OUT : null,
  ];
}
