import { useRef, useState, useTransition } from "react";
import type { MendInput } from "@/lib/services/imports/mends/mend-rows";
import type { Answered, FoundGrid, GridActions, Mended } from "./grid-actions";

type Waiting = { mendVersion: number } & NonNullable<Mended["waiting"]>;

/** The grid with what was mended since it was read, where that waits to be checked. */
export function withWaiting(found: FoundGrid, waiting: Waiting | null): FoundGrid {
  if (waiting === null || waiting.mendVersion <= found.record.mendVersion) return found;
  const { mendVersion, acts, actCount } = waiting;
  return { ...found, record: { ...found.record, mendVersion }, acts, actCount };
}

/** The server cannot be reached: so a browser's request fails. Whatever else is thrown is a bug, or leads to another page. */
function unlessAway(error: unknown): Extract<Answered<never>, { kind: "refused" }> {
  if (!(error instanceof TypeError)) throw error;
  return { kind: "refused", reason: "serverAway", fields: {}, entered: {} };
}

/** How many acts a mend is: each replacement can be taken back by itself. */
const actsOf = (what: MendInput) => (what.kind === "replace" ? what.replacements.length : 1);

/** What is done to the rows, one after the other, what waits to be checked, and what a refusal says. */
export function useMending(importId: string, actions: GridActions | null) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const done = useRef<number[]>([]);
  const own = useRef<number[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const keep = ({ mendVersion, waiting }: Mended) => {
    if (waiting !== null) setWaiting({ mendVersion, ...waiting });
  };
  const run = <Result>(
    act: () => Promise<Answered<Result>>,
    then?: (result: Result) => void,
    otherwise?: () => void,
  ) =>
    start(() => {
      // What came of one is known before the next is sent, which says it.
      const mine = turn.current.then(async () => {
        const answer = await act().catch(unlessAway);
        setRefusal(answer.kind === "refused" ? answer.reason : null);
        if (answer.kind === "done") then?.(answer.result);
        else otherwise?.();
      });
      turn.current = mine.catch(() => undefined);
      return mine;
    });
  if (actions === null)
    return { refusal, pending, waiting, mend: null, takeBack: null, undo: null, check: null };
  const mend = (what: MendInput, then?: () => void, otherwise?: () => void) =>
    run(
      () => {
        const { current } = own;
        return actions.mend(
          importId,
          what.kind === "cells" ? { ...what, own: current.filter((act) => act > what.seen) } : what,
        );
      },
      (mended) => {
        done.current.push(mended.mendVersion);
        for (let act = actsOf(what); act > 0; act -= 1) {
          own.current.push(mended.mendVersion - act + 1);
        }
        keep(mended);
        then?.();
      },
      otherwise,
    );
  const takeBack = (what: Parameters<GridActions["takeBack"]>[1]) =>
    run(() => actions.takeBack(importId, what), keep);
  const undo = () => {
    const act = done.current.pop();
    if (act !== undefined) takeBack({ act });
  };
  return {
    refusal,
    pending,
    waiting,
    mend,
    takeBack,
    undo,
    check: () => run(() => actions.check(importId)),
  };
}

export type Mending = ReturnType<typeof useMending>;
