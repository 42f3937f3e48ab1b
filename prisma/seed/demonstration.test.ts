import { beforeAll, describe, expect, it } from "vitest";
import { addDays, type Day, day, formatDay } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import {
  type Assessment,
  VERDICTS,
  type Verdict,
  WINDOW_READINGS,
} from "@/lib/compliance/assessment";
import type { Crossing } from "@/lib/compliance/facts";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import { checkIin } from "@/lib/person-name/iin";
import { factsOf } from "./facts-of";
import { type InstitutionData, makeDemonstration, makeInstitutionData } from "./institution-data";
import { crossingsLater } from "./later";
import { LOG_END, LOG_START } from "./rhythms";
import type { DemoStudent } from "./students";

const AS_OF = day("2025-11-15");
const kg = ruleSetFor("kg");

let data: InstitutionData;
let assessments: Assessment[];

beforeAll(() => {
  data = makeDemonstration();
  assessments = data.students.map((student) => on(student, AS_OF));
}, 60_000);

function on(student: DemoStudent, asOf: Day, more: readonly Crossing[] = []): Assessment {
  const facts = factsOf(student);
  const crossings = [...facts.crossings, ...more];
  return assess({ ...facts, crossings }, kg, defaultSettings, asOf, data.academicYear);
}

function named(last: string, first: string): DemoStudent {
  const found = data.students.filter(
    (student) => student.lastNameCyrillic === last && student.firstNameCyrillic === first,
  );
  // The cast has the lowest numbers.
  const [student] = found.toSorted((a, b) => placeOf(a) - placeOf(b));
  if (student === undefined) throw new Error(`${last} ${first} is not there`);
  return student;
}

const placeOf = ({ studentNo }: DemoStudent) => Number(studentNo.slice(3));
const having = (verdict: Verdict) => assessments.filter((each) => each.verdict === verdict);
const count = (verdict: Verdict) => having(verdict).length;
const dated = (d: Day | null | undefined) => (d == null ? null : formatDay(d));
const later = (date: string, direction: Crossing["direction"]): Crossing => ({
  day: day(date),
  minute: 1_000,
  direction,
  ref: `later ${date}`,
});

describe("the demonstration university on 15 November 2025", () => {
  it("has 1,200 students, 700 or so of them from Kazakhstan", () => {
    const kazakhstan = data.students.filter(({ citizenship }) => citizenship === "KZ");
    expect(data.students).toHaveLength(1_200);
    expect(kazakhstan.length).toBeGreaterThan(680);
    expect(kazakhstan.length).toBeLessThan(720);
  });

  it("has students of every verdict", () => {
    expect(VERDICTS.filter((verdict) => count(verdict) === 0)).toEqual([]);
  });

  it("has tens of students at risk, most of them covered, and few beyond help", () => {
    expect(count("at_risk")).toBeGreaterThanOrEqual(40);
    expect(count("at_risk")).toBeLessThan(100);
    expect(count("covered")).toBeGreaterThan(600);
    expect(count("overstaying") + count("barred")).toBeLessThan(25);
    for (const verdict of ["registration_overdue", "registration_due"] as const) {
      expect(count(verdict)).toBeGreaterThanOrEqual(15);
      expect(count(verdict)).toBeLessThan(60);
    }
    expect(count("unknown")).toBeLessThan(30);
  });

  it("shows the refusals of December coming: whoever is at risk runs out of days from 5 to 15 December", () => {
    const reached = having("at_risk").map(({ headline, readings }) => {
      const reading = headline && readings[headline];
      return dated(reading ? reading.reachedOn : null);
    });
    expect(reached.every((date) => date !== null && date >= "2025-12-05")).toBe(true);
    expect(reached.every((date) => date !== null && date <= "2025-12-15")).toBe(true);
  });

  it("leaves many of those at risk a way out: a third or more are inside and can be registered before they leave", () => {
    const inside = having("at_risk").filter((each) => each.inside).length;
    expect(inside).toBeGreaterThan(count("at_risk") / 3);
    expect(inside).toBeLessThan(count("at_risk"));
  });

  it("has a few logs that are broken, of every kind", () => {
    const problems = assessments.flatMap(({ dataProblems }) => dataProblems);
    const codes = new Set(problems.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual([
      "duplicate_crossing",
      "entry_without_exit",
      "exit_without_entry",
    ]);
    expect(problems.length).toBeLessThan(20);
  });
});

describe("students known by name stand for the reference cases", () => {
  it("home every second weekend: 90 days used on leaving on 5 December, closed until 28 February", () => {
    const student = named("Сейтқали", "Айгерім");
    expect(on(student, AS_OF).verdict).toBe("at_risk");
    const log = [
      later("2025-11-21", "exit"),
      later("2025-11-23", "entry"),
      later("2025-12-05", "exit"),
    ];
    const leaving = on(student, day("2025-12-05"), log).readings;
    for (const reading of WINDOW_READINGS) expect(leaving[reading]?.used).toBe(90);
    expect(dated(leaving.rolling?.earliestEntry)).toBe("2026-02-28");
    expect(dated(leaving.anchored?.earliestEntry)).toBe("2026-02-28");
    const returning = on(student, day("2025-12-07"), [...log, later("2025-12-07", "entry")]);
    expect(dated(returning.readings.rolling?.firstBreach)).toBe("2025-12-07");
  });

  it("from Monday to Saturday: the limit is passed on Monday, 15 December", () => {
    const { verdict, readings, registrationDueOn } = on(named("Омаров", "Мади"), AS_OF);
    expect(verdict).toBe("at_risk");
    expect(dated(readings.rolling?.reachedOn)).toBe("2025-12-15");
    expect(registrationDueOn).toBeNull();
  });

  it("from Monday to Friday: the limit is passed on 5 January", () => {
    const { verdict, readings } = on(named("Жұмабаев", "Данияр"), AS_OF);
    expect(verdict).toBe("unregistered");
    expect(dated(readings.rolling?.reachedOn)).toBe("2026-01-05");
  });

  it("inside from 1 September on: overdue since 30 September, day 90 on 29 November", () => {
    const { verdict, readings, registrationDueOn } = on(named("Бекмұратова", "Дана"), AS_OF);
    expect(verdict).toBe("registration_overdue");
    expect(dated(registrationDueOn)).toBe("2025-09-30");
    for (const reading of WINDOW_READINGS) {
      expect(dated(readings[reading]?.lastLawfulDay)).toBe("2025-11-29");
      expect(dated(readings[reading]?.reachedOn)).toBe("2025-11-30");
    }
  });

  it("registered in September: the count has stopped", () => {
    expect(on(named("Нұрғалиев", "Олжас"), AS_OF).verdict).toBe("covered");
  });

  it("June to September: 30 days on 30 September, not 122", () => {
    const { readings } = on(named("Ахметова", "Камила"), day("2025-09-30"));
    expect(readings.rolling?.used).toBe(30);
  });

  it("out and in on one day: ten days", () => {
    expect(on(named("Искаков", "Тимур"), AS_OF).readings.rolling?.used).toBe(10);
  });

  it("a missing exit: a range of days, not a guess", () => {
    const { readings, dataProblems } = on(named("Қасымов", "Ілияс"), AS_OF);
    expect(readings.rolling).toMatchObject({ used: 54, usedMin: 34, usedMax: 54 });
    expect(dataProblems.map(({ code }) => code)).toEqual(["entry_without_exit"]);
  });

  it("each of the other verdicts has a name", () => {
    const verdictOf = (last: string, first: string) => on(named(last, first), AS_OF).verdict;
    expect(verdictOf("Юлдашев", "Сардор")).toBe("overstaying");
    expect(verdictOf("Смирнов", "Алексей")).toBe("barred");
    expect(verdictOf("Ибраева", "Динара")).toBe("at_risk");
    expect(verdictOf("Есенова", "Аружан")).toBe("registration_due");
    expect(verdictOf("Шарма", "Ананья")).toBe("lapsing");
    expect(verdictOf("Хан", "Билал")).toBe("unknown");
    expect(verdictOf("Токтогулов", "Нурбек")).toBe("exempt");
  });
});

describe("the two months after the demonstration, if nobody registers", { timeout: 60_000 }, () => {
  const lastOf = (student: DemoStudent) => {
    const last = crossingsLater(student, data.academicYear).at(-1);
    return last && `${last.direction} ${formatDay(last.day)}`;
  };

  it("end at the border as the reference cases say", () => {
    expect(lastOf(named("Сейтқали", "Айгерім"))).toBe("exit 2025-12-05");
    expect(lastOf(named("Омаров", "Мади"))).toBe("exit 2025-12-13");
    expect(lastOf(named("Жұмабаев", "Данияр"))).toBe("exit 2026-01-02");
  });

  it("turn back before the new year nearly all whom the desk had named, and nobody who is covered", () => {
    const refused = data.students.filter((student) => {
      const later = crossingsLater(student, data.academicYear);
      const wished = student.wishes.filter(({ day: on }) => on <= day("2025-12-31"));
      return wished.some((wish) => wish.direction === "entry" && !later.includes(wish));
    });
    const verdictOf = new Map(
      data.students.map((student, at) => [student, assessments[at]?.verdict]),
    );
    const named = refused.filter((student) => verdictOf.get(student) === "at_risk");
    expect(named.length).toBeGreaterThan(count("at_risk") * 0.9);
    expect(refused.filter((student) => verdictOf.get(student) === "covered")).toEqual([]);
  });
});

describe("the makers", { timeout: 60_000 }, () => {
  it("make the same university twice, and another one from another seed", () => {
    expect(makeDemonstration()).toEqual(data);
    const [one, same, other] = ["a", "a", "b"].map((seed) => makeInstitutionData(seed, 60));
    expect(one).toEqual(same);
    expect(one?.students.map(({ lastName }) => lastName)).not.toEqual(
      other?.students.map(({ lastName }) => lastName),
    );
  });

  it("keep the shares of verdicts' ways of life in a larger university", () => {
    const { students } = makeInstitutionData("large", 5_000);
    expect(students).toHaveLength(5_000);
    expect(new Set(students.map(({ studentNo }) => studentNo)).size).toBe(5_000);
    const share = students.filter(({ citizenship }) => citizenship === "KZ").length / 5_000;
    expect(share).toBeCloseTo(700 / 1_200, 2);
  });

  it("give nobody the number or the document of another", () => {
    const documents = data.students.map(({ paper }) => foldDocumentNo(paper.number).folded);
    expect(new Set(documents).size).toBe(1_200);
    expect(new Set(data.students.map(({ studentNo }) => studentNo)).size).toBe(1_200);
    const owners = new Map(documents.map((number, index) => [number, index]));
    for (const [index, { crossings }] of data.students.entries()) {
      for (const { documentNo } of crossings) {
        expect(owners.get(foldDocumentNo(documentNo).folded) ?? index).toBe(index);
      }
    }
  });

  it("give citizens of Kazakhstan numbers that hold: birth date, sex and check digit", () => {
    for (const { citizenship, iin, birthDate, sex } of data.students) {
      if (citizenship !== "KZ") expect(iin).toBe("");
      else expect(checkIin(iin)).toMatchObject({ ok: true, birthDate: formatDay(birthDate), sex });
    }
  });

  it("keep every crossing within the log, and grounds in the order of their days", () => {
    for (const { crossings, grounds } of data.students) {
      expect(crossings.every((each) => each.day >= LOG_START && each.day <= LOG_END)).toBe(true);
      expect(grounds.every(({ from, to }) => to === null || from <= to)).toBe(true);
      const granted = grounds.filter(({ status, kind }) => status === "granted" && kind !== "visa");
      expect(granted.every(({ from }) => from < addDays(AS_OF, 1))).toBe(true);
    }
  });
});
