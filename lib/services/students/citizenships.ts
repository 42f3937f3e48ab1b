import { MEANINGS } from "@/lib/import/meanings";

/** What a student's citizenship may be: ISO 3166-1 alpha-2, as a roster's words are read. */
export const CITIZENSHIPS: readonly string[] = MEANINGS.citizenship;
