import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections } from "@/lib/db/connection";
import { isInstalled } from "@/lib/db/institutions";
import { findSignedIn } from "@/lib/db/sessions";
import { emptyDatabase, type OwnDatabase } from "@/lib/db/test-worker-database";
import { listYears } from "../office/academic-years";
import { installInstitution } from "./install";
import { signIn } from "./sign-in";

let database: OwnDatabase;
beforeAll(async () => {
  database = await emptyDatabase("sanak_install_test");
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const office = {
  institutionName: "Университет Ала-Арча",
  administrator: {
    email: "Admin@Example.KG",
    name: "Айгүл Токтогулова",
    password: "a long enough password",
  },
};

test("a password that is too short is refused, and nothing is made", async () => {
  const administrator = { ...office.administrator, password: "short" };
  await expect(installInstitution({ ...office, administrator })).rejects.toMatchObject({
    code: "invalid",
    fields: { "administrator.password": "passwordTooShort" },
  });
  expect(await isInstalled()).toBe(false);
});

test("of two installations at once one makes the institution and the other is refused", async () => {
  const outcomes = await Promise.allSettled([
    installInstitution(office),
    installInstitution(office),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict", reason: "alreadyInstalled" },
  });
  expect(await isInstalled()).toBe(true);
});

test("the first administrator can sign in and finds the current academic year", async () => {
  const outcome = await signIn(
    { email: "admin@example.kg", password: office.administrator.password },
    { address: "127.0.0.1", userAgent: "test" },
  );
  if (outcome.kind !== "open") throw new Error(outcome.kind);
  const actor = await findSignedIn(outcome.sessionId);
  if (actor === null) throw new Error("no session");
  expect(actor).toMatchObject({
    role: "administrator",
    name: "Айгүл Токтогулова",
    institutionName: "Университет Ала-Арча",
  });
  expect(await listYears(actor, {})).toHaveLength(1);
});
