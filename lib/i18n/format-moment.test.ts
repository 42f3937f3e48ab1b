import { expect, test } from "vitest";
import { momentInTable } from "./format-moment";

test("a moment is shown by Bishkek's clock, wherever the machine stands", () => {
  expect(momentInTable(new Date("2025-12-06T20:05:59Z"))).toBe("07.12.2025 02:05");
});

test("midnight is 00, not 24", () => {
  expect(momentInTable(new Date("2025-12-06T18:00:00Z"))).toBe("07.12.2025 00:00");
});
