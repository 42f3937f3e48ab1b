import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readRegimeFile } from "./regimes/regime-file";

const FOLDER = fileURLToPath(new URL("../lib/compliance/regimes/", import.meta.url));
const UNSOUND = 2;

function ownFiles(): string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return files.map((name) => `${FOLDER}${name}`);
}

/** Says of each regime's file that it is sound, or all that is wrong with it. Without names: those of Sanak. */
function run(paths: readonly string[]): void {
  for (const path of paths.length > 0 ? paths : ownFiles()) {
    const read = readRegimeFile(path);
    if ("problems" in read) {
      process.stderr.write(`${read.problems.join("\n")}\n`);
      process.exitCode = UNSOUND;
    } else {
      const { id, version, rules } = read.ruleSet;
      process.stdout.write(`${path}: sound: ${id}, ${version}, ${rules.length + 1} groups\n`);
    }
  }
}

run(process.argv.slice(2));
