import "server-only";

const BETWEEN_MS = 500;

/**
 * The same function, which does nothing where it was called a moment before. Progress is for people's eyes, and each
 * telling is a transaction that leaves one more dead version of the import's row behind while the long one is open.
 */
export function seldom<Args extends unknown[]>(
  tell: (...args: Args) => Promise<unknown>,
): (...args: Args) => Promise<void> {
  let next = 0;
  return async (...args) => {
    if (performance.now() < next) return;
    await tell(...args);
    next = performance.now() + BETWEEN_MS;
  };
}
