/**
 * With which the application runs, measured where it makes most garbage, reading a log of a million rows. V8 would let new objects fill
 * up to 96 MB before it looks which of them are still needed, and what it moves on pile up to a multiple of what is in use, the more
 * so the longer rows wait for a busy database: 250 to 430 MB in all. With a sixth of that room, and the pile held to a quarter above what
 * is in use, it is 225 MB, in the same time.
 */
export const NODE_FLAGS: readonly string[] = [
  "--max-semi-space-size=16",
  "--heap-growing-percent=25",
];
