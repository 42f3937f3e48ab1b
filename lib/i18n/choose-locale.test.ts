import { describe, expect, test } from "vitest";
import { chooseLocale } from "./choose-locale";

describe("the language of a request", () => {
  test("is the one that was chosen before, whatever the browser prefers", () => {
    expect(chooseLocale("ky", "en-US,en;q=0.9")).toBe("ky");
  });

  test("is the most wanted of the browser's that Sanak speaks", () => {
    expect(chooseLocale(undefined, "kk,en;q=0.6,ky-KG;q=0.8")).toBe("ky");
    expect(chooseLocale(undefined, "en-GB")).toBe("en");
  });

  test("is none that the browser refuses", () => {
    expect(chooseLocale(undefined, "en;q=0, ky;q=0.1")).toBe("ky");
  });

  test("is Russian where nothing is known, and where a cookie names no language", () => {
    expect(chooseLocale(undefined, null)).toBe("ru");
    expect(chooseLocale("de", "zh-CN,*;q=0.5")).toBe("ru");
  });
});
