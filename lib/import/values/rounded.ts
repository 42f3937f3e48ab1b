const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;

/** True for a number that a spreadsheet has rounded to 1,23E+08: its last digits are lost. */
export function isRounded(text: string): boolean {
  return SCIENTIFIC.test(text);
}
