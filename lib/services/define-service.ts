import "server-only";
import type { z } from "zod";
import { type Actor, may, type Permission } from "@/lib/auth/permissions";
import { recordAudit } from "@/lib/db/audit";
import { inInstitution, type Tx } from "@/lib/db/in-institution";
import { AppError } from "./app-error";
import { NotYetAssessed } from "./assessments/not-yet-assessed";
import { waitForDay } from "./assessments/wait-for-day";
import { fieldErrors } from "./field-errors";

/** What the audit keeps of a command: to which entity, and what changed. No personal numbers. */
export type AuditEntry = { entity: string; id: string; detail?: Record<string, unknown> };

type Definition<Input extends z.ZodType> = {
  /** "students.list": unique, also the action in the audit. */
  name: string;
  permission: Permission;
  input: Input;
};

type Query<Input extends z.ZodType, Result> = Definition<Input> & {
  run: (tx: Tx, input: z.output<Input>, actor: Actor) => Promise<Result>;
};

type Command<Input extends z.ZodType, Result> = Definition<Input> & {
  run: (
    tx: Tx,
    input: z.output<Input>,
    actor: Actor,
  ) => Promise<{ result: Result; audit: AuditEntry }>;
};

/** A callable service that also tells its name, permission and kind: tests walk over them. */
export type Service<Input extends z.ZodType, Result> = ((
  actor: Actor,
  raw: z.input<Input>,
) => Promise<Result>) & {
  service: { name: string; permission: Permission; kind: "query" | "command" };
};

function admit<Input extends z.ZodType>(
  definition: Definition<Input>,
  actor: Actor,
  raw: unknown,
): z.output<Input> {
  if (!may(actor, definition.permission)) throw new AppError("forbidden", "forbidden");
  const parsed = definition.input.safeParse(raw);
  if (!parsed.success) throw new AppError("invalid", "invalidInput", fieldErrors(parsed.error));
  return parsed.data;
}

/** Facts may move again between a day's assessments and their use, but not for ever. */
const MOST_ATTEMPTS = 5;

/** One transaction; where it finds the day's assessments out of date, they are made and it begins anew. */
async function inOneTransaction<Result>(
  actor: Actor,
  run: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inInstitution(actor, run);
    } catch (error) {
      if (!(error instanceof NotYetAssessed) || attempt === MOST_ATTEMPTS) throw error;
      await waitForDay(actor, error.asOf);
    }
  }
}

/** A way to read: who may and what is valid are settled here; one transaction, one institution. */
export function defineQuery<Input extends z.ZodType, Result>(
  query: Query<Input, Result>,
): Service<Input, Result> {
  const call = async (actor: Actor, raw: z.input<Input>) => {
    const input = admit(query, actor, raw);
    return inOneTransaction(actor, (tx) => query.run(tx, input, actor));
  };
  const { name, permission } = query;
  return Object.assign(call, { service: { name, permission, kind: "query" as const } });
}

/** The only way to write: as defineQuery, and one audit event in the same transaction. */
export function defineCommand<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
): Service<Input, Result> {
  const call = async (actor: Actor, raw: z.input<Input>) => {
    const input = admit(command, actor, raw);
    return inOneTransaction(actor, async (tx) => {
      const { result, audit } = await command.run(tx, input, actor);
      await recordAudit(tx, actor, command.name, audit);
      return result;
    });
  };
  const { name, permission } = command;
  return Object.assign(call, { service: { name, permission, kind: "command" as const } });
}
