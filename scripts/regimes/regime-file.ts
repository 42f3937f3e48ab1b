import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { readRegime } from "@/lib/compliance/regimes/read-regime";
import type { RuleSet } from "@/lib/compliance/rule-set";
import { doubleKeys } from "./double-keys";

export type RegimeFile = { ruleSet: RuleSet } | { problems: readonly string[] };

/**
 * A regime from a file, or one sentence for each thing that is wrong with it, the file's name first.
 * Reads no regime of Sanak's, so that it can tell what is wrong with those too.
 */
export function readRegimeFile(path: string): RegimeFile {
  const name = basename(path);
  const refuse = (text: string) => ({ problems: [`${name}: ${text}`] });
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return refuse("no such file");
  if (!stats.isFile()) return refuse("a folder, not a file");
  const text = utf8(readFileSync(path));
  if (text === null) return refuse("not UTF-8");
  const json = parsed(text);
  if ("fault" in json) return refuse(`not JSON: ${json.fault}`);
  const read = readRegime(json.value, name);
  const doubles = doubleKeys(text).map(({ key, line }) => `${name}:${line}: ${key} stands twice`);
  if (doubles.length === 0) return read;
  return { problems: [...doubles, ...("problems" in read ? read.problems : [])] };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
