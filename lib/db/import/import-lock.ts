import "server-only";

/** One import of an institution at a time compares, writes or is taken back: two can neither double nor deadlock. */
export const IMPORT_LOCK =
  "select pg_advisory_xact_lock(hashtextextended('import:' || current_institution()::text, 0))";
