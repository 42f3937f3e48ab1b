import { writeFileSync } from "node:fs";
import { RULES_PATH, rulesDocument } from "./docs/rules-document";

writeFileSync(RULES_PATH, rulesDocument());
console.log(`wrote ${RULES_PATH}`);
