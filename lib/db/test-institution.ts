import "server-only";
import { uuidv7 } from "uuidv7";
import { inInstitution } from "./in-institution";

/** For tests: a new, empty institution; what the test does in it disturbs no other test. */
export async function newTestInstitution(name = "Test University"): Promise<string> {
  const id = uuidv7();
  await inInstitution({ institutionId: id }, (tx) => tx.institution.create({ data: { id, name } }));
  return id;
}
