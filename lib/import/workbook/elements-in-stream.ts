import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import { plainXml } from "./xml-text";

/**
 * Cuts the XML of a part, as it is unpacked, into its elements of one name (which do not nest): each
 * with its tags, prefixes removed; those that end in one chunk come together, which is cheaper by far than one by one.
 * Ends at `until`. Throws ImportRefused beyond LIMITS.rowBytes for one element or for what stands between two, and for a
 * part that declares entities: no spreadsheet does, and they are the stuff of bombs.
 */
export async function* elementsInStream(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  until: string,
  onHead: (xml: string) => void = () => {},
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const cutter = new Cutter(name, until, onHead);
  for await (const chunk of chunks) {
    cutter.add(decode(decoder, chunk));
    yield cutter.elements();
    if (cutter.ended) return;
  }
  cutter.add(decode(decoder, new Uint8Array(), false));
  yield cutter.elements();
  if (!cutter.ended) throw new ImportRefused({ code: "brokenFile" });
}

function decode(decoder: TextDecoder, chunk: Uint8Array, stream = true): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    throw new ImportRefused({ code: "brokenFile" });
  }
}

class Cutter {
  readonly #open: RegExp;
  readonly #until: string;
  readonly #onHead: (xml: string) => void;
  readonly #name: string;
  #text = "";
  #at = 0;
  #searched = 0;
  #close: string | null = null;
  ended = false;

  constructor(name: string, until: string, onHead: (xml: string) => void) {
    this.#name = name;
    this.#open = new RegExp(`<(\\w+:)?${name}(?=[\\s>/])`, "g");
    this.#until = until;
    this.#onHead = onHead;
  }

  add(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#searched = Math.max(0, this.#searched - this.#at);
    this.#at = 0;
  }

  /** Those that have ended; throws only after the ones before the fault were given. */
  elements(): string[] {
    if (this.#close === null && !this.#begin()) return [];
    const found: string[] = [];
    for (let element = this.#next(); element !== null; element = this.#next()) found.push(element);
    if (found.length === 0 && this.#text.length - this.#at > LIMITS.rowBytes) {
      throw new ImportRefused({ code: "zipBomb" });
    }
    return found;
  }

  /** What comes before the first element; its tag shows the prefix of all. */
  #begin(): boolean {
    this.#open.lastIndex = 0;
    const first = this.#open.exec(this.#text);
    const end = this.#text.search(endTag(this.#until));
    const head = Math.min(
      first?.index ?? Number.POSITIVE_INFINITY,
      end < 0 ? Number.POSITIVE_INFINITY : end,
    );
    if (head === Number.POSITIVE_INFINITY) {
      if (this.#text.length > LIMITS.rowBytes) throw new ImportRefused({ code: "zipBomb" });
      return false;
    }
    const xml = plainXml(this.#text.slice(0, head));
    if (xml.includes("<!ENTITY")) throw new ImportRefused({ code: "zipBomb" });
    this.#onHead(xml);
    this.#close = `</${first?.[1] ?? ""}${this.#name}>`;
    this.#at = head;
    this.#searched = head;
    return true;
  }

  #next(): string | null {
    this.#open.lastIndex = this.#at;
    const found = this.#open.exec(this.#text);
    if (found === null) {
      this.ended = endTag(this.#until).test(this.#text.slice(this.#at));
      return null;
    }
    const start = found.index;
    const tagEnd = this.#text.indexOf(">", start);
    if (tagEnd < 0) return null;
    if (this.#text[tagEnd - 1] === "/") return this.#take(start, tagEnd + 1);
    const close = this.#close ?? "";
    const end = this.#text.indexOf(close, Math.max(tagEnd, this.#searched));
    if (end < 0) {
      this.#searched = Math.max(0, this.#text.length - close.length);
      return null;
    }
    return this.#take(start, end + close.length);
  }

  #take(start: number, end: number): string {
    const element = this.#text.slice(start, end);
    this.#at = end;
    this.#searched = end;
    return plainXml(element);
  }
}

/** The end of the list, or the list as one empty tag. */
function endTag(name: string): RegExp {
  return new RegExp(`</(?:\\w+:)?${name}\\s*>|<(?:\\w+:)?${name}(?:\\s[^<>]*)?/>`);
}
