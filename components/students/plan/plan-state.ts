"use client";

import { useEffect, useRef, useState } from "react";
import { PLAN_PARAMETER, writePlan } from "./plan-address";
import { emptyRow, type PlanRow, type PlanRowKind } from "./plan-row";

/** A row, and what it is known by while the page is open. */
export type KeptRow = { id: number; row: PlanRow };

/** The rows of the plan on the page and in its address; `added` is the row that was added last, if any. */
export function usePlan(start: readonly PlanRow[]) {
  const [rows, setRows] = useState<readonly KeptRow[]>(() => start.map((row, id) => ({ id, row })));
  const [added, setAdded] = useState<number | null>(null);
  const next = useRef(start.length);
  const text = writePlan(rows.map(({ row }) => row));
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    keepInAddress(text);
  }, [text]);
  return {
    rows,
    added,
    add: (row: PlanRow | PlanRowKind) => {
      const id = next.current;
      next.current += 1;
      setRows((before) => [...before, { id, row: typeof row === "string" ? emptyRow(row) : row }]);
      setAdded(typeof row === "string" ? id : null);
    },
    change: (id: number, row: PlanRow) => {
      setRows((before) => before.map((kept) => (kept.id === id ? { id, row } : kept)));
    },
    remove: (id: number) => setRows((before) => before.filter((kept) => kept.id !== id)),
    clear: () => setRows([]),
  };
}

/** Without a new entry in the browser's history: one step back leaves the page. */
function keepInAddress(text: string): void {
  const address = new URL(window.location.href);
  if (text === "") address.searchParams.delete(PLAN_PARAMETER);
  else address.searchParams.set(PLAN_PARAMETER, text);
  window.history.replaceState(null, "", address);
}
