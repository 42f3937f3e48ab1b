// Reads an ICU message as far as a comparison of languages needs: its arguments, its tags, and
// the branches of its plurals.

/**
 * @typedef {{ names: Set<string>, plurals: { name: string, branches: string[] }[] }} Icu
 * `names` holds arguments as they are and tags as "<tag>".
 */

/**
 * @param {string} text an ICU message
 * @returns {Icu}
 * @throws {Error} where its brackets do not close or an argument has no name
 */
export function readIcu(text) {
  /** @type {Icu} */
  const icu = { names: new Set(), plurals: [] };
  const end = readText(text, 0, icu);
  if (end !== text.length) throw new Error("a closing bracket too many");
  return icu;
}

/** Reads up to the bracket that closes the surrounding branch, or to the end; returns where that is. */
function readText(text, start, icu) {
  let at = start;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "'" && /[{}<'#]/.test(text[at + 1] ?? "")) at = afterQuoted(text, at);
    else if (text[at] === "{") at = readArgument(text, at + 1, icu);
    else at = afterTag(text, at, icu);
  }
  return at;
}

/** ICU's apostrophe: '' is one apostrophe, '{…' is plain text up to the next apostrophe. */
function afterQuoted(text, at) {
  if (text[at + 1] === "'") return at + 2;
  const close = text.indexOf("'", at + 1);
  return close < 0 ? text.length : close + 1;
}

function afterTag(text, at, icu) {
  const tag = /^<\/?([a-zA-Z]\w*)\s*\/?>/.exec(text.slice(at));
  if (!tag) return at + 1;
  icu.names.add(`<${tag[1]}>`);
  return at + tag[0].length;
}

/** From behind the opening bracket to behind the closing one. */
function readArgument(text, start, icu) {
  const head = /^\s*([\w.]+)\s*(?:,\s*(\w+)\s*)?(,|\})/.exec(text.slice(start));
  if (!head) throw new Error(`no argument can be read at "${text.slice(start - 1, start + 20)}"`);
  const [all, name = "", kind = "", next] = head;
  icu.names.add(name);
  const at = start + all.length;
  if (next === "}") return at;
  if (!["plural", "selectordinal", "select"].includes(kind)) return afterStyle(text, at);
  return readBranches(text, at, { name, kind }, icu);
}

function afterStyle(text, at) {
  const close = text.indexOf("}", at);
  if (close < 0) throw new Error("a bracket does not close");
  return close + 1;
}

function readBranches(text, start, { name, kind }, icu) {
  const branches = [];
  let at = start;
  for (;;) {
    const head = /^\s*(?:offset:\d+\s*)?(=?[\w-]+)\s*\{/.exec(text.slice(at));
    if (!head) break;
    branches.push(head[1] ?? "");
    at = readText(text, at + head[0].length, icu) + 1;
  }
  const close = /^\s*\}/.exec(text.slice(at));
  if (!close) throw new Error(`the branches of "${name}" do not close`);
  if (!branches.includes("other")) throw new Error(`"${name}" has no branch "other"`);
  if (kind === "plural") icu.plurals.push({ name, branches });
  return at + close[0].length;
}
