import { headingKey } from "./header/heading-key";

/** Headings that this program itself writes, in every language: they are its own when a file comes back. */
export type OwnHeadings = {
  /** Of the rows that stay out: the number of the row, and beside it the remarks. */
  columns: readonly (readonly [string, string])[];
  /** All columns of the template of a kind of file, one list a language. */
  templates: readonly (readonly string[])[];
};

export const NO_OWN: OwnHeadings = { columns: [], templates: [] };

/** The columns of a file that the program has added to it, 0-based: the number and the remarks, side by side in one language. */
export function ownColumns(
  header: readonly string[],
  { columns }: Pick<OwnHeadings, "columns">,
): ReadonlySet<number> {
  const keys = header.map(headingKey);
  const pairs = columns.map((pair) => pair.map(headingKey));
  const places = keys.flatMap((key, at) =>
    pairs.some(([row, remarks]) => key === row && keys[at + 1] === remarks) ? [at, at + 1] : [],
  );
  return new Set(places);
}

/** True where all headings are those of the program's template in one language; columns may have been deleted. */
export function isTemplate(
  header: readonly string[],
  { templates }: Pick<OwnHeadings, "templates">,
): boolean {
  const keys = header.map(headingKey).filter((key) => key !== "");
  return (
    keys.length > 1 &&
    templates.some((template) => {
      const known = new Set(template.map(headingKey));
      return keys.every((key) => known.has(key)) && keys.length * 2 >= known.size;
    })
  );
}
