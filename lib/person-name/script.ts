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

/** What stands for letters in a file that was read as another code page: signs of no name, letters of Serbian, Ukrainian ones in wrong places. */
const FOREIGN =
  /[¤¦§©®¬±µ¶·†‡•‰€™¢£¥¿¡\u0080-\u009f]|[ЂђЉљЊњЋћЌќЏџЃѓЅѕЈј]|[Ґґ]|[бвгджзклмнпрстфхцчшщ]ї/iu;

/** True where letters look like those of another encoding: Kyrgyz and Kazakh files in PTCP154 or KZ-1048 come out so. */
export function hasForeignLetters(name: string): boolean {
  return FOREIGN.test(name);
}

/** True where letters were lost on the way: Windows-1251 turns Ң, Ө and Ү into "?". */
export function hasLostLetters(name: string): boolean {
  return /[?\uFFFD]/.test(name) && /[\p{L}?]/u.test(name);
}
