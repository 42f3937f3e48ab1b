import { attributeOf, elementsOf } from "./xml-elements";
import { plainXml } from "./xml-text";

/** Numbers of the formats that every spreadsheet has without naming them and that show a date or a time. */
const BUILT_IN = /^(?:1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/;
/** What in a format is no placeholder: quoted text, escaped letters, colours and conditions. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Of each cell style of styles.xml, whether a number in it is shown as a date or a time. */
export function dateStylesOf(styles: string): boolean[] {
  const xml = plainXml(styles);
  const codes = new Map(
    elementsOf(xml, "numFmt").map((format) => [
      attributeOf(format, "numFmtId"),
      attributeOf(format, "formatCode"),
    ]),
  );
  const cellStyles = /<cellXfs[\s>].*?<\/cellXfs>/s.exec(xml)?.[0] ?? "";
  return elementsOf(cellStyles, "xf").map((style) => {
    const id = attributeOf(style, "numFmtId");
    const code = codes.get(id);
    return code === undefined ? BUILT_IN.test(id) : isDateFormat(code);
  });
}

function isDateFormat(code: string): boolean {
  const [positive = ""] = code.replace(LITERAL, "").split(";");
  return /[dmyhs]/i.test(positive.replace(/general/i, ""));
}
