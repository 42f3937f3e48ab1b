/** Letters and signs of the scripts that lists are mostly written in. */
const AT_HOME = /[\p{ASCII}\p{Script=Latin}\p{Script=Cyrillic}\u2010-\u2122\u00a0-\u00bf]/gu;
const STRANGE = /[\p{Cn}\p{Co}\p{Cs}\ufffd]/u;
/** Zero bytes are the upper halves of ASCII letters; of the lower halves hardly any is zero. */
const CLEARLY = 20;
const HALF = 0.5;

/**
 * UTF-16 without a byte order mark: the zero bytes of separators and digits all stand at odd places or all at even ones, and
 * the text that comes out has no control characters and is mostly of known scripts. Null where it is no such text.
 */
export async function findUtf16(
  chunks: () => AsyncIterable<Uint8Array>,
  controls: RegExp,
): Promise<"utf-16le" | "utf-16be" | null> {
  const { even, odd, length } = await countZeros(chunks());
  if (length % 2 !== 0 || even + odd === 0) return null;
  const likely = odd > even * CLEARLY ? "utf-16le" : "utf-16be";
  if (likely === "utf-16be" && even <= odd * CLEARLY) return null;
  return (await readsAs(likely, chunks(), controls)) ? likely : null;
}

async function countZeros(chunks: AsyncIterable<Uint8Array>) {
  const zeros = [0, 0];
  let length = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 1) {
      const place = (length + at) % 2;
      if (chunk[at] === 0) zeros[place] = (zeros[place] ?? 0) + 1;
    }
    length += chunk.length;
  }
  return { even: zeros[0] ?? 0, odd: zeros[1] ?? 0, length };
}

async function readsAs(
  encoding: "utf-16le" | "utf-16be",
  chunks: AsyncIterable<Uint8Array>,
  controls: RegExp,
): Promise<boolean> {
  const decoder = new TextDecoder(encoding);
  let letters = 0;
  let known = 0;
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (controls.test(text) || STRANGE.test(text)) return false;
    letters += text.length;
    known += text.match(AT_HOME)?.length ?? 0;
  }
  return decoder.decode() === "" && known > letters * HALF;
}
