"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { GridFilter } from "@/lib/db/import/grid-words";
import { hasUncheckedMends } from "@/lib/db/import/import-words";
import { ActList } from "./act-list";
import { CellBar } from "./cell-bar";
import { GoToRow } from "./go-to-row";
import type { FoundGrid, GridActions } from "./grid-actions";
import { columnsOf } from "./grid-columns";
import { GroupList } from "./group-list";
import { MOST_PASTED, type PasteRefusal } from "./paste-block";
import { ReplacePanel } from "./replace-panel";
import { RowsGrid } from "./rows-grid";
import { ShownLinks } from "./shown-links";
import { UnsavedNotice } from "./unsaved-notice";
import { useDesk } from "./use-desk";
import { type Mending, useMending, withWaiting } from "./use-mending";
import { useUnsaved } from "./use-unsaved";

/** Rows above the first one of the list: more than any heading has. */
const HEADING_ROWS = 50;

type Shown = {
  found: FoundGrid;
  filter: GridFilter;
  /** Null: the rows are shown as they are. */
  actions: GridActions | null;
  /** Who mends: what that person has typed and not saved is kept in the tab. */
  person: string;
};

/** The rows of a file to be mended: the problems beside them, the grid, the cell that has the cursor, what was mended. */
export function MendDesk({ filter, actions, person, ...shown }: Shown) {
  const t = useTranslations("imports.grid");
  const mending = useMending(shown.found.record.id, actions);
  const { waiting } = mending;
  const found = useMemo(() => withWaiting(shown.found, waiting), [shown.found, waiting]);
  const { index, record } = found;
  const unsaved = useUnsaved({ person, importId: record.id }, record.mendVersion, mending.mend);
  const desk = useDesk({ found, filter, actions }, mending, unsaved);
  const { cursor } = desk;
  const [finding, setFinding] = useState(false);
  const rowField = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => columnsOf(found), [found]);
  const grid = (
    <RowsGrid
      total={index.total}
      columns={columns}
      digits={String(found.counts.all + HEADING_ROWS).length}
      place={cursor}
      jump={desk.jump}
      rowAt={desk.rowAt}
      onSight={desk.see}
      onPlace={desk.setPlace}
      onText={desk.onText}
      onType={desk.onType}
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
        <UnsavedNotice unsaved={unsaved} mayMend={actions !== null} />
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
        {actions === null ? null : <p className="text-muted text-sm max-md:hidden">{t("keys")}</p>}
        {index.total === 0 ? null : (
          <CellBar
            row={desk.rowAt(cursor.row)}
            column={cursor.column}
            heading={columns[cursor.column]?.heading ?? ""}
            onRow={desk.onRow}
            mend={mending.mend}
            takeBack={mending.takeBack}
          />
        )}
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
