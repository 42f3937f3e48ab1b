import type { ExportCell, ExportColumn, ExportTable } from "@/lib/export/table";
import type { DemoStudent } from "../students";

type Column = ExportColumn & { of: (student: DemoStudent) => ExportCell };

const COUNTRY = new Intl.DisplayNames("ru", { type: "region" });
/** Where rosters write otherwise than the tables of Unicode. */
const COUNTRY_OF_ROSTERS: Record<string, string> = { KG: "Кыргызстан", KR: "Южная Корея" };

const text = (heading: string, of: Column["of"]): Column => ({ heading, kind: "text", of });
const day = (heading: string, of: Column["of"]): Column => ({ heading, kind: "day", of });

const COLUMNS: readonly Column[] = [
  text("№ студента", ({ studentNo }) => studentNo),
  text("Фамилия латиницей", ({ lastName }) => lastName),
  text("Имя латиницей", ({ firstName }) => firstName),
  text("Фамилия кириллицей", ({ lastNameCyrillic }) => lastNameCyrillic),
  text("Имя кириллицей", ({ firstNameCyrillic }) => firstNameCyrillic),
  text("Отчество кириллицей", ({ middleNameCyrillic }) => middleNameCyrillic),
  day("Дата рождения", ({ birthDate }) => birthDate),
  text("Пол", ({ sex }) => (sex === "F" ? "ж" : "м")),
  text("Гражданство", ({ citizenship }) => countryInRussian(citizenship)),
  text("Вид документа", ({ paper }) => documentInRussian(paper.type)),
  text("Номер документа", ({ paper }) => paper.number),
  day("Срок действия документа", ({ paper }) => paper.expires),
  text("ИИН", ({ iin }) => iin),
  text("Факультет", ({ study }) => study.faculty),
  text("Специальность", ({ study }) => study.programme),
  { heading: "Курс", kind: "number", of: ({ study }) => study.year },
  text("Форма обучения", ({ study }) => study.form),
  text("Статус", ({ status }) => status),
  text("Проживание", ({ housing }) => housing),
  text("Телефон", ({ phone }) => phone),
  text("Эл. почта", ({ email }) => email),
];

/** The roster as a dean's office keeps it: headings and words in Russian, days as days. */
export function rosterTable(students: readonly DemoStudent[]): ExportTable {
  return {
    name: "Иностранные студенты",
    columns: COLUMNS,
    rows: students.map((student) => COLUMNS.map(({ of }) => of(student))),
  };
}

function countryInRussian(citizenship: string): string {
  return COUNTRY_OF_ROSTERS[citizenship] ?? COUNTRY.of(citizenship) ?? citizenship;
}

/** A document's type in the words of the roster. */
export function documentInRussian(type: "passport" | "id_card"): string {
  return type === "passport" ? "паспорт" : "удостоверение личности";
}
