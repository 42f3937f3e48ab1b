import { expect, test } from "vitest";
import { forgetUnsaved } from "@/components/ui/unsaved";
import { dropUnsaved, keepUnsaved, listUnsaved } from "./unsaved-cells";

/** As a tab of a browser keeps texts. */
function newStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const MINE = { person: "u1", importId: "i1" };
const cell = (rowNo: number, text: string, seen = 1) => ({ rowNo, column: 2, text, seen });

test("a text that was typed is there until it is saved or given up", () => {
  const tab = newStorage();
  keepUnsaved(tab, MINE, cell(5, "въе"));
  keepUnsaved(tab, MINE, cell(5, "въезд"));
  keepUnsaved(tab, MINE, cell(6, "выезд", 3));
  expect(listUnsaved(tab, MINE)).toEqual([cell(5, "въезд"), cell(6, "выезд", 3)]);
  dropUnsaved(tab, MINE, { rowNo: 5, column: 2 });
  expect(listUnsaved(tab, MINE)).toEqual([cell(6, "выезд", 3)]);
  dropUnsaved(tab, MINE, { rowNo: 6, column: 2 });
  expect(tab.length).toBe(0);
});

test("it is of one import and one person", () => {
  const tab = newStorage();
  keepUnsaved(tab, MINE, cell(5, "въезд"));
  expect(listUnsaved(tab, { ...MINE, importId: "i2" })).toEqual([]);
  expect(listUnsaved(tab, { ...MINE, person: "u2" })).toEqual([]);
});

test("signing out leaves nothing; what another has typed goes when somebody comes", () => {
  const tab = newStorage();
  tab.setItem("another", "stays");
  keepUnsaved(tab, MINE, cell(5, "въезд"));
  keepUnsaved(tab, { ...MINE, importId: "i2" }, cell(5, "въезд"));
  keepUnsaved(tab, { ...MINE, person: "u11" }, cell(5, "въезд"));
  forgetUnsaved(tab, "u1");
  expect(tab.length).toBe(3);
  expect(listUnsaved(tab, MINE)).toEqual([cell(5, "въезд")]);
  forgetUnsaved(tab, null);
  expect([tab.length, tab.getItem("another")]).toEqual([1, "stays"]);
});
