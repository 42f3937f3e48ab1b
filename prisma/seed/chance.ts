/** A stream of chance: the same seed gives the same stream on every machine. */
export type Chance = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number; both ends belong. */
  int(from: number, to: number): number;
  /** True in a share `p` (0 to 1) of cases. */
  happens(p: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
};

/** Streams of different seeds have nothing to do with each other, so that a student does not move when another is added. */
export function chanceOf(seed: string): Chance {
  const next = sfc32(seed);
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(0, list.length - 1)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  };
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  return { next, int, happens: (p) => next() < p, pick, shuffled };
}

/** Chris Doty-Humphrey's small fast counter, 32 bits, from PractRand; stirred before use. */
function sfc32(seed: string): () => number {
  let a = hash(seed, 1);
  let b = hash(seed, 2);
  let c = hash(seed, 3);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let turn = 0; turn < 12; turn += 1) next();
  return next;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  }
  return value | 0;
}

/**
 * `count` items in the proportion of their shares (any positive numbers), exact to the nearest whole:
 * the largest remainders get what rounding leaves.
 */
export function allot<T>(count: number, shares: readonly (readonly [T, number])[]): T[] {
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  const parts = shares.map(([item, share], place) => {
    const exact = (count * share) / whole;
    return { item, place, amount: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const missing = count - parts.reduce((sum, { amount }) => sum + amount, 0);
  const favoured = [...parts].sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const part of favoured.slice(0, missing)) part.amount += 1;
  return parts.flatMap(({ item, amount }) => Array.from({ length: amount }, () => item));
}
