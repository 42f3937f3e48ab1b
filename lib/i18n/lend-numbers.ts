/**
 * Browsers come without Kyrgyz, and Intl then writes numbers in the browser's own way: "1,200" on a Kyrgyz page,
 * which the server has drawn with "1 200". Russian writes numbers just as Kyrgyz does, so there it stands in. Call
 * before anything is drawn; where Kyrgyz is known, nothing changes.
 */
export function lendNumbersToKyrgyz(intl: { NumberFormat: typeof Intl.NumberFormat }): void {
  const Known = intl.NumberFormat;
  if (Known.supportedLocalesOf("ky").length > 0) return;
  intl.NumberFormat = new Proxy(Known, {
    construct: (target, [locales, options]) => new target(standIn(locales), options),
    apply: (target, _this, [locales, options]) => target(standIn(locales), options),
  });
}

function standIn(locales: Intl.LocalesArgument): Intl.LocalesArgument {
  return locales === "ky" ? "ru" : locales;
}
