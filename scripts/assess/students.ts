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
import { type CanonicalFile, readCanonical } from "./canonical-table";
import type { Problem } from "./problems";

export type Student = {
  studentNo: string;
  citizenship: string;
  crossings: Crossing[];
  grounds: Ground[];
};

type Paths = { roster: string; crossings: string; grounds: string | null };

/** The students of the files in the roster's order, or everything that is wrong with the files. */
export async function readStudents(
  paths: Paths,
): Promise<{ students: Student[] } | { problems: Problem[] }> {
  const register = new Register(await readCanonical(paths.roster, ROSTER_COLUMNS));
  register.addCrossings(await readCanonical(paths.crossings, CROSSING_COLUMNS));
  if (paths.grounds !== null) {
    register.addGrounds(await readCanonical(paths.grounds, GROUND_COLUMNS));
  }
  const { problems, students } = register;
  return problems.length > 0 ? { problems } : { students };
}

class Register {
  readonly problems: Problem[] = [];
  readonly students: Student[] = [];
  readonly #byNumber = new Map<string, Student>();
  readonly #byDocument = new Map<string, Student>();
  /** With no usable roster, nobody can be told to be missing from it. */
  readonly #knowsStudents: boolean;

  constructor(roster: CanonicalFile) {
    this.#knowsStudents = roster.problems.length === 0;
    this.#each(roster, (row, complain) => {
      const { studentNo, citizenship, documentNo } = rosterRow(row, complain);
      const student: Student = { studentNo, citizenship, crossings: [], grounds: [] };
      if (this.#byNumber.has(studentNo)) complain(`student_no ${studentNo} is given twice`);
      if (this.#byDocument.has(documentNo)) complain("document_no belongs to another student too");
      if (studentNo !== "") this.#byNumber.set(studentNo, student);
      if (documentNo !== "") this.#byDocument.set(documentNo, student);
      this.students.push(student);
    });
  }

  addCrossings(file: CanonicalFile): void {
    this.#each(file, (row, complain) => {
      const crossing = crossingRow(row, `${file.name}:${row.row}`, complain);
      if (crossing === null) return;
      const { studentNo, documentNo, ...fact } = crossing;
      this.#find({ studentNo, documentNo }, complain)?.crossings.push(fact);
    });
  }

  addGrounds(file: CanonicalFile): void {
    this.#each(file, (row, complain) => {
      const read = groundRow(row, `${file.name}:${row.row}`, complain);
      if (read === null) return;
      this.#find(read.named, complain)?.grounds.push(read.ground);
    });
  }

  #each(
    file: CanonicalFile,
    read: (row: CanonicalFile["rows"][number], complain: (text: string) => null) => void,
  ): void {
    const found = [...file.problems];
    for (const row of file.rows) {
      read(row, (text) => {
        found.push({ where: file.name, row: row.row, text });
        return null;
      });
    }
    this.problems.push(...found.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  }

  /** By student number; only where the row has none, by document. */
  #find(named: Named, complain: (text: string) => null): Student | null {
    const { studentNo, documentNo } = named;
    if (!this.#knowsStudents || (studentNo === "" && documentNo === "")) return null;
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
