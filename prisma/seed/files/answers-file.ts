import type { Day } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import { type FilingPapers, filingOf, type Paper } from "@/lib/compliance/filing";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import type { ExportCell, ExportColumn, ExportTable } from "@/lib/export/table";
import { factsOf } from "../facts-of";
import type { InstitutionData } from "../institution-data";
import { LOG_END } from "../rhythms";
import type { DemoStudent } from "../students";

/** Of so many requests one is refused, one sent back, one not answered yet. */
const EVERY = { refused: 4, returned: 7, unanswered: 9 } as const;

const COLUMNS: readonly ExportColumn[] = [
  { heading: "№ п/п", kind: "number" },
  { heading: "Ф.И.О.", kind: "text" },
  { heading: "Дата рождения", kind: "day" },
  { heading: "№ документа", kind: "text" },
  { heading: "Результат", kind: "text" },
  { heading: "Причина отказа", kind: "text" },
  { heading: "Номер регистрации", kind: "text" },
  { heading: "Дата начала", kind: "day" },
  { heading: "Дата окончания", kind: "day" },
  { heading: "Орган", kind: "text" },
];

/** A student whose registration can be requested on the day of the demonstration, and its days. */
type Request = { student: DemoStudent; from: Day; to: Day };

/** Whoever is at risk on the day of the demonstration and can be put on a request list then. */
function requestsOf({ students, academicYear }: InstitutionData): Request[] {
  const ruleSet = ruleSetFor("kg");
  return students.flatMap((student) => {
    const facts = factsOf(student);
    const { verdict } = assess(facts, ruleSet, defaultSettings, LOG_END, academicYear);
    if (verdict !== "at_risk") return [];
    const { registrationEnd } = defaultSettings;
    const papers = papersOf(student);
    const filing = filingOf(facts, papers, ruleSet, LOG_END, academicYear, registrationEnd);
    if (filing.obstacles.length > 0 || filing.period === null) return [];
    return [{ student, ...filing.period }];
  });
}

function papersOf({ birthDate, paper, residence }: DemoStudent): FilingPapers {
  return {
    birthDate,
    document: { expires: paper.expires },
    residence: residence && {
      route: residence.route,
      has: (named: Paper) => residence[named] !== "" && residence[named] !== null,
    },
  };
}

/** What the authority answers to the request list of those at risk: most are registered, some refused or sent back, some not answered yet. */
export function answersTable(data: InstitutionData): ExportTable {
  return {
    name: "Ответ",
    columns: COLUMNS,
    rows: requestsOf(data).flatMap((request, place) =>
      isEvery(place, EVERY.unanswered) ? [] : [rowOf(request, place)],
    ),
  };
}

const isEvery = (place: number, so: number) => place % so === so - 1;

function rowOf({ student, from, to }: Request, place: number): ExportCell[] {
  const { lastNameCyrillic, firstNameCyrillic, middleNameCyrillic, birthDate, paper } = student;
  const name = [lastNameCyrillic, firstNameCyrillic, middleNameCyrillic].filter(Boolean).join(" ");
  const who = [place + 1, name, birthDate, paper.number];
  const authority = "ЦОН № 1 г. Бишкек";
  if (isEvery(place, EVERY.refused)) {
    return [...who, "отказано", "нет штампа о въезде", "", null, null, authority];
  }
  if (isEvery(place, EVERY.returned)) {
    return [...who, "возвращено", "не приложена квитанция", "", null, null, authority];
  }
  return [...who, "зарегистрирован", "", `Р-25-${20_000 + place}`, from, to, authority];
}
