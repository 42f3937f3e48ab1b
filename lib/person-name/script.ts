export type Script = "latin" | "cyrillic" | "mixed" | "none";

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** The script of the letters of a name; mixed letters in one word are typing errors worth telling. */
export function scriptOf(name: string): Script {
  const cyrillic = CYRILLIC.test(name);
  const latin = LATIN.test(name);
  if (cyrillic && latin) return "mixed";
  if (cyrillic) return "cyrillic";
  return latin ? "latin" : "none";
}

/** True where letters were lost on the way: Windows-1251 turns Ң, Ө and Ү into "?". */
export function hasLostLetters(name: string): boolean {
  return /[?\uFFFD]/.test(name) && /[\p{L}?]/u.test(name);
}
