type DoubleKey = { key: string; line: number };

/** Line ends, brackets, and texts with the colon that makes a key of them. */
const TOKEN = /\n|[{}[\]]|("(?:\\.|[^"\\])*")(\s*:)?/g;

/**
 * Keys that one object of a JSON text gives twice, each with its line: JSON.parse would silently take the
 * last. The text must be JSON.
 */
export function doubleKeys(text: string): DoubleKey[] {
  const found: DoubleKey[] = [];
  const open: Set<string>[] = [];
  let line = 1;
  for (const [token, quoted = "", colon] of text.matchAll(TOKEN)) {
    if (colon !== undefined) {
      const key = String(JSON.parse(quoted));
      if (open.at(-1)?.has(key)) found.push({ key, line });
      open.at(-1)?.add(key);
    } else if (/^[{[]$/.test(token)) open.push(new Set());
    else if (/^[}\]]$/.test(token)) open.pop();
    line += token.split("\n").length - 1;
  }
  return found;
}
