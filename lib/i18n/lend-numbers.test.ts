import { describe, expect, test } from "vitest";
import { lendNumbersToKyrgyz } from "./lend-numbers";

/** Number formats of a browser that has no Kyrgyz and whose own language is English. */
class Without extends Intl.NumberFormat {
  static override supportedLocalesOf(locales: string): string[] {
    return locales === "ky" ? [] : Intl.NumberFormat.supportedLocalesOf(locales);
  }
  constructor(locales?: Intl.LocalesArgument, options?: Intl.NumberFormatOptions) {
    super(locales === "ky" ? "en" : locales, options);
  }
}

const kyrgyz = new Intl.NumberFormat("ky");

describe("numbers on a Kyrgyz page", () => {
  test("are written in Kyrgyz in a browser that has none, as the server has written them", () => {
    const browser = { NumberFormat: Object.assign(Without, Intl.NumberFormat) };
    expect(new browser.NumberFormat("ky").format(1200)).toBe("1,200");
    lendNumbersToKyrgyz(browser);
    for (const number of [0, 7, 999, 1200, 12_345, 1_234_567, 0.5]) {
      expect(new browser.NumberFormat("ky").format(number)).toBe(kyrgyz.format(number));
    }
    expect(new browser.NumberFormat("en").format(1200)).toBe("1,200");
  });

  test("are left alone where Kyrgyz is known", () => {
    const server = { NumberFormat: Intl.NumberFormat };
    lendNumbersToKyrgyz(server);
    expect(server.NumberFormat).toBe(Intl.NumberFormat);
  });
});
