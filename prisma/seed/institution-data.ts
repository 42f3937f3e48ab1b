import type { AcademicYear } from "@/lib/compliance/facts";
import { CAST } from "./cast";
import { allot, chanceOf } from "./chance";
import type { Flaw } from "./crossings";
import { ACADEMIC_YEAR } from "./grounds";
import { type DemoDormitory, DORMITORIES } from "./housing";
import { CITIZENSHIPS, type Story, storiesOf } from "./stories";
import { type DemoStudent, makeStudent } from "./students";

/** A university with its foreign students. */
export type InstitutionData = {
  name: string;
  academicYear: AcademicYear;
  dormitories: readonly DemoDormitory[];
  students: DemoStudent[];
};

/**
 * A university of `size` foreign students, made from `seed` alone. Citizenships and ways of life have
 * the same shares at every size; two seeds give different people.
 */
export function makeInstitutionData(seed: string, size: number): InstitutionData {
  return universityOf(crowd(seed, size, 0));
}

/** The university of the demonstration: 1,200 foreign students, the cast among them. */
export function makeDemonstration(): InstitutionData {
  const seed = "sanak demonstration";
  const cast = CAST.map((member, index) => makeStudent({ ...member, seed, place: index + 1 }));
  return universityOf([...cast, ...crowd(seed, 1_200 - cast.length, cast.length)]);
}

function universityOf(students: DemoStudent[]): InstitutionData {
  const order = new Intl.Collator("ru");
  return {
    name: "Международный университет «Кок-Жар»",
    academicYear: ACADEMIC_YEAR,
    dormitories: DORMITORIES,
    // As a dean's office keeps it: by faculty and year, then by name.
    students: students.toSorted(
      (a, b) =>
        order.compare(a.study.faculty, b.study.faculty) ||
        a.study.year - b.study.year ||
        order.compare(a.lastNameCyrillic, b.lastNameCyrillic) ||
        order.compare(a.studentNo, b.studentNo),
    ),
  };
}

type Person = { citizenship: string; story: Story };

/** `size` students at the places after `taken`. */
function crowd(seed: string, size: number, taken: number): DemoStudent[] {
  const chance = chanceOf(`${seed}/crowd`);
  const citizenships = allot(size, CITIZENSHIPS);
  const people = CITIZENSHIPS.flatMap(([citizenship]): Person[] => {
    const count = citizenships.filter((other) => other === citizenship).length;
    return allot(count, storiesOf(citizenship)).map((story) => ({ citizenship, story }));
  });
  return chance.shuffled(people).map((person, index) => {
    const flaw = flawAt(index);
    return makeStudent({ ...person, seed, place: taken + index + 1, ...(flaw && { flaw }) });
  });
}

/** About one log in sixty has something missing or double. */
function flawAt(index: number): Flaw | null {
  const flaws: Record<number, Flaw> = { 40: "exitMissing", 100: "doubled", 160: "entryMissing" };
  return flaws[index % 180] ?? null;
}
