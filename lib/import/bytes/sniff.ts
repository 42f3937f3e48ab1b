import type { FoundInstead } from "../refusal";

/** What a file is by its first bytes; its name is not asked. */
export type Sniffed =
  | { is: "zip" }
  | { is: "compoundFile" }
  | { is: "text" }
  | { is: "other"; found: FoundInstead };

const SIGNATURES: readonly (readonly [string, Sniffed])[] = [
  ["504b0304", { is: "zip" }],
  ["504b0506", { is: "zip" }],
  ["d0cf11e0a1b11ae1", { is: "compoundFile" }],
  ["89504e47", { is: "other", found: "picture" }],
  ["ffd8ff", { is: "other", found: "picture" }],
  ["47494638", { is: "other", found: "picture" }],
  ["49492a00", { is: "other", found: "picture" }],
  ["4d4d002a", { is: "other", found: "picture" }],
  ["52494646", { is: "other", found: "picture" }],
  ["424d", { is: "other", found: "picture" }],
  ["25504446", { is: "other", found: "pdf" }],
  ["526172211a07", { is: "other", found: "archive" }],
  ["377abcaf271c", { is: "other", found: "archive" }],
  ["1f8b", { is: "other", found: "archive" }],
  ["425a68", { is: "other", found: "archive" }],
  ["fd377a585a00", { is: "other", found: "archive" }],
  ["7b5c727466", { is: "other", found: "document" }],
];

/** In Latin letters a byte order mark of UTF-8 is three of them. */
const MARKUP = /^(?:\u00ef\u00bb\u00bf)?\s*<(!doctype|html|head|body|table|\?xml|workbook|svg)/i;

/** Sniffs the first bytes (some thousands are enough). */
export function sniff(head: Uint8Array): Sniffed {
  const hex = Buffer.from(head.subarray(0, 16)).toString("hex");
  const known = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  if (known && (known[0] !== "424d" || isBitmap(head))) return known[1];
  if (hex.slice(8, 16) === "66747970") return { is: "other", found: "picture" };
  if (MARKUP.test(Buffer.from(head.subarray(0, 512)).toString("latin1"))) {
    return { is: "other", found: "html" };
  }
  return { is: "text" };
}

/** "BM" also begins honest words; a bitmap goes on with four reserved zero bytes. */
function isBitmap(head: Uint8Array): boolean {
  return head.length > 10 && head.subarray(6, 10).every((byte) => byte === 0);
}
