import { LIST_FILES } from "./list-files";
import { REFUSED_FILES } from "./refused-files";
import { TEXT_FILES } from "./text-files";
import type { UglyFile } from "./ugly-file";
import { VALUE_FILES } from "./value-files";
import { WORKBOOK_FILES } from "./workbook-files";

/**
 * Every ugly file, each with what must become of it: read by corpus.test.ts, and taken through storing, reading and
 * comparing by lib/services/imports/corpus.db.test.ts.
 */
export const CORPUS: readonly UglyFile[] = [
  ...REFUSED_FILES,
  ...TEXT_FILES,
  ...WORKBOOK_FILES,
  ...LIST_FILES,
  ...VALUE_FILES,
];
