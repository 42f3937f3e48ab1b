"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";

/** What became of the border service's number: its key where it was recorded. */
export type BorderOutcome = { done: "saved" | "removed"; id: number };

const Sent = createContext<ReturnType<typeof useSentForm<BorderOutcome>> | null>(null);

/** Holds what came of the last form inside, which may be gone by then, and says it; the focus goes there. */
export function BorderDesk({
  action,
  children,
}: {
  action: FormAction<BorderOutcome>;
  children: ReactNode;
}) {
  const t = useTranslations("borderCount");
  const sent = useSentForm(action);
  const { outcome } = sent;
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.kind !== "fresh") news.current?.focus();
  }, [outcome]);
  return (
    <Sent value={sent}>
      <div ref={news} tabIndex={-1}>
        <Refusal outcome={outcome} />
        {outcome.kind === "done" ? <Notice tone="done">{t(outcome.result.done)}</Notice> : null}
      </div>
      {children}
    </Sent>
  );
}

/** What the forms inside a BorderDesk send with. */
export function useBorderDesk() {
  const sent = use(Sent);
  if (sent === null) throw new Error("no BorderDesk around a form");
  return sent;
}
