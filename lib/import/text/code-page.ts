/** Frequencies of letters in Russian text, per thousand; names and headings come near enough. */
const FREQUENCY: Readonly<Record<string, number>> = {
  а: 80,
  б: 16,
  в: 45,
  г: 17,
  д: 30,
  е: 85,
  ё: 1,
  ж: 9,
  з: 16,
  и: 74,
  й: 12,
  к: 35,
  л: 44,
  м: 32,
  н: 67,
  о: 110,
  п: 28,
  р: 47,
  с: 55,
  т: 63,
  у: 26,
  ф: 3,
  х: 10,
  ц: 5,
  ч: 14,
  ш: 7,
  щ: 4,
  ъ: 1,
  ы: 19,
  ь: 17,
  э: 3,
  ю: 6,
  я: 20,
};
/** Signs that are no letters and yet at home in tables. */
const AT_HOME = "№«»–—…“”„°\u00a0·•";
/** A text in the right page scores about 50, one that only says "въезд" and "выезд" 37; a handful of letters scores wildly. */
const ENOUGH = 25;
const FEW_LETTERS = 20;
/** Pages that offices no longer write: a text that fits one of them clearly better is not guessed at. */
const RIVALS = ["iso-8859-5", "x-mac-cyrillic"];
const CLEARLY = 1.25;
/** Different letters that a text must have before it is held to be in a page that is seldom met. */
const DISTINCT = 5;

/**
 * The code page of a text that is not UTF-8, from the counts of its bytes and of neighbours:
 * Cyrillic letters stand beside each other, the accented letters of Latin-1 beside plain ones.
 * Null where neither fits or another page fits better.
 */
export function likelyCodePage(
  histogram: Uint32Array,
  pairs: { highHigh: number; highAscii: number },
): "windows-1251" | "ibm866" | "koi8-r" | null {
  if (pairs.highAscii > pairs.highHigh / 3) return null;
  const fitOf = (page: string) => score(histogram, page).fit;
  const usual = fitOf("ibm866") > fitOf("windows-1251") ? "ibm866" : "windows-1251";
  // Seldom met, and near enough to the others that a few words of nonsense could fall to it.
  const koi8 =
    distinctOf(histogram) >= DISTINCT &&
    fitOf("koi8-r") >= Math.max(fitOf(usual) * CLEARLY, ENOUGH);
  const best = koi8 ? "koi8-r" : usual;
  const { fit, letters } = score(histogram, best);
  if (fit <= 0) return null;
  const rival = Math.max(...RIVALS.map(fitOf));
  const sure = letters < FEW_LETTERS || (fit >= ENOUGH && rival < fit * CLEARLY);
  return sure ? best : null;
}

function distinctOf(histogram: Uint32Array): number {
  return histogram.subarray(0x80).filter((count) => count > 0).length;
}

/** Mean frequency of the letters; whatever is neither letter nor at home counts against the page. */
function score(histogram: Uint32Array, page: string): { fit: number; letters: number } {
  const decoder = new TextDecoder(page);
  let sum = 0;
  let counted = 0;
  let letters = 0;
  for (let byte = 0x80; byte < 0x100; byte++) {
    const count = histogram[byte] ?? 0;
    const sign = decoder.decode(Uint8Array.of(byte));
    if (count === 0 || AT_HOME.includes(sign)) continue;
    const frequency = FREQUENCY[sign.toLowerCase()];
    counted += count;
    if (frequency !== undefined) letters += count;
    sum += count * (frequency ?? -100);
  }
  return { fit: counted === 0 ? 1 : sum / counted, letters };
}
