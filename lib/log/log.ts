import "server-only";
import pino from "pino";

/** Of an error only what cannot hold a row's values: PostgreSQL puts keys into `detail` and parameters beside it. */
function errorForLog(error: Error & { code?: unknown }): Record<string, unknown> {
  return { type: error.name, code: error.code, message: error.message, stack: error.stack };
}

/** The program's own log, one JSON line an event, on standard output. No personal data goes in. */
export const log = pino({ name: "sanak", base: null, serializers: { err: errorForLog } });
