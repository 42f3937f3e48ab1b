/** In place of the surname or the given name of somebody who has one name only, as the office has said. */
export const NO_NAME = "-";

const DASHES = /^[-‐‑‒–—−]+$/;

/** A part of a name, with any dash that stands for none as NO_NAME. */
export function orNoName(name: string): string {
  return DASHES.test(name) ? NO_NAME : name;
}

/** A part of a name in Latin and in Cyrillic; that there is none, said in one script, holds for the other. */
export function inBothScripts(latin: string, cyrillic: string): readonly [string, string] {
  const none = latin === NO_NAME || cyrillic === NO_NAME ? NO_NAME : "";
  return [latin || none, cyrillic || none];
}
