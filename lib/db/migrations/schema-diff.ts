import "server-only";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { withSchemaEngine } from "./schema-engine";

type SchemaFile = { path: string; content: string };

// The engine opens a connection and asks for the server's version, whatever it is to do.
const noDatabase: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "none",
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => undefined,
  startTransaction: () => Promise.reject(new Error("a diff of two schemas writes nothing")),
  dispose: async () => undefined,
};
const nowhere: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "none",
  connect: async () => noDatabase,
  connectToShadowDb: async () => noDatabase,
};

/** The SQL that leads from one Prisma schema (null: an empty database) to another. */
export async function schemaDiff(from: SchemaFile[] | null, to: SchemaFile[]): Promise<string> {
  return withSchemaEngine(nowhere, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  });
}
