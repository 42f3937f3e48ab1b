import "server-only";
import { Readable } from "node:stream";
import type { Actor, Role } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { formatDay } from "@/lib/civil-date/day";
import type { AcademicYear } from "@/lib/compliance/facts";
import { recordAudit } from "@/lib/db/audit";
import { inInstitution, inInstitutionBulk } from "@/lib/db/in-institution";
import { changeOwnPassword } from "@/lib/services/access/change-own-password";
import { createAccount } from "@/lib/services/access/create-account";
import { installInstitution } from "@/lib/services/access/install";
import { importFile } from "@/lib/services/imports/import-file";
import { addYear, listYears } from "@/lib/services/office/academic-years";
import { addDormitory } from "@/lib/services/office/dormitories";
import { makeFiles } from "./files/demo-files";
import { type InstitutionData, makeDemonstration } from "./institution-data";
import { loadResidences } from "./load-residences";
import { LOG_END } from "./rhythms";

export type DemoAccount = { email: string; password: string; role: Role };

const ADMINISTRATOR = {
  email: "admin@kok-jar.example",
  password: "demo-administrator",
  role: "administrator",
  name: "Асанова Гүлмира",
} as const;
const OTHERS = [
  {
    email: "registrar@kok-jar.example",
    password: "demo-registrar",
    role: "registrar",
    name: "Ким Ольга",
  },
  {
    email: "reader@kok-jar.example",
    password: "demo-reader-account",
    role: "reader",
    name: "Мамбетов Канат",
  },
] as const;

/**
 * Fills an empty database with the demonstration university. Returns who can sign in, and the day on
 * which the demonstration plays (YYYY-MM-DD): the last one of its border log. Refuses (AppError
 * conflict) where an institution exists.
 */
export async function loadDemonstration(): Promise<{ today: string; accounts: DemoAccount[] }> {
  const data = makeDemonstration();
  const { institutionId } = await installInstitution({
    institutionName: data.name,
    administrator: {
      email: ADMINISTRATOR.email,
      name: ADMINISTRATOR.name,
      password: ADMINISTRATOR.password,
    },
  });
  const actor = systemActor(institutionId);
  const [registrar] = await Promise.all(OTHERS.map((account) => addAccount(actor, account)));
  await ensureYear(actor, data.academicYear);
  for (const dormitory of data.dormitories) await addDormitory(actor, { ...dormitory });
  await importFiles(registrar ?? actor, data);
  await inInstitutionBulk(actor, (client) => loadResidences(client, data.students));
  await inInstitution(actor, (tx) =>
    recordAudit(tx, actor, "demonstration.load", {
      entity: "institution",
      id: institutionId,
      detail: { students: data.students.length },
    }),
  );
  const accounts = [ADMINISTRATOR, ...OTHERS];
  return {
    today: formatDay(LOG_END),
    accounts: accounts.map(({ email, password, role }) => ({ email, password, role })),
  };
}

/** A new account has a password that nobody chose; its owner changes it to the one that is told. */
async function addAccount(actor: Actor, account: (typeof OTHERS)[number]): Promise<Actor> {
  const { email, name, role, password: next } = account;
  const { userId, password: current } = await createAccount(actor, {
    email,
    name,
    role,
    locale: "ru",
  });
  const owner: Actor = { ...actor, userId, role };
  await changeOwnPassword(owner, { current, next, repeated: next, userAgent: "demonstration" });
  return owner;
}

/** What a dormitory, the authority and the border log say later is not part of the demonstration: whoever likes imports it by hand. */
const LATER: readonly string[] = ["dormitory-2.xlsx", "answer.xlsx", "crossings-later.csv"];

/** Roster, crossings and grounds go through the same door as everybody's files, and leave the same history. */
async function importFiles(actor: Actor, data: InstitutionData): Promise<void> {
  for (const { kind, name, content } of await makeFiles(data)) {
    if (LATER.includes(name)) continue;
    const file = { kind, fileName: name, content: Readable.from([content]) };
    const { state, problem } = await importFile(actor, file);
    if (state !== "committed") throw new Error(`${name}: ${state} ${problem?.code ?? ""}`);
  }
}

/** The installation makes the year of the day on which it runs; the demonstration plays in its own. */
async function ensureYear(actor: Actor, { from, to }: AcademicYear): Promise<void> {
  const years = await listYears(actor, {});
  if (years.some((year) => year.from <= to && year.to >= from)) return;
  await addYear(actor, { from: formatDay(from), to: formatDay(to) });
}
