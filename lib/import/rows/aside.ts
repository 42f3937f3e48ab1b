import type { IssueCode } from "../row-issue";

/** Words that begin a line of totals, in four languages. */
const TOTAL =
  /^(?:итого|всего|подытог|жыйынтык|жыйынтыгы|жалпы|баары|бардыгы|барлығы|жиыны|total|subtotal|grand total|sum)(?![\p{L}\p{N}])/iu;
/** … and one with which somebody signs for the list, or says who made it. */
const SIGNATURE =
  /^(?:исполнитель|исп\.|подпись|подписал|составил|составитель|подготовил|проверил|утверждаю|согласовано|ответственн|директор|ректор|проректор|декан|начальник|руководитель|заведующ|м\.\s?п\.|дата (?:составления|печати|выгрузки|формирования)|примечание|аткаруучу|кол тамга|колу|түздү|түзгөн|даярдаган|жооптуу|башчы|signature|signed|prepared by|checked by|approved by|director|rector|dean|date of (?:print|report)|note)/iu;
const SIGNED_WITH = 4;
/** In the first cell of the example row of our templates; the Kyrgyz ones said «Үлгү» once, which is the template itself. */
export const EXAMPLE_MARK = /^(?:пример|мисал|үлгү|example)\s*[:—–-]/iu;

/**
 * What a row that is no fact is beside the list: the line of totals, a signature, the numbers of the columns
 * under a heading, the example of a template. Null: it is an error like any other.
 */
export function asideOf(cells: readonly string[]): IssueCode | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [first = ""] = filled;
  if (EXAMPLE_MARK.test(first)) return "exampleRow";
  if (TOTAL.test(first)) return "totalRow";
  if (filled.length <= SIGNED_WITH && SIGNATURE.test(first)) return "signatureRow";
  if (filled.length === 1 && /^[_\s.\-–—/]+$/.test(first)) return "signatureRow";
  const numbers = filled.length > 1 && filled.every((cell, i) => cell === String(i + 1));
  return numbers ? "columnNumbers" : null;
}
