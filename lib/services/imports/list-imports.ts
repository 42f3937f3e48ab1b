import "server-only";
import { z } from "zod";
import { listImports as listRecords } from "@/lib/db/import/imports";
import { defineQuery } from "../define-service";

const PAGE = 50;

/** A page of the imports of the institution, newest first, with how many there are. */
export const listImports = defineQuery({
  name: "imports.list",
  permission: "imports:read",
  input: z.object({ page: z.number().int().min(1).max(100_000).default(1) }),
  run: async (tx, { page }) => ({
    ...(await listRecords(tx, { page, size: PAGE })),
    page,
    pageSize: PAGE,
  }),
});
