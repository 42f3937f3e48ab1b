// Run by archive-bombs.test.ts as a process of its own: reads a file to its end and tells what it came to and cost.
import { existsSync, readFileSync } from "node:fs";
import { IMPORT_KINDS } from "../fields";
import { readImport } from "../read-import";
import { ImportRefused } from "../refusal";

const [path = "", asked = ""] = process.argv.slice(2);
const kind = IMPORT_KINDS.find((one) => one === asked) ?? "crossings";

async function ending(): Promise<string> {
  try {
    const opened = await readImport({ path }, { kind });
    if ("refused" in opened) return opened.refused.code;
    let rows = 0;
    for await (const _ of opened.rows()) rows += 1;
    return `${rows} rows`;
  } catch (error) {
    if (error instanceof ImportRefused) return error.refusal.code;
    throw error;
  }
}

/** The most memory that was held at once, in MiB. What a process tells of itself counts its parent's in Linux. */
function mostMebibytes(): number {
  const status = "/proc/self/status";
  const told = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8")) : null;
  return Number(told?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

const before = process.cpuUsage();
const end = await ending();
const { user, system } = process.cpuUsage(before);
const cpuSeconds = (user + system) / 1e6;
process.stdout.write(JSON.stringify({ end, cpuSeconds, mebibytes: mostMebibytes() }));
