import { unescapeXml } from "./xml-text";

const NAME = /<(?:\w+:)?(\w+)(?=[\s/>])/y;

/**
 * The start tags of a small XML text by local name, as written. Each letter is looked at once, whatever the text: a tag
 * that never ends ends the search.
 */
export function elementsOf(xml: string, name: string): string[] {
  const tags: string[] = [];
  for (let at = xml.indexOf("<"); at >= 0; ) {
    NAME.lastIndex = at;
    const found = NAME.exec(xml);
    if (found === null) {
      at = xml.indexOf("<", at + 1);
      continue;
    }
    const end = tagEnd(xml, at + found[0].length);
    if (end < 0) break;
    if (found[1] === name) tags.push(xml.slice(at, end + 1));
    at = xml.indexOf("<", end + 1);
  }
  return tags;
}

/** Where a start tag ends, the values of its attributes passed over; -1: nowhere. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml[at];
    if (letter === ">") return at;
    if (letter !== '"' && letter !== "'") continue;
    at = xml.indexOf(letter, at + 1);
    if (at < 0) return -1;
  }
  return -1;
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
