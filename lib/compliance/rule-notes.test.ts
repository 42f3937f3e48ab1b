import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import { notesInForce } from "./rule-notes";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

describe("the notes on the rules in force", () => {
  const notesOn = (code: string, on: string, settings = defaultSettings) =>
    notesInForce(ruleSetFor("kg"), code, settings, day(on)).map(
      ({ about, note }) => `${about}: ${note.en}`,
    );

  it("are those of the group, of the limits of the day as the office reads them, and of the duty", () => {
    expect(notesOn("KZ", "2025-08-31")).toEqual([
      "limits: The limit was not applied until 1 September 2025 (deferred).",
    ]);
    expect(notesOn("KZ", "2025-09-01")).toEqual(["limits: The first counted day is question A2."]);
    expect(notesOn("AL", "2025-11-15")).toHaveLength(2);
    expect(notesOn("TJ", "2026-02-01")).toHaveLength(2);
    expect(notesOn("TJ", "2026-02-01", { ...defaultSettings, unconfirmedLimit: "30/60" })).toEqual([
      "registration: Unconfirmed.",
    ]);
    expect(notesOn("RU", "2025-11-15")).toEqual([]);
  });

  it("before the known law are those of the group alone", () => {
    expect(notesOn("TJ", "2023-10-20")).toEqual([]);
    expect(notesOn("IN", "2023-10-20")).toHaveLength(1);
  });
});
