import "server-only";

/** Where compared rows are written that the transaction knows as `staged`: null is a table of its own, gone at its end. */
export type StagedTable = { lasting: string | null };

export const TEMPORARY: StagedTable = { lasting: null };

/** Statements that make `staged` of a query: of a lasting table it is a view, so that a million rows are not written twice. */
export function madeAs({ lasting }: StagedTable, query: string): readonly string[] {
  if (lasting === null) {
    return [`create temporary table staged on commit drop as ${query}`, "analyze staged"];
  }
  return [
    `create unlogged table ${lasting} as ${query}`,
    `create temporary view staged as select * from ${lasting}`,
    `analyze ${lasting}`,
  ];
}
