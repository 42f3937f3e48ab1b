const MEBIBYTE = 1024 * 1024;

/** Against archive bombs and mistakes; a full sheet of Excel passes. */
export const LIMITS = {
  textBytes: 4096 * MEBIBYTE,
  workbookBytes: 128 * MEBIBYTE,
  /** Of all parts of a workbook together. */
  unpackedBytes: 512 * MEBIBYTE,
  /** Unpacked to packed, beyond the first 10 MiB. */
  ratio: 100,
  ratioFrom: 10 * MEBIBYTE,
  sharedStringsBytes: 128 * MEBIBYTE,
  /** Each costs some hundred bytes of memory; a full sheet of names and numbers has half as many. */
  sharedStrings: 2_000_000,
  /** Each may have to be looked into for the list. */
  sheets: 1000,
  /** Parts of an archive; a workbook of a hundred sheets has some three hundred. */
  parts: 10_000,
  /** Of a part that is read whole: what names the others, styles. */
  smallPartBytes: 16 * MEBIBYTE,
  /** Of a sheet whose rows are counted beforehand. */
  countedBytes: 64 * MEBIBYTE,
  /** Of a sheet that is unpacked once more for its merged cells. */
  mergedBytes: 32 * MEBIBYTE,
  rowBytes: MEBIBYTE,
  rows: 25_000_000,
  sheetRows: 1_048_576,
  columns: 256,
} as const;
