import { writeCsv } from "./csv";
import { writeWorkbook } from "./workbook";

/** The kinds of files in which a table leaves the house, with how each is written. */
export const FILE_FORMATS = {
  xlsx: {
    write: writeWorkbook,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  csv: { write: writeCsv, contentType: "text/csv; charset=utf-8" },
} as const;
