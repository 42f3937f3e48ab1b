import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addDormitory } from "../office/dormitories";
import { getImport } from "./get-import";
import { takeBack } from "./take-back";
import {
  applyAll,
  DORMITORIES,
  edit,
  FACULTIES,
  FIRST,
  UPLOADS,
  type Upload,
  upload,
  write,
} from "./test-any-history";
import { allowFaculties } from "./test-faculties";
import { everyFact } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

const ALL = 240_000;
/** Each has some ten imports to write and to take back. */
const RUNS = 6;
const CHAINS = 12;

afterAll(closeConnections);

/** Takes an import back as the page does; returns what it said would stay. */
async function undo(actor: Actor, importId: string) {
  const { agreement, kept } = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement, inBackground: false });
  await takeBack(actor, importId);
  expect((await getImport(actor, { importId })).record.state).toBe("undone");
  return kept;
}

test(
  "after any history, the last imports taken back in turn leave every table as it was before them",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(upload, edit), { maxLength: 4 }),
        fc.array(upload, { minLength: 1, maxLength: 3 }),
        async (history, last) => {
          const actor = systemActor(await newTestInstitution());
          await allowFaculties(actor, FACULTIES);
          await write(actor, FIRST);
          await applyAll(actor, history);
          const before = await everyFact(actor);
          const written = await applyAll(actor, last);
          for (const id of written.toReversed()) expect(await undo(actor, id)).toEqual([]);
          expect(await everyFact(actor)).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  },
  ALL,
);

test(
  "an import that was changed since is taken back but for what it names, and nothing else stays",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        upload,
        fc.array(fc.oneof(upload, edit), { minLength: 1, maxLength: 3 }),
        async (file, since) => {
          const actor = systemActor(await newTestInstitution());
          await allowFaculties(actor, FACULTIES);
          await write(actor, FIRST);
          const before = await everyFact(actor);
          const [id] = await applyAll(actor, [file]);
          const later = await applyAll(actor, since);
          const kept = id === undefined ? [] : await undo(actor, id);
          for (const group of kept) expect(group.count).toBeGreaterThan(0);
          for (const other of later.toReversed()) await undo(actor, other);
          // Without edits by hand nothing stays in the end but students whom another file's rows needed.
          const byHand = since.some((step) => !("kind" in step));
          const needed = kept.some(({ reason }) => reason === "hasOtherFacts");
          if (!byHand && !needed) expect(await everyFact(actor)).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  },
  ALL,
);

/** Files of one kind, the same once more among them, and perhaps one of another kind between. */
const chain = fc.constantFrom("roster", "crossings", "grounds", "residents").chain((kind) =>
  fc.tuple(
    fc.array(fc.oneof(UPLOADS[kind], fc.constant("again" as const)), {
      ...{ minLength: 3, maxLength: 4 },
    }),
    upload,
    fc.nat(4),
  ),
);

function filesOf([files, between, place]: typeof chain extends fc.Arbitrary<infer Chain>
  ? Chain
  : never): Upload[] {
  const [first] = files.filter((file) => file !== "again");
  const all = files.map((file) => (file === "again" ? (first ?? between) : file));
  return all.toSpliced(place, 0, between);
}

/** Of students whom another file's rows need the page says to take that file back first: so is done. */
const NEEDED_BY_OTHERS = ["hasOtherFacts", "inCrossings"];

test(
  "whatever files there were, taken back in any order they leave every table as it was before them",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        chain,
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        async (files, picks) => {
          const actor = systemActor(await newTestInstitution());
          await allowFaculties(actor, FACULTIES);
          for (const name of DORMITORIES)
            await addDormitory(actor, { name, address: name, manager: "" });
          await write(actor, FIRST);
          const before = await everyFact(actor);
          const left = await applyAll(actor, filesOf(files));
          const order = picks.flatMap((pick) => left.splice(pick % left.length, 1));
          for (let id = order.shift(); id !== undefined; id = order.shift()) {
            const { kept } = await undoPreview(actor, { importId: id });
            const needed = kept.some(({ reason }) => NEEDED_BY_OTHERS.includes(reason));
            if (needed) order.push(id);
            else await undo(actor, id);
          }
          expect(await everyFact(actor)).toEqual(before);
        },
      ),
      { numRuns: CHAINS, endOnFailure: true },
    );
  },
  ALL,
);
