import "server-only";
import { createHash } from "node:crypto";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { keepMapping } from "@/lib/db/import/remembered-mappings";
import type { Tx } from "@/lib/db/in-institution";
import { headerFingerprint } from "@/lib/import/remembered-mapping";

/** Remembers how the columns of an import were read, for the next file with this header. Part of its commit. */
export async function rememberMapping(
  tx: Tx,
  { kind, format, mapping, answers }: ImportRecord,
  { institutionId, userId }: { institutionId: string; userId: string | null },
): Promise<void> {
  if (format === null || mapping === null) return;
  const { header } = format;
  await keepMapping(
    tx,
    { institutionId },
    {
      kind,
      fingerprint: createHash("sha256").update(headerFingerprint(header)).digest("hex"),
      columns: header.map((heading, i) => ({ heading, target: mapping[i] ?? null })),
      constants: answers?.constants ?? {},
      usedBy: userId,
    },
  );
}
