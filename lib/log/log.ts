import "server-only";
import pino from "pino";

/** The program's own log, one JSON line an event, on standard output. No personal data goes in. */
export const log = pino({ name: "sanak", base: null });
