// Finds which texts the source asks for. It reads text, not syntax: what it cannot follow (a key in
// a variable) counts as a use of everything below the translator's namespace.

/** @typedef {{ pattern: RegExp, literal: boolean, where: string }} Use `pattern` matches full keys */

const BINDING =
  /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations|createTranslator)\(([^)]*)\)/g;

/** A call of a name with a key: in quotes, as a template, or as something else. */
const CALL =
  /(?<![\w.])(\w+)(?:\.(?:rich|markup|raw|has))?\(\s*(?:"([^"\n]+)"|`([^`]*)`|([^\s"'`)]))/g;

/**
 * @param {string} source the text of one file
 * @param {string} where its path, for messages
 * @returns {Use[]}
 */
export function findUses(source, where) {
  const bound = boundNamespaces(source);
  return [...source.matchAll(CALL)]
    .map(([, name = "", literal, template]) => {
      return { name, key: literal ?? template, namespaces: bound.get(name) };
    })
    .filter(
      ({ name, key, namespaces }) =>
        namespaces !== undefined || (name === "t" && key !== undefined),
    )
    .map(({ name, key, namespaces }) => ({
      pattern: new RegExp(`^${prefixOf(namespaces)}${key === undefined ? ".+" : patternOf(key)}$`),
      literal: key !== undefined && namespaces !== undefined,
      where: `${where}: ${name}(${key === undefined ? "…" : `"${key}"`})`,
    }));
}

/** Which namespaces a name stands for in this file; two functions may use one name for two. */
function boundNamespaces(source) {
  const bound = new Map();
  for (const [, name, argument = ""] of source.matchAll(BINDING)) {
    const namespace =
      /namespace:\s*"([^"]+)"/.exec(argument)?.[1] ?? /^\s*"([^"]+)"/.exec(argument)?.[1] ?? "";
    bound.set(name, [...(bound.get(name) ?? []), namespace]);
  }
  return bound;
}

/** A translator that came as a parameter may have any namespace. */
function prefixOf(namespaces) {
  if (namespaces === undefined) return "(?:.+\\.)?";
  const each = namespaces.map((namespace) => (namespace === "" ? "" : `${escaped(namespace)}\\.`));
  return `(?:${each.join("|")})`;
}

/** "a.${x}.b" matches whatever stands for x. */
function patternOf(key) {
  return key
    .split(/\$\{[^}]*\}/)
    .map(escaped)
    .join(".+");
}

function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
