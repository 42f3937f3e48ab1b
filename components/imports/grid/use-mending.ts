import { useRef, useState, useTransition } from "react";
import type { Answered, GridActions } from "./grid-actions";

/** What is done to the rows, one after the other, and what a refusal says. */
export function useMending(importId: string, actions: GridActions | null) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const done = useRef<number[]>([]);
  const run = <Result>(act: () => Promise<Answered<Result>>, then?: (result: Result) => void) =>
    start(async () => {
      const answer = await act();
      setRefusal(answer.kind === "refused" ? answer.reason : null);
      if (answer.kind === "done") then?.(answer.result);
    });
  if (actions === null)
    return { refusal, pending, mend: null, takeBack: null, undo: null, check: null };
  const mend = (what: Parameters<GridActions["mend"]>[1], then?: () => void) =>
    run(
      () => actions.mend(importId, what),
      ({ mendVersion }) => {
        done.current.push(mendVersion);
        then?.();
      },
    );
  const takeBack = (what: Parameters<GridActions["takeBack"]>[1]) =>
    run(() => actions.takeBack(importId, what));
  const undo = () => {
    const act = done.current.pop();
    if (act !== undefined) takeBack({ act });
  };
  return {
    refusal,
    pending,
    mend,
    takeBack,
    undo,
    check: () => run(() => actions.check(importId)),
  };
}

export type Mending = ReturnType<typeof useMending>;
