import type { Delimiter } from "../file-format";

/** A cell, where the next begins, and whether it ends its record. Null: the text ends within it. */
type Cell = { text: string; next: number; last: boolean } | null;

const QUOTE = '"';
const LF = 10;
const CR = 13;

/** Finds a letter again and again in a text, ever further on, and searches every part of it once. */
function finder(text: string, letter: string): (from: number) => number {
  let found = text.indexOf(letter);
  return (from) => {
    if (found !== -1 && found < from) found = text.indexOf(letter, from);
    return found === -1 ? text.length : found;
  };
}

/**
 * Takes a delimited text piece by piece and gives its records as soon as they are whole. Lines end with LF, CRLF or CR.
 * A quote at the beginning of a cell opens a quoted one, in which a doubled quote is a quote; anywhere else it is a
 * letter, and a cell with letters after its closing quote is taken as it stands.
 */
export class RecordParser {
  readonly #delimiter: string;
  readonly #separator: number;
  readonly #longest: number;
  /** What has come and is in no record yet. */
  #text = "";
  #ended = false;

  /** `longest`: how many letters a record may have. */
  constructor(delimiter: Delimiter, longest = Number.POSITIVE_INFINITY) {
    this.#longest = longest;
    this.#delimiter = delimiter;
    this.#separator = delimiter.charCodeAt(0);
  }

  /** True once a record is too long, whole or not: it and what follows are not given. */
  get tooLong(): boolean {
    return this.#text.length > this.#longest;
  }

  /** True after the end where a quote is still open. */
  get unclosed(): boolean {
    return this.#ended && this.#text !== "" && !this.tooLong;
  }

  /** The records that are whole with this piece. */
  push(piece: string): string[][] {
    this.#text += piece;
    return this.#take();
  }

  /** The records that are left. */
  end(): string[][] {
    this.#ended = true;
    return this.#take();
  }

  #take(): string[][] {
    const text = this.#text;
    const records: string[][] = [];
    const [nextQuote, nextLf, nextCr] = [
      finder(text, QUOTE),
      finder(text, "\n"),
      finder(text, "\r"),
    ];
    let at = 0;
    while (at < text.length) {
      const lineEnd = Math.min(nextLf(at), nextCr(at));
      const quoted = nextQuote(at) < lineEnd;
      const cells: string[] = [];
      const next = quoted ? this.#quotedRecord(text, at, cells) : this.#afterLine(text, lineEnd);
      if (next === null || next - at > this.#longest) break;
      records.push(quoted ? cells : text.slice(at, lineEnd).split(this.#delimiter));
      at = next;
    }
    this.#text = text.slice(at);
    return records;
  }

  /** Where the line after this line's end begins; null where more of the text is needed to know. */
  #afterLine(text: string, lineEnd: number): number | null {
    if (text.charCodeAt(lineEnd) === LF) return lineEnd + 1;
    if (lineEnd + 1 >= text.length && !this.#ended) return null;
    return text.charCodeAt(lineEnd + 1) === LF ? lineEnd + 2 : Math.min(lineEnd + 1, text.length);
  }

  /** Puts a record's cells into `cells` and returns where the next begins; null: the text ends within it. */
  #quotedRecord(text: string, start: number, cells: string[]): number | null {
    for (let at = start; ; ) {
      const cell =
        text[at] === QUOTE ? this.#quotedCell(text, at + 1) : this.#plainCell(text, at, at);
      if (cell === null) return null;
      cells.push(cell.text);
      at = cell.next;
      if (cell.last) return at;
    }
  }

  /** A cell from `start` of which everything before `from` belongs to it in any case. */
  #plainCell(text: string, start: number, from: number): Cell {
    let at = from;
    while (at < text.length && !this.#ends(text, at)) at += 1;
    return this.#ended || at < text.length ? this.#cell(text, text.slice(start, at), at) : null;
  }

  #ends(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    return code === this.#separator || code === LF || code === CR;
  }

  /** A cell whose quote opened before `from`. */
  #quotedCell(text: string, from: number): Cell {
    let content = "";
    for (let at = from; ; at += 2) {
      const close = text.indexOf(QUOTE, at);
      if (close === -1 || (close + 1 === text.length && !this.#ended)) return null;
      content += text.slice(at, close);
      at = close;
      if (text[close + 1] !== QUOTE) return this.#afterClosing(text, content, close);
      content += QUOTE;
    }
  }

  /** A quoted cell whose closing quote stands at `close`; where letters follow it, all of it is taken as it stands. */
  #afterClosing(text: string, content: string, close: number): Cell {
    if (close + 1 === text.length || this.#ends(text, close + 1)) {
      return this.#cell(text, content, close + 1);
    }
    const rest = this.#plainCell(text, close, close + 1);
    return rest === null ? null : { ...rest, text: QUOTE + content + rest.text };
  }

  /** The cell that ends before `end`, where a separator, a line's end or the end of the text stands. */
  #cell(text: string, content: string, end: number): Cell {
    if (text.charCodeAt(end) === this.#separator)
      return { text: content, next: end + 1, last: false };
    const next = this.#afterLine(text, end);
    return next === null ? null : { text: content, next, last: true };
  }
}
