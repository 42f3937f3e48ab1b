const [QUOTE, LETTER_A, LETTER_Z, ZERO, NINE] = [34, 65, 90, 48, 57];
const FARTHEST = 20_000;

const codesOf = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const CELL = codesOf('<c r="');
const STYLE = codesOf(' s="');
const SHARED = codesOf(' t="s"');
const VALUE = codesOf("><v>");
const END = codesOf("</v></c>");

/** The same as startsWith, many times quicker on texts this short. */
function isAt(xml: string, at: number, codes: readonly number[]): boolean {
  for (let i = 0; i < codes.length; i += 1) {
    if (xml.charCodeAt(at + i) !== codes[i]) return false;
  }
  return true;
}

/** A cell as nearly all programs write it: <c r="B7" s="3" t="s"><v>12</v></c>, style and type left out where there is none. */
export type QuickCell = {
  /** 0-based. */
  column: number;
  /** Its number; -1: none. */
  style: number;
  /** True: the value is the place of a shared string. */
  shared: boolean;
  /** Digits, perhaps with a point. */
  value: string;
  /** Where the cell ends. */
  end: number;
};

/**
 * Reads a cell that begins at `at` and is written exactly so, without a search, into `cell`. False for any other:
 * it is to be read the long way.
 */
export function readQuickCell(xml: string, at: number, cell: QuickCell): boolean {
  if (!isAt(xml, at, CELL)) return false;
  let next = readReference(xml, at + 6, cell);
  if (next < 0) return false;
  cell.style = -1;
  if (isAt(xml, next, STYLE)) {
    const end = digitsEnd(xml, next + 4);
    if (xml.charCodeAt(end) !== QUOTE) return false;
    cell.style = Number(xml.slice(next + 4, end));
    next = end + 1;
  }
  cell.shared = isAt(xml, next, SHARED);
  if (cell.shared) next += 6;
  return readValue(xml, next, cell);
}

/** The column of a reference; returns what comes after its closing quote, -1 where it is none. */
function readReference(xml: string, from: number, cell: QuickCell): number {
  let at = from;
  let column = 0;
  for (let code = xml.charCodeAt(at); code >= LETTER_A && code <= LETTER_Z; ) {
    column = column * 26 + code - LETTER_A + 1;
    at += 1;
    code = xml.charCodeAt(at);
  }
  const end = digitsEnd(xml, at);
  if (at === from || end === at || column > FARTHEST || xml.charCodeAt(end) !== QUOTE) return -1;
  cell.column = column - 1;
  return end + 1;
}

function readValue(xml: string, from: number, cell: QuickCell): boolean {
  if (!isAt(xml, from, VALUE)) return false;
  const start = from + 4;
  let end = digitsEnd(xml, start);
  if (!cell.shared && xml[end] === ".") end = digitsEnd(xml, end + 1);
  if (end === start || !isAt(xml, end, END)) return false;
  cell.value = xml.slice(start, end);
  cell.end = end + 8;
  return true;
}

function digitsEnd(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at); code >= ZERO && code <= NINE; ) {
    at += 1;
    code = xml.charCodeAt(at);
  }
  return at;
}
