import "server-only";
import { z } from "zod";
import { listAuditEvents, listAuditWords } from "@/lib/db/audit";
import { defineQuery } from "../define-service";

export type { AuditRecord } from "@/lib/db/audit";

const PAGE = 50;
/** "<milliseconds>-<id>" of the last event on the page before. */
const CURSOR = /^(\d{1,15})-(\d{1,18})$/;

const cursorField = z
  .string()
  .regex(CURSOR)
  .transform((text) => {
    const [, at = "", id = ""] = CURSOR.exec(text) ?? [];
    return { at: new Date(Number(at)), id };
  });

/** What the address may ask of the audit; each part narrows the list. */
export const auditFilter = z.object({
  action: z.string().max(80).optional(),
  entity: z.string().max(80).optional(),
  entityId: z.string().max(80).optional(),
  userId: z.uuid().optional(),
  after: cursorField.optional(),
});

/** What was done, newest first, a page at a time; `next` is the `after` of the following page. */
export const listAudit = defineQuery({
  name: "audit.list",
  permission: "audit:read",
  input: auditFilter,
  run: async (tx, { after, ...filter }) => {
    const found = await listAuditEvents(tx, filter, after ?? null, PAGE + 1);
    const events = found.slice(0, PAGE);
    const last = events.at(-1);
    const next = found.length > PAGE && last ? `${last.at.getTime()}-${last.id}` : null;
    return { events, next };
  },
});

/** The actions and entities that have occurred: what a filter can offer. */
export const listAuditVocabulary = defineQuery({
  name: "audit.vocabulary",
  permission: "audit:read",
  input: z.object({}),
  run: (tx) => listAuditWords(tx),
});
