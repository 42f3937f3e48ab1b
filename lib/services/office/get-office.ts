import "server-only";
import { z } from "zod";
import { isRegimeId } from "@/lib/compliance/rule-set";
import { findInstitution } from "@/lib/db/institutions";
import { defineQuery } from "../define-service";
import { settingsFrom } from "./settings-fields";

/** The office's name, by whose rules it computes, and how it answers the open questions of the law. */
export const getOffice = defineQuery({
  name: "office.get",
  permission: "office:read",
  input: z.object({}),
  run: async (tx, _input, actor) => {
    const { name, regime, settings } = await findInstitution(tx, actor);
    if (!isRegimeId(regime)) throw new Error(`unknown regime: ${regime}`);
    return { name, regime, settings: settingsFrom(settings) };
  },
});
