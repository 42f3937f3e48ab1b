import { useLocale } from "next-intl";

type Names = { nameLatin: string; nameCyrillic: string };

/** The name that a reader of the language looks for, and the other one; the second may be empty. */
export function namesFor(locale: string, { nameLatin, nameCyrillic }: Names): [string, string] {
  if (nameCyrillic === "") return [nameLatin, ""];
  return locale === "en" ? [nameLatin, nameCyrillic] : [nameCyrillic, nameLatin];
}

/** A student's name where there is room for one script only. */
export function StudentName(names: Names) {
  return namesFor(useLocale(), names)[0];
}
