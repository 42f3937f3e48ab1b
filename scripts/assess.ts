import { assess } from "@/lib/compliance/assess";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { readArguments, USAGE, type Wanted } from "./assess/arguments";
import { type Assessed, toCsv, toJson } from "./assess/output";
import { type Problem, problemLine } from "./assess/problems";
import { readStudents, type Student } from "./assess/students";

const UNUSABLE_INPUT = 2;

function refuse(problems: readonly Problem[]): void {
  process.stderr.write(problems.map((problem) => `${problemLine(problem)}\n`).join(""));
  process.exitCode = UNUSABLE_INPUT;
}

function assessAll(students: readonly Student[], wanted: Wanted): Assessed[] {
  const ruleSet = ruleSetFor(wanted.regime);
  return students.map(({ studentNo, ...facts }) => ({
    studentNo,
    assessment: assess(facts, ruleSet, defaultSettings, wanted.asOf, wanted.academicYear),
  }));
}

async function run(args: string[]): Promise<void> {
  const wanted = readArguments(args);
  if (wanted === "help") {
    process.stdout.write(USAGE);
    return;
  }
  if ("problems" in wanted) return refuse(wanted.problems);
  const read = await readStudents(wanted);
  if ("problems" in read) return refuse(read.problems);
  const assessed = assessAll(read.students, wanted);
  process.stdout.write(
    wanted.format === "json" ? toJson(wanted.asOf, wanted.regime, assessed) : toCsv(assessed),
  );
}

await run(process.argv.slice(2));
