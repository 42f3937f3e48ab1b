import { unescapeXml } from "./xml-text";

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
