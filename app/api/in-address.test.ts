import { expect, test } from "vitest";
import { idInAddress, wordInAddress } from "./in-address";

test("an address that names no id, or another word, leads nowhere: it is not found, not invalid", () => {
  const id = "018f6b1e-0000-7000-8000-000000000000";
  expect(idInAddress(id)).toBe(id);
  expect(wordInAddress("csv", ["xlsx", "csv"])).toBe("csv");
  const lost = expect.objectContaining({ code: "notFound", reason: "notFound" });
  expect(() => idInAddress("abc")).toThrow(lost);
  expect(() => wordInAddress("pdf", ["xlsx", "csv"])).toThrow(lost);
});
