/** Letters wrong, missing, too many or swapped with their neighbour between two words or names; anything above `limit` is limit + 1. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = nextRow(a, b, i, { before, row });
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, limit + 1);
}

/** The distances of the first i letters of a to every beginning of b, from those of fewer letters. */
function nextRow(
  a: string,
  b: string,
  i: number,
  { before, row }: { before: readonly number[]; row: readonly number[] },
): number[] {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swap = swapped ? (before[j - 2] ?? 0) + 1 : change;
    next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
  }
  return next;
}
