import { assess } from "@/lib/compliance/assess";
import { type RuleSet, ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { answersJson } from "./assess/answers";
import { readArguments, USAGE, type Wanted } from "./assess/arguments";
import { type Assessed, toCsv, toJson } from "./assess/output";
import { type Problem, problemLine } from "./assess/problems";
import { readStudents, type Student } from "./assess/students";
import { type RegimeFile, readRegimeFile } from "./regimes/regime-file";

const UNUSABLE_INPUT = 2;

function refuse(problems: readonly Problem[]): void {
  process.stderr.write(problems.map((problem) => `${problemLine(problem)}\n`).join(""));
  process.exitCode = UNUSABLE_INPUT;
}

function assessAll(students: readonly Student[], ruleSet: RuleSet, wanted: Wanted): Assessed[] {
  const { asOf, academicYear } = wanted;
  return students.map(({ studentNo, ...facts }) => {
    const assessment = assess(facts, ruleSet, defaultSettings, asOf, academicYear);
    if (!wanted.answers) return { studentNo, assessment };
    const answers = answersJson(facts, ruleSet, defaultSettings, academicYear, assessment);
    return { studentNo, assessment, answers };
  });
}

function lawOf({ regime, regimeFile }: Wanted): RegimeFile {
  return regimeFile === null ? { ruleSet: ruleSetFor(regime) } : readRegimeFile(regimeFile);
}

async function run(args: string[]): Promise<void> {
  const wanted = readArguments(args);
  if (wanted === "help") {
    process.stdout.write(USAGE);
    return;
  }
  if ("problems" in wanted) return refuse(wanted.problems);
  const law = lawOf(wanted);
  const read = await readStudents(wanted);
  if ("problems" in law) {
    process.stderr.write(law.problems.map((problem) => `${problem}\n`).join(""));
    process.exitCode = UNUSABLE_INPUT;
  }
  if ("problems" in read) return refuse(read.problems);
  if ("problems" in law) return;
  const { ruleSet } = law;
  const assessed = assessAll(read.students, ruleSet, wanted);
  process.stdout.write(
    wanted.format === "json" ? toJson(wanted.asOf, ruleSet.id, assessed) : toCsv(assessed),
  );
}

await run(process.argv.slice(2));
