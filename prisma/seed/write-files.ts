import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFiles } from "./files/demo-files";
import { makeDemonstration } from "./institution-data";

const folder = process.argv[2] ?? "demo";
mkdirSync(folder, { recursive: true });
for (const { name, content } of await makeFiles(makeDemonstration())) {
  writeFileSync(join(folder, name), content);
  console.log(`${join(folder, name)}: ${content.length} bytes`);
}
