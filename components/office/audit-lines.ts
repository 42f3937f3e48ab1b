/** One value of what the audit keeps of an act, and the way to it: names of fields, or the place in a list. */
export type DetailLine = { path: readonly (string | number)[]; value: DetailValue };
/** `hidden`: a number of a document, which nobody reads in the audit. A list holds scalars of one field. */
export type DetailValue = Scalar | readonly Scalar[] | typeof HIDDEN;
export type Scalar = string | number | boolean | null;

/** Stands for a number of a document, under whatever key it was kept. */
export const HIDDEN = Symbol("hidden");

/** Fields that hold a number of a person's document. */
const SECRET = /^(document|passport|ownerDocument)(No|Number)?$|^(iin|pin)$/i;

/** What looks like the number of a document inside other words: up to two capital letters and six or more digits. */
const DOCUMENT_NUMBER = /(?<![\p{L}\d_-])\p{Lu}{0,2} ?\d{6,}(?![\p{L}\d_-])/gu;

/** Of a text: every number of a document in it is taken out. */
export function withoutNumbers(text: string): string {
  return text.replace(DOCUMENT_NUMBER, (found) => (found.startsWith(" ") ? " •••" : "•••"));
}

/** The detail of an event of the audit as lines, in its own order; empty objects and lists say nothing. */
export function detailLines(detail: Readonly<Record<string, unknown>>): DetailLine[] {
  return linesOf(detail, []);
}

function linesOf(value: unknown, path: DetailLine["path"]): DetailLine[] {
  const last = path.at(-1);
  if (typeof last === "string" && SECRET.test(last) && isText(value)) {
    return [{ path, value: HIDDEN }];
  }
  if (isScalar(value)) return [{ path, value: readable(value) }];
  if (Array.isArray(value)) return listLines(value, path);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, [...path, key]));
}

function listLines(items: readonly unknown[], path: DetailLine["path"]): DetailLine[] {
  if (items.length === 0) return [];
  if (items.every(isScalar)) return [{ path, value: items.map(readable) }];
  return items.flatMap((item, index) => linesOf(item, [...path, index + 1]));
}

function isText(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === "boolean" || isText(value);
}

function readable(value: Scalar): Scalar {
  return typeof value === "string" ? withoutNumbers(value) : value;
}
