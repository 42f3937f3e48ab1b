import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { migrationList } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

/**
 * Prisma's adapter cuts a script at each semicolon, which breaks function bodies, and sends the pieces over
 * any connection of its pool. PostgreSQL takes the whole script at once, as one transaction.
 */
function wholeScripts(
  url: string,
  onFailure: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory & AsyncDisposable {
  const factory = new PrismaPg({ connectionString: url });
  const adapters: Awaited<ReturnType<typeof factory.connect>>[] = [];
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapters.push(adapter);
      return Object.assign(adapter, {
        executeScript: async (script: string) => {
          await adapter
            .underlyingDriver()
            .query(script)
            .catch((error: unknown) => {
              onFailure(error);
              throw error;
            });
        },
      });
    },
    // The engine leaves its connections to time out.
    [Symbol.asyncDispose]: async () => {
      for (const adapter of adapters) await adapter.dispose();
    },
  };
}

/**
 * Brings the database at `url` (its owner's connection) to this version of the schema and returns the names
 * of the migrations that it applied. Keeps Prisma's own record in _prisma_migrations.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  let failure: unknown;
  await using adapter = wholeScripts(url, (error) => {
    failure = error;
  });
  try {
    return await withSchemaEngine(adapter, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: await migrationList(),
        filters: { externalTables: [], externalEnums: [] },
      });
      return appliedMigrationNames;
    });
  } catch (error) {
    // The engine reports what the server said only as a number.
    throw failure ?? error;
  }
}
