import "server-only";
import { z } from "zod";
import { listImports as listRecords } from "@/lib/db/import/imports";
import { defineQuery } from "../define-service";

const PAGE = 50;

/** The imports of the institution, newest first; `before` continues a page. */
export const listImports = defineQuery({
  name: "imports.list",
  permission: "imports:read",
  input: z.object({ before: z.coerce.date().optional() }),
  run: (tx, { before }) => listRecords(tx, { limit: PAGE, before }),
});
