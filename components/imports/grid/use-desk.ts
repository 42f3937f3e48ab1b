import { useMemo, useState } from "react";
import type { GridFilter, GridRow } from "@/lib/db/import/grid-words";
import { findPlace } from "./find-rows";
import type { FoundGrid, GridActions } from "./grid-actions";
import type { Place } from "./grid-keys";
import { withTexts } from "./paste-block";
import { useGridRows } from "./use-grid-rows";
import type { Mending } from "./use-mending";
import { usePaste } from "./use-paste";
import type { useUnsaved } from "./use-unsaved";

type Shown = { found: FoundGrid; filter: GridFilter; actions: GridActions | null };

/** The rows in sight, the cursor among them, and what is done to them. */
export function useDesk(
  { found, filter, actions }: Shown,
  mending: Mending,
  unsaved: ReturnType<typeof useUnsaved>,
) {
  const { record, index, columns } = found;
  const { id: importId, mendVersion, checkedVersion, state } = record;
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [jump, setJump] = useState<Place | null>(null);
  const version = `${checkedVersion} ${mendVersion} ${state}`;
  // A refreshed page brings equal values in new objects.
  const shown = JSON.stringify(filter);
  const anchors = useMemo(() => index.anchors.join(), [index.anchors]);
  const source = useMemo(
    () => ({
      ...{ importId, version, filter: JSON.parse(shown) },
      anchors: anchors === "" ? [] : anchors.split(",").map(Number),
    }),
    [importId, version, shown, anchors],
  );
  const { showAs, bring, ...rows } = useGridRows(source);
  const cursor = { ...place, row: Math.min(place.row, Math.max(0, index.total - 1)) };
  const { mend, takeBack } = mending;
  const onText = (changed: GridRow, column: number, text: string) => {
    showAs(cursor.row, withTexts(changed, [{ column, text }]));
    // What was not saved does not stand in the cell: it is offered beside the grid.
    const undone = () => showAs(cursor.row, changed);
    unsaved.save({ rowNo: changed.rowNo, column, text, seen: mendVersion }, undone);
  };
  const onType = ({ rowNo }: GridRow, column: number, text: string | null) => {
    if (text === null) unsaved.drop({ rowNo, column });
    else unsaved.keep({ rowNo, column, text, seen: mendVersion });
  };
  const paste = usePaste({ rows: index.total, columns }, bring, (cells, below) => {
    for (const [at, row] of below.entries()) {
      const own = cells.filter(({ rowNo }) => rowNo === row.rowNo);
      if (own.length > 0) showAs(cursor.row + at, withTexts(row, own));
    }
    mend?.({ kind: "cells", cells, seen: mendVersion });
  });
  const onRow = (changed: GridRow) => {
    if (changed.leftOut) takeBack?.({ rowNo: changed.rowNo, kind: "leaveOut" });
    else mend?.({ kind: "leaveOut", rowNos: [changed.rowNo] });
  };
  const goTo = (row: number) => {
    const next = { ...cursor, row };
    setPlace(next);
    setJump(next);
  };
  return {
    ...rows,
    ...{ cursor, setPlace, jump, goTo, pasteRefusal: paste.refusal },
    find: (rowNo: number) => findPlace(bring, source.anchors, rowNo),
    onPaste: (text: string) => void (actions === null ? null : paste.onPaste(text, cursor)),
    onText: actions === null ? null : onText,
    onType: actions === null ? null : onType,
    onRow: actions === null ? null : onRow,
  };
}
