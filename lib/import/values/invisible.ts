/** Zero-width space, word joiner, byte order mark, soft hyphen, marks of direction: copied along from web pages and other programs. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text without signs that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}
