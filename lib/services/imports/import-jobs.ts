import "server-only";
import { defineJob } from "@/lib/jobs/job";
import { findEffect } from "./find-effect";
import { checkLateMends } from "./mends/check-mends";
import { readFile } from "./read-file";
import { takeBack } from "./take-back";
import { writeImport } from "./write-import";

export const importRead = defineJob("import.read", async ({ institutionId, importId }) => {
  await readFile({ institutionId }, importId);
  if (await checkLateMends({ institutionId }, importId)) return;
  await findEffect({ institutionId }, importId);
});

export const importCommit = defineJob("import.commit", ({ institutionId, importId, userId }) =>
  writeImport({ institutionId }, importId, userId),
);

export const importUndo = defineJob("import.undo", ({ institutionId, importId }) =>
  takeBack({ institutionId }, importId),
);
