const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};
const LARGEST_LETTER = 0x10ffff;

/** Text or an attribute without entities; declared ones are not expanded, whatever they stand for. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|lt|gt|quot|apos|amp);/gi,
    (entity, hex?: string, decimal?: string) =>
      hex || decimal ? letterOf(hex, decimal) : (ENTITIES[entity] ?? entity),
  );
}

/** The text of a cell: spreadsheets write some letters as _xHHHH_. */
export function cellTextOf(xml: string): string {
  const text = unescapeXml(xml);
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** All <t> of a string item or an inline string, one after another, without the readings (rPh) above them. */
export function richText(xml: string): string {
  const plain = xml.includes("<rPh") ? replaced(xml, "<rPh", "</rPh>", () => "") : xml;
  let text = "";
  for (let at = plain.indexOf("<t"); at >= 0; at = plain.indexOf("<t", at + 2)) {
    const after = plain[at + 2];
    if (after !== ">" && after !== " " && after !== "\n") continue;
    const start = plain.indexOf(">", at) + 1;
    if (plain[start - 2] === "/") continue;
    const end = plain.indexOf("</t", start);
    if (start === 0 || end < 0) break;
    text += plain.slice(start, end);
  }
  return cellTextOf(text);
}

/** XML without namespace prefixes, comments and CDATA: nearly all of it has none and is returned as it is. */
export function plainXml(xml: string): string {
  const bare = xml.includes("<!")
    ? replaced(
        replaced(xml, "<!--", "-->", () => ""),
        "<![CDATA[",
        "]]>",
        (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
      )
    : xml;
  return hasPrefix(bare) ? bare.replace(/<(\/?)\w+:/g, "<$1") : bare;
}

/**
 * A text with every piece between two marks replaced, the marks too. Each letter is looked at once: a pattern would
 * search to the end again for each opening mark that is never closed.
 */
function replaced(
  text: string,
  open: string,
  close: string,
  by: (inner: string) => string,
): string {
  let made = "";
  let from = 0;
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at + open.length);
    if (end < 0) break;
    made += text.slice(from, at) + by(text.slice(at + open.length, end));
    from = end + close.length;
  }
  return made + text.slice(from);
}

const PREFIXED = /<\/?\w+:/y;

/** A prefix, where there is one, stands at every element: it shows at the first two. */
function hasPrefix(xml: string): boolean {
  const first = xml.indexOf("<");
  return isPrefixed(xml, first) || isPrefixed(xml, xml.indexOf("<", first + 1));
}

function isPrefixed(xml: string, at: number): boolean {
  PREFIXED.lastIndex = at;
  return at >= 0 && PREFIXED.test(xml);
}

function letterOf(hex: string | undefined, decimal: string | undefined): string {
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= LARGEST_LETTER ? String.fromCodePoint(code) : "";
}
