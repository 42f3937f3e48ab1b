import { type StreamRow, streamXlsxRows } from "hucre/xlsx";
import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import type { TableRow } from "../table";
import type { Archive } from "./archive";
import { cellText } from "./cell-text";
import { Demand } from "./demand";
import { plainWorkbook } from "./plain-workbook";
import type { SheetPart, WorkbookParts } from "./workbook-parts";

/**
 * The rows of a sheet as text, unpacked and parsed only as they are taken. Rows that the sheet leaves
 * out are left out here; the others keep their numbers. Throws ImportRefused.
 */
export async function* sheetRows(
  archive: Archive,
  parts: WorkbookParts,
  sheet: SheetPart,
): AsyncGenerator<TableRow> {
  const demand = new Demand();
  const rows = streamXlsxRows(streamOf(plainWorkbook(archive, parts, sheet, demand)));
  try {
    for (;;) {
      demand.begin();
      const next = await rows.next();
      demand.satisfied();
      if (next.done) return;
      yield tableRow(next.value);
    }
  } catch (error) {
    throw error instanceof ImportRefused ? error : new ImportRefused({ code: "brokenFile" });
  } finally {
    demand.end();
    await rows.return();
  }
}

function tableRow({ index, values }: StreamRow): TableRow {
  if (index >= LIMITS.sheetRows) {
    throw new ImportRefused({ code: "tooManyRows", limit: LIMITS.sheetRows });
  }
  const cells = values.map(cellText);
  // Styled but empty cells at the end of a row are no columns.
  return {
    rowNo: index + 1,
    cells: cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1),
  };
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
