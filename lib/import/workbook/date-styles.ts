import { attributeOf, elementsOf } from "./xml-elements";
import { plainXml } from "./xml-text";

/** Numbers of the formats that every spreadsheet has without naming them and that show a date or a time. */
const BUILT_IN = /^(?:1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/;
/** Those of them that show a time of day, be it beside a date. */
const BUILT_IN_TIME = /^(?:1[89]|2[0-2]|3[2-5]|4[5-7]|5[56])$/;
/** What in a format is no placeholder: quoted text, escaped letters, colours and conditions. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** As what a cell shows a number: as a day alone, as a moment or a time of day, or as the number (null). */
export type DateStyle = "day" | "moment" | null;

/** Of each cell style of styles.xml, as what a number in it is shown. */
export function dateStylesOf(styles: string): DateStyle[] {
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
    return code === undefined ? builtInStyle(id) : styleOf(code);
  });
}

function builtInStyle(id: string): DateStyle {
  if (BUILT_IN_TIME.test(id)) return "moment";
  return BUILT_IN.test(id) ? "day" : null;
}

function styleOf(code: string): DateStyle {
  const [positive = ""] = code.replace(LITERAL, "").split(";");
  const signs = positive.replace(/general/i, "");
  if (/[hs]/i.test(signs)) return "moment";
  return /[dmy]/i.test(signs) ? "day" : null;
}
