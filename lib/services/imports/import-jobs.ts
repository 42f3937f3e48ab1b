import "server-only";
import { defineJob } from "@/lib/jobs/job";
import { readFile } from "./read-file";
import { writeImport } from "./write-import";

export const importRead = defineJob("import.read", ({ institutionId, importId }) =>
  readFile({ institutionId }, importId),
);

export const importCommit = defineJob("import.commit", ({ institutionId, importId, userId }) =>
  writeImport({ institutionId }, importId, userId),
);
