import { describe, expect, test, vi } from "vitest";
import { countryName } from "./country-name";

describe("a country", () => {
  test("has its name in each language", () => {
    expect(countryName("KZ", "ru")).toBe("Казахстан");
    expect(countryName("KZ", "ky")).toBe("Казакстан");
    expect(countryName("KZ", "en")).toBe("Kazakhstan");
  });

  test("is named as Kyrgyzstan names it, which in Russian is not as Intl does", () => {
    expect(countryName("KG", "ru")).toBe("Кыргызстан");
    expect(countryName("KG", "ky")).toBe("Кыргызстан");
    expect(countryName("KG", "en")).toBe("Kyrgyzstan");
  });

  test("that nobody knows is its code", () => {
    expect(countryName("ZZ", "ru")).not.toBe("");
    expect(countryName("QX", "ru")).toBe("QX");
  });

  test("is named in Russian where a browser has no Kyrgyz, never in the browser's own language", () => {
    const Known = Intl.DisplayNames;
    class WithoutKyrgyz extends Known {
      constructor(locales: string[], options: Intl.DisplayNamesOptions) {
        super([...locales.filter((locale) => locale !== "ky"), "en"], options);
      }
    }
    vi.stubGlobal("Intl", { DisplayNames: WithoutKyrgyz });
    try {
      expect(countryName("KZ", "ky")).toBe("Казахстан");
      expect(countryName("KG", "ky")).toBe("Кыргызстан");
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
