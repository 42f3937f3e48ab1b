import "server-only";

/** Work on an import that the process died of so often is not begun again: it ends and says so. */
export const MOST_ATTEMPTS = 5;
