const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

/** The start tags of a small XML text by local name, as written. */
export function elementsOf(xml: string, name: string): string[] {
  const tags = xml.matchAll(/<(?:\w+:)?(\w+)(?:\s(?:"[^"]*"|'[^']*'|[^>"'])*)?>/g);
  return [...tags].filter(([, local]) => local === name).map(([tag]) => tag);
}

/** An attribute of a start tag by local name; "" where it has none. */
export function attributeOf(tag: string, name: string): string {
  for (const [, local, double, single] of tag.matchAll(
    /\s(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (local === name) return unescapeXml(double ?? single ?? "");
  }
  return "";
}

function unescapeXml(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) => letterOf(hex, decimal))
    .replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function letterOf(hex: string | undefined, decimal: string | undefined): string {
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
