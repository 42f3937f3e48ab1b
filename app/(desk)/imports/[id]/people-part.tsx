import { answered } from "@/app/answered";
import { PeopleQuestions } from "@/components/imports/people-questions";
import { type Actor, may } from "@/lib/auth/permissions";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { getQuestions } from "@/lib/services/imports/decide-people";
import { answerQuestions, confirmPeople } from "./actions";

/** Who rows are, where that is a question; nothing where it is none. */
export async function PeoplePart({
  actor,
  record: { id: importId, kind, state },
  after,
  settled,
}: {
  actor: Actor;
  record: ImportRecord;
  /** As the address has it: the row after which the page of questions begins. */
  after: unknown;
  /** The same of those that an earlier answer settles: they are shown where it is there. */
  settled: unknown;
}) {
  if (state !== "ready") return null;
  const remembered = settled !== undefined;
  const asked = settled ?? after;
  const row = Math.max(0, Number.parseInt(String(asked), 10) || 0);
  const found = await answered(
    getQuestions(actor, {
      importId,
      after: asked === undefined ? null : Math.min(row, 2_147_483_647),
      remembered,
    }),
  );
  if (found.counts.all + found.counts.remembered === 0) return null;
  const action = may(actor, "imports:write") ? answerQuestions : null;
  return (
    <PeopleQuestions
      importId={importId}
      kind={kind}
      found={found}
      remembered={remembered}
      isFromRow={after !== undefined}
      action={action}
      confirm={confirmPeople}
    />
  );
}
