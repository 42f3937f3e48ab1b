import "server-only";
import { z } from "zod";
import { listRequestLists as listAll } from "@/lib/db/request-lists";
import { defineQuery } from "../define-service";

export type { ListedRequestList } from "@/lib/db/request-lists";

/** All lists: drafts first, then the filed ones, the latest number first. */
export const listRequestLists = defineQuery({
  name: "registrations.list",
  permission: "registrations:read",
  input: z.object({}),
  run: (tx) => listAll(tx),
});
