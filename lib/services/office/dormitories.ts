import "server-only";
import { z } from "zod";
import {
  countResidents,
  type DormitoryRecord,
  deleteDormitory,
  findDormitory,
  findDormitoryByName,
  insertDormitory,
  listDormitories as listAll,
  updateDormitory,
} from "@/lib/db/dormitories";
import type { Tx } from "@/lib/db/in-institution";
import { AppError, invalidField } from "../app-error";
import { defineCommand, defineQuery } from "../define-service";

export type { DormitoryRecord } from "@/lib/db/dormitories";

const dormitoryId = z.int().positive();

const dormitoryFields = z.object({
  name: z.string().trim().min(1, "required").max(200, "tooLong"),
  /** As it stands on the registration request. */
  address: z.string().trim().min(1, "required").max(400, "tooLong"),
  manager: z.string().trim().max(200, "tooLong"),
});

/** The dormitories, by name. */
export const listDormitories = defineQuery({
  name: "dormitories.list",
  permission: "students:read",
  input: z.object({}),
  run: (tx) => listAll(tx),
});

export const addDormitory = defineCommand({
  name: "dormitories.add",
  permission: "office:write",
  input: dormitoryFields,
  run: async (tx, fields, actor) => {
    const id = await insertDormitory(tx, actor, fields);
    if (id === null) throw invalidField("name", "dormitoryExists");
    return { result: { id }, audit: entry(id, { after: fields }) };
  },
});

export const changeDormitory = defineCommand({
  name: "dormitories.change",
  permission: "office:write",
  input: dormitoryFields.extend({ id: dormitoryId }),
  run: async (tx, { id, ...fields }) => {
    const before = await dormitoryOrRefuse(tx, id);
    const namesake = await findDormitoryByName(tx, fields.name);
    if (namesake !== null && namesake !== id) throw invalidField("name", "dormitoryExists");
    await updateDormitory(tx, id, fields);
    return { result: null, audit: entry(id, { before, after: fields }) };
  },
});

/** Removes a dormitory in which, by our records, nobody lives. */
export const removeDormitory = defineCommand({
  name: "dormitories.remove",
  permission: "office:write",
  input: z.object({ id: dormitoryId }),
  run: async (tx, { id }) => {
    const before = await dormitoryOrRefuse(tx, id);
    if ((await countResidents(tx, id)) > 0) throw new AppError("conflict", "dormitoryInUse");
    await deleteDormitory(tx, id);
    return { result: null, audit: entry(id, { before }) };
  },
});

async function dormitoryOrRefuse(tx: Tx, id: number): Promise<DormitoryRecord> {
  const dormitory = await findDormitory(tx, id);
  if (dormitory === null) throw new AppError("notFound", "dormitoryNotFound");
  return dormitory;
}

function entry(id: number, detail: Record<string, unknown>) {
  return { entity: "dormitory", id: String(id), detail };
}
