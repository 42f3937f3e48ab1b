import type { ImportState } from "@/lib/db/import/import-words";

/** How it is said what becomes of rows: it is ahead, it was done, or it would have been done and nothing was written. */
export type Tense = "will" | "was" | "would";

export function tenseOf(state: ImportState): Tense {
  switch (state) {
    case "uploaded":
    case "reading":
    case "ready":
    case "committing":
      return "will";
    case "committed":
    case "undoing":
    case "undone":
      return "was";
    case "refused":
    case "failed":
    case "discarded":
      return "would";
  }
}
