import { expect, test, vi } from "vitest";
import { day } from "@/lib/civil-date/day";
import { createDraft } from "../registrations/create-draft";
import { getRequestList } from "../registrations/get-request-list";
import { listStudents } from "../students/list-students";
import { studentFilter } from "../students/student-filter";
import { homesOf, LIST_HEAD, listsOfEachTest, studentIdOf } from "./test-dormitory-office";

// Each list is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

// Today is 15 November 2025.
const { office, lists, load } = listsOfEachTest();

async function told(rows: string) {
  const importId = await lists.preview(LIST_HEAD + rows);
  const found = await lists.rows(importId);
  return { importId, rows: found.map(({ outcome, codes }) => [outcome, ...codes]) };
}

async function housingOn(asOf: string): Promise<Record<string, string>> {
  const { rows } = await listStudents(office.admin, studentFilter.parse({ asOf }));
  return Object.fromEntries(rows.map(({ studentNo, housing }) => [studentNo, housing]));
}

test("a stay that begins in the future moves nobody who lives somewhere today, and is told", async () => {
  await load("S-1,2,412,2025-09-01,2026-06-30,\nS-2,2,413,,,\n");
  const before = await homesOf(office.admin);
  const { importId, rows } = await told("S-1,3,1,2030-09-01,,\nS-2,2,413,2025-11-16,,\n");
  expect(rows).toEqual([
    ["unchanged", "stayToCome"],
    ["unchanged", "stayToCome"],
  ]);
  await lists.write(importId);
  expect(await homesOf(office.admin)).toEqual(before);
});

test("of two stays in one list the one of today is written, the one to come is told", async () => {
  const { importId, rows } = await told("S-1,2,412,2025-09-01,2025-12-31,\nS-1,3,1,2026-01-01,,\n");
  expect(rows).toEqual([["new"], ["unchanged", "stayToCome"]]);
  await lists.write(importId);
  expect(await homesOf(office.admin)).toEqual({ "S-1": ["2", "412", "2025-09-01", "2025-12-31"] });
});

test("where no other is known it is written, and counts from its first day", async () => {
  await load("S-2,2,413,2024-09-01,,\n");
  await load("S-2,2,413,,,2025-11-10\n");
  const { importId, rows } = await told(
    "S-1,3,1,2025-11-20,,\nS-2,3,2,2025-11-20,,\nS-3,3,3,2025-11-15,,\n",
  );
  expect(rows).toEqual([["new", "stayBeginsLater"], ["changed", "stayBeginsLater"], ["new"]]);
  await lists.write(importId);
  expect(await homesOf(office.admin)).toMatchObject({
    "S-1": ["3", "1", "2025-11-20", null],
    "S-2": ["3", "2", "2025-11-20", null],
  });
  expect(await housingOn("2025-11-15")).toEqual({
    "S-1": "unknown",
    "S-2": "unknown",
    "S-3": "dormitory",
  });
  const ids = [await studentIdOf(office.admin, "S-1")];
  const asOf = "2025-11-19";
  const draft = await createDraft(office.admin, { selection: { kind: "chosen", ids }, asOf });
  const obstaclesOn = async (on: string) => {
    const { included, leftOut } = await getRequestList(office.admin, {
      listId: draft.id,
      asOf: on,
    });
    return [...included, ...leftOut].flatMap(({ obstacles }) => obstacles);
  };
  expect(await obstaclesOn("2025-11-19")).toEqual([
    { kind: "notMovedIn", begins: day("2025-11-20") },
  ]);
  expect(await obstaclesOn("2025-11-20")).toEqual([]);
});

test("a stay to come that is put right is put right", async () => {
  await load("S-1,3,1,2025-11-20,,\n");
  const { rows } = await told("S-1,3,2,2025-11-21,,\n");
  expect(rows).toEqual([["changed", "stayBeginsLater"]]);
});
