import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { closeConnections } from "./connection";
import { inInstitution } from "./in-institution";
import { newTestInstitution } from "./test-institution";

afterAll(closeConnections);

test("an institution sees its own rows and not another's", async () => {
  const [ours, theirs] = [await newTestInstitution("Ours"), await newTestInstitution("Theirs")];
  const namesSeenBy = (institutionId: string) =>
    inInstitution({ institutionId }, async (tx) =>
      (await tx.institution.findMany()).map(({ name }) => name),
    );
  expect(await namesSeenBy(ours)).toEqual(["Ours"]);
  expect(await namesSeenBy(theirs)).toEqual(["Theirs"]);
  expect(await namesSeenBy(uuidv7())).toEqual([]);
});
