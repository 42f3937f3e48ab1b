import { useCallback, useEffect, useState } from "react";
import {
  dropUnsaved,
  keepUnsaved,
  listUnsaved,
  type Typist,
  type UnsavedCell,
} from "./unsaved-cells";
import type { Mending } from "./use-mending";

/**
 * Texts that are typed into cells, kept in the tab until the server has them: a session that ends or a server that is away
 * loses none. `offered` are those that were not saved; `mendVersion` is what the person sees now.
 */
export function useUnsaved(
  { person, importId }: Typist,
  mendVersion: number,
  mend: Mending["mend"],
) {
  const [offered, setOffered] = useState<readonly UnsavedCell[]>([]);
  const offer = useCallback(
    () => setOffered(listUnsaved(sessionStorage, { person, importId })),
    [person, importId],
  );
  useEffect(offer, [offer]);
  const keep = (cell: UnsavedCell) => keepUnsaved(sessionStorage, { person, importId }, cell);
  const drop = (place: Pick<UnsavedCell, "rowNo" | "column">) => {
    dropUnsaved(sessionStorage, { person, importId }, place);
    setOffered((before) =>
      before.filter(({ rowNo, column }) => rowNo !== place.rowNo || column !== place.column),
    );
  };
  const save = (cell: UnsavedCell, otherwise?: () => void) => {
    keep(cell);
    const { seen, ...one } = cell;
    mend?.(
      { kind: "cells", cells: [one], seen },
      () => drop(cell),
      () => {
        // The refusal says why, and the page shows what there is by now: whoever saves it all the same has seen that.
        keep({ ...cell, seen: mendVersion });
        offer();
        otherwise?.();
      },
    );
  };
  return { offered, keep, drop, save };
}

export type Unsaved = ReturnType<typeof useUnsaved>;
