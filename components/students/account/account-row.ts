import type { LedgerDay } from "@/lib/compliance/ledger";

/** A day of the account, with its running number in the count; null: it is not in the count. */
export type AccountRow = LedgerDay & { number: number | null };
