import { useState } from "react";
import type { GridRow } from "@/lib/db/import/grid-words";
import { rowsFrom } from "./find-rows";
import type { Place } from "./grid-keys";
import { blockOf, changedCells, type PastedCell, type PasteRefusal } from "./paste-block";

/**
 * Pastes cells from a spreadsheet as one act: `onCells` gets those that are others than what stands there, with the rows
 * below the place. `refusal` says why the last text was not pasted.
 */
export function usePaste(
  extent: { rows: number; columns: number },
  bring: Parameters<typeof rowsFrom>[0],
  onCells: (cells: PastedCell[], below: readonly GridRow[]) => void,
) {
  const [refusal, setRefusal] = useState<PasteRefusal | null>(null);
  const onPaste = async (text: string, at: Place) => {
    const block = blockOf(text, at, extent);
    if (typeof block === "string") return setRefusal(block);
    const below = await rowsFrom(bring, block.row, block.lines.length);
    if (below === null) return;
    const cells = changedCells(block, below);
    setRefusal(typeof cells === "string" ? cells : null);
    if (typeof cells !== "string" && cells.length > 0) onCells(cells, below);
  };
  return { refusal, onPaste };
}
