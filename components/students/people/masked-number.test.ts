import { expect, test } from "vitest";
import { maskedNumber } from "./masked-number";

test("only the end of a number is shown, unless it is the one that is looked for", () => {
  expect(maskedNumber("N12345678")).toBe("••••••678");
  expect(maskedNumber("N12345678", "N12345678")).toBe("N12345678");
  expect(maskedNumber("")).toBe("");
  expect(maskedNumber("12")).toBe("12");
});
