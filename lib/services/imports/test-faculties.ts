import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { keepDecidedWord } from "@/lib/db/import/decided-words";
import { inInstitution } from "@/lib/db/in-institution";
import { decisionKey } from "@/lib/import/meanings";

/** Lets rosters bring faculties that nobody is of yet, as if somebody had said that they are new. */
export async function allowFaculties(actor: Actor, names: readonly string[]): Promise<void> {
  await inInstitution(actor, async (tx) => {
    for (const word of names) {
      await keepDecidedWord(tx, actor, {
        ...{ field: "faculty", word, wordKey: decisionKey(word) },
        ...{ meaning: word, decidedBy: null },
      });
    }
  });
}
