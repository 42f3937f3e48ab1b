import "server-only";
import { z } from "zod";
import { LOCALES } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { FILE_FORMATS } from "@/lib/export/file-formats";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { listOrRefuse } from "./draft";
import { readFiled } from "./get-request-list";
import { listTable } from "./list-table";

export type ListFile = {
  /** Number and day alone: file names travel through mails and logs. */
  fileName: string;
  contentType: string;
  content: ReadableStream<Uint8Array>;
};

/**
 * A filed list as a file, from its frozen rows. A command, since it takes personal data out of the house: the
 * audit keeps who took it. Captions are Russian, the authority's language, unless another is asked for.
 */
export const downloadList = defineCommand({
  name: "registrations.download",
  permission: "registrations:read",
  input: z.object({
    listId: z.uuid(),
    format: z.enum(["xlsx", "csv"]),
    locale: z.enum(LOCALES).default("ru"),
  }),
  run: async (tx, { listId, format, locale }) => {
    const list = await listOrRefuse(tx, listId);
    const { number } = list;
    if (number === null) throw new AppError("conflict", "listNotFiled");
    const { included, intact } = await readFiled(tx, list);
    if (!intact) throw new AppError("conflict", "listDamaged");
    const { write, contentType } = FILE_FORMATS[format];
    const result: ListFile = {
      fileName: `zayavka-${number}-${formatDay(list.asOf)}.${format}`,
      contentType,
      content: write(await listTable(number, included, locale)),
    };
    const detail = { number, format, locale, students: included.length };
    return { result, audit: { entity: "requestList", id: listId, detail } };
  },
});
