import "server-only";
import { UNDO_ENTITIES, type UndoCounts } from "@/lib/db/import/undo-words";

/** What was shown of an undo, in one short text: what is done must come to the same. */
export function agreementOn({ removed, restored, kept, students }: UndoCounts): string {
  const counts = [removed, restored, kept].map((part) =>
    UNDO_ENTITIES.map((entity) => part[entity] ?? 0).join(","),
  );
  return [...counts, students].join(";");
}
