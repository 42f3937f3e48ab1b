import "server-only";
import type { BulkClient, Tx } from "../in-institution";

/** Runs a statement in a transaction and returns its rows: on either kind of connection. */
export type Sql = (statement: string, values: readonly unknown[]) => Promise<unknown[]>;

export const sqlOfTx =
  (tx: Tx): Sql =>
  (statement, values) =>
    tx.$queryRawUnsafe<unknown[]>(statement, ...values);

export const sqlOfBulk =
  (client: BulkClient): Sql =>
  async (statement, values) =>
    (await client.query(statement, [...values])).rows;

/** The rows of a query, as its author knows them to be. */
export async function rowsOf<Row>(
  sql: Sql,
  statement: string,
  ...values: readonly unknown[]
): Promise<Row[]> {
  return (await sql(statement, values)) as Row[];
}

/** Runs statements in order; those that speak of `$1` get the import's key. */
export async function runFor(
  sql: Sql,
  statements: readonly string[],
  importId: string,
): Promise<void> {
  for (const statement of statements) {
    await sql(statement, statement.includes("$1") ? [importId] : []);
  }
}
