"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { type GridFilter, type GridRow, MOST_ROWS } from "@/lib/db/import/grid-words";
import { hasUncheckedMends } from "@/lib/db/import/import-words";
import { ActList } from "./act-list";
import { CellBar } from "./cell-bar";
import { findPlace } from "./find-rows";
import { GoToRow } from "./go-to-row";
import type { FoundGrid, GridActions } from "./grid-actions";
import type { Place } from "./grid-keys";
import { GroupList } from "./group-list";
import { MOST_PASTED, type PasteRefusal, withTexts } from "./paste-block";
import { ReplacePanel } from "./replace-panel";
import { type Column, RowsGrid } from "./rows-grid";
import { ShownLinks } from "./shown-links";
import { useGridRows } from "./use-grid-rows";
import { type Mending, useMending, withWaiting } from "./use-mending";
import { usePaste } from "./use-paste";

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
function useDesk({ found, filter, actions }: Shown, mending: Mending) {
  const { record, index, columns } = found;
  const { id: importId, mendVersion, checkedVersion, state } = record;
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [jump, setJump] = useState<Place | null>(null);
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
  const { showAs, bring, ...rows } = useGridRows(source);
  const cursor = { ...place, row: Math.min(place.row, Math.max(0, index.total - 1)) };
  const { mend, takeBack } = mending;
  const onText = (changed: GridRow, column: number, text: string) => {
    showAs(cursor.row, withTexts(changed, [{ column, text }]));
    const one = { rowNo: changed.rowNo, column, text };
    mend?.({ kind: "cells", cells: [one], seen: mendVersion });
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
    onRow: actions === null ? null : onRow,
  };
}

/** The rows of a file to be mended: the problems beside them, the grid, the cell that has the cursor, what was mended. */
export function MendDesk({ filter, actions, ...shown }: Shown) {
  const t = useTranslations("imports.grid");
  const mending = useMending(shown.found.record.id, actions);
  const { waiting } = mending;
  const found = useMemo(() => withWaiting(shown.found, waiting), [shown.found, waiting]);
  const { index, record } = found;
  const desk = useDesk({ found, filter, actions }, mending);
  const { cursor } = desk;
  const [finding, setFinding] = useState(false);
  const rowField = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => columnsOf(found), [found]);
  const grid = (
    <RowsGrid
      total={index.total}
      columns={columns}
      place={cursor}
      jump={desk.jump}
      rowAt={desk.rowAt}
      onSight={desk.see}
      onPlace={desk.setPlace}
      onText={desk.onText}
      onRow={desk.onRow}
      onPaste={desk.onPaste}
      onUndo={() => mending.undo?.()}
      onFind={() => setFinding(true)}
      onGoTo={() => rowField.current?.select()}
    />
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <GroupList found={found} filter={filter} mending={mending} actions={actions} />
      <div className="min-w-0 space-y-3">
        <Said refusal={mending.refusal} pasteRefusal={desk.pasteRefusal} isFailed={desk.isFailed} />
        <Unchecked found={found} mending={mending} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <ShownLinks importId={record.id} counts={found.counts} filter={filter} />
          <div className="flex flex-wrap items-center gap-3">
            <GoToRow field={rowField} find={desk.find} onPlace={desk.goTo} />
            <Button size="small" aria-expanded={finding} onClick={() => setFinding(!finding)}>
              <Icon name="search" /> {t("find")}
            </Button>
          </div>
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
          mend={mending.mend}
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

function Said({
  refusal,
  pasteRefusal,
  isFailed,
}: {
  refusal: string | null;
  pasteRefusal: PasteRefusal | null;
  isFailed: boolean;
}) {
  const t = useTranslations("imports.grid");
  const words = useTranslations("errors");
  if (refusal !== null) return <Notice tone="error">{words(refusal)}</Notice>;
  if (pasteRefusal !== null) {
    return <Notice tone="error">{t(`paste.${pasteRefusal}`, { most: MOST_PASTED })}</Notice>;
  }
  return isFailed ? <Notice tone="error">{t("notFetched")}</Notice> : null;
}
