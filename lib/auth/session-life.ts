import "server-only";

/** How long a session lasts without signing in again: a working week and its weekend. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
