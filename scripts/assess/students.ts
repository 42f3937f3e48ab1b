import type { Day } from "@/lib/civil-date/day";
import type { Crossing, Ground } from "@/lib/compliance/facts";
import {
  CROSSING_COLUMNS,
  crossingRow,
  GROUND_COLUMNS,
  groundRow,
  type Named,
  ROSTER_COLUMNS,
  rosterRow,
} from "./canonical-rows";
import { type Complain, type RowReader, readCanonical } from "./canonical-table";
import type { Problem } from "./problems";

export type Student = {
  studentNo: string;
  citizenship: string;
  birth: Day | null;
  crossings: Crossing[];
  grounds: Ground[];
};

type Paths = { roster: string; crossings: string; grounds: string | null };

/** The students of the files in the roster's order, or everything that is wrong with the files. */
export async function readStudents(
  paths: Paths,
): Promise<{ students: Student[] } | { problems: Problem[] }> {
  const register = new Register();
  const inRoster = await readCanonical(paths.roster, ROSTER_COLUMNS, register.addStudent);
  register.isWhole = inRoster.every(({ row }) => row !== null && row > 1);
  const problems = inRoster.concat(
    await readCanonical(paths.crossings, CROSSING_COLUMNS, register.addCrossing),
    paths.grounds === null
      ? []
      : await readCanonical(paths.grounds, GROUND_COLUMNS, register.addGround),
  );
  return problems.length > 0 ? { problems } : { students: register.students };
}

class Register {
  readonly students: Student[] = [];
  /** Without a usable roster, nobody can be said to be missing from it. */
  isWhole = true;
  readonly #byNumber = new Map<string, Student>();
  readonly #byDocument = new Map<string, Student>();

  readonly addStudent: RowReader = (row, complain) => {
    const { studentNo, citizenship, documentNo, birth } = rosterRow(row, complain);
    const student: Student = { studentNo, citizenship, birth, crossings: [], grounds: [] };
    if (this.#byNumber.has(studentNo)) complain(`student_no ${studentNo} is given twice`);
    if (this.#byDocument.has(documentNo)) complain("document_no belongs to another student too");
    if (studentNo !== "") this.#byNumber.set(studentNo, student);
    if (documentNo !== "") this.#byDocument.set(documentNo, student);
    this.students.push(student);
  };

  readonly addCrossing: RowReader = (row, complain) => {
    const read = crossingRow(row, complain);
    if (read !== null) this.#find(read.named, complain)?.crossings.push(read.crossing);
  };

  readonly addGround: RowReader = (row, complain) => {
    const read = groundRow(row, complain);
    if (read !== null) this.#find(read.named, complain)?.grounds.push(read.ground);
  };

  /** By student number; only where the row has none, by document. */
  #find({ studentNo, documentNo }: Named, complain: Complain): Student | null {
    if (!this.isWhole || (studentNo === "" && documentNo === "")) return null;
    const holder = this.#byDocument.get(documentNo);
    if (studentNo === "") return holder ?? complain("document_no is not in the roster");
    const student = this.#byNumber.get(studentNo);
    if (student === undefined) return complain(`student_no ${studentNo} is not in the roster`);
    if (holder !== undefined && holder !== student) {
      complain(`document_no is not that of student ${studentNo} but of another`);
    }
    return student;
  }
}
