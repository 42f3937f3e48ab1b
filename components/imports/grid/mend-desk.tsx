"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { type GridFilter, type GridRow, MOST_ROWS } from "@/lib/db/import/grid-words";
import { hasUncheckedMends } from "@/lib/db/import/import-words";
import { ActList } from "./act-list";
import { CellBar } from "./cell-bar";
import type { FoundGrid, GridActions } from "./grid-actions";
import type { Place } from "./grid-keys";
import { GroupList } from "./group-list";
import { ReplacePanel } from "./replace-panel";
import { type Column, RowsGrid } from "./rows-grid";
import { ShownLinks } from "./shown-links";
import { useGridRows } from "./use-grid-rows";
import { type Mending, useMending } from "./use-mending";

const LETTER = 7.5;
const [NARROWEST, WIDEST] = [90, 260];

/** As wide as the heading and the first values need, within bounds. */
function columnsOf({ header, columns, record }: FoundGrid): Column[] {
  return Array.from({ length: columns }, (_, column) => {
    const heading = header[column] ?? "";
    const samples = record.format?.columns?.[column]?.samples ?? [];
    const letters = Math.max(heading.length + 3, ...samples.map((sample) => sample.length));
    return { heading, width: Math.min(WIDEST, Math.max(NARROWEST, letters * LETTER + 40)) };
  });
}

type Shown = {
  found: FoundGrid;
  filter: GridFilter;
  /** Null: the rows are shown as they are. */
  actions: GridActions | null;
};

/** The rows in sight, the cursor among them, and what is done to them. */
function useDesk({ found: { record, index }, filter, actions }: Shown) {
  const { id: importId, mendVersion, checkedVersion, state } = record;
  const mending = useMending(importId, actions);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const version = `${checkedVersion} ${mendVersion} ${state}`;
  // A refreshed page brings equal values in new objects.
  const [shown, anchors] = [JSON.stringify(filter), index.anchors.join()];
  const source = useMemo(
    () => ({
      ...{ importId, version, filter: JSON.parse(shown) },
      anchors: anchors === "" ? [] : anchors.split(",").map(Number),
    }),
    [importId, version, shown, anchors],
  );
  const { rowAt, see, showAs, isFailed } = useGridRows(source);
  const cursor = { ...place, row: Math.min(place.row, Math.max(0, index.total - 1)) };
  const { mend, takeBack } = mending;
  const onText = (changed: GridRow, column: number, text: string) => {
    const cells = [...changed.cells];
    while (cells.length < column) cells.push("");
    cells[column] = text;
    showAs(cursor.row, { ...changed, cells, unchecked: true });
    const one = { rowNo: changed.rowNo, column, text };
    mend?.({ kind: "cells", cells: [one], seen: mendVersion });
  };
  const onRow = (changed: GridRow) => {
    if (changed.leftOut) takeBack?.({ rowNo: changed.rowNo });
    else mend?.({ kind: "leaveOut", rowNos: [changed.rowNo] });
  };
  return {
    ...{ mending, cursor, setPlace, rowAt, see, isFailed },
    onText: mend === null ? null : onText,
    onRow: mend === null ? null : onRow,
  };
}

/** The rows of a file to be mended: the problems beside them, the grid, the cell that has the cursor, what was mended. */
export function MendDesk({ found, filter, actions }: Shown) {
  const t = useTranslations("imports.grid");
  const { index, record } = found;
  const desk = useDesk({ found, filter, actions });
  const { mending, cursor } = desk;
  const [finding, setFinding] = useState(false);
  const columns = useMemo(() => columnsOf(found), [found]);
  const grid = (
    <RowsGrid
      total={index.total}
      columns={columns}
      place={cursor}
      rowAt={desk.rowAt}
      onSight={desk.see}
      onPlace={desk.setPlace}
      onText={desk.onText}
      onRow={desk.onRow}
      onUndo={() => mending.undo?.()}
      onFind={() => setFinding(true)}
    />
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <GroupList found={found} filter={filter} mending={mending} actions={actions} />
      <div className="min-w-0 space-y-3">
        <Said refusal={mending.refusal} isFailed={desk.isFailed} />
        <Unchecked found={found} mending={mending} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <ShownLinks importId={record.id} counts={found.counts} filter={filter} />
          <Button size="small" aria-expanded={finding} onClick={() => setFinding(!finding)}>
            <Icon name="search" /> {t("find")}
          </Button>
        </div>
        {finding ? (
          <ReplacePanel
            importId={record.id}
            columns={columns}
            start={Math.max(0, cursor.column)}
            actions={actions}
            mend={mending.mend}
            onClose={() => setFinding(false)}
          />
        ) : null}
        {index.total === 0 ? <p className="text-muted">{t("none")}</p> : grid}
        {index.total >= MOST_ROWS ? <p>{t("most", { count: MOST_ROWS })}</p> : null}
        <p className="text-muted text-sm max-md:hidden">{t("keys")}</p>
        <CellBar
          row={desk.rowAt(cursor.row)}
          column={cursor.column}
          heading={columns[cursor.column]?.heading ?? ""}
          onRow={desk.onRow}
          takeBack={mending.takeBack}
        />
        <ActList acts={found.acts} count={found.actCount} takeBack={mending.takeBack} />
      </div>
    </div>
  );
}

/** Of a large file a person says when what was mended is checked. */
function Unchecked({ found: { record }, mending }: { found: FoundGrid; mending: Mending }) {
  const t = useTranslations("imports.grid");
  const { check, pending } = mending;
  if (check === null || record.state !== "ready" || !hasUncheckedMends(record)) return null;
  return (
    <Notice tone="warn" title={t("uncheckedTitle")}>
      <Button size="small" onClick={check} disabled={pending}>
        {t("check")}
      </Button>
    </Notice>
  );
}

function Said({ refusal, isFailed }: { refusal: string | null; isFailed: boolean }) {
  const t = useTranslations("imports.grid");
  const words = useTranslations("errors");
  if (refusal !== null) return <Notice tone="error">{words(refusal)}</Notice>;
  return isFailed ? <Notice tone="error">{t("notFetched")}</Notice> : null;
}
