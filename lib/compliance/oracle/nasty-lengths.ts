import fc from "fast-check";

/** Lengths at which something happens, and any other. */
const LENGTHS = [1, 2, 5, 10, 28, 29, 30, 31, 58, 60, 61, 88, 89, 90, 91, 92, 120, 179, 180, 181];
export const length = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.constantFrom(...LENGTHS),
  fc.integer({ min: 1, max: 200 }),
);
