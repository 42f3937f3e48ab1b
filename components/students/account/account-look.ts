/** An account is looked at on screen, or printed, signed and handed over. */
export type AccountForm = "screen" | "paper";

/** The classes of its cells. */
export const LOOKS = {
  screen: {
    head: "h-row whitespace-nowrap border-rule-strong border-b bg-shade px-2.5 font-medium text-muted text-sm",
    cell: "h-row px-2.5 py-1.5 align-top",
    evidence: "min-w-72 text-sm",
  },
  paper: {
    head: "border border-ink px-1 py-0.5 align-bottom font-bold",
    cell: "border border-ink px-1 py-0.5 align-top",
    evidence: "",
  },
} as const;
