"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import type { RepairOutcome, RepairPlace } from "./repair-outcome";

const Sent = createContext<ReturnType<typeof useSentForm<RepairOutcome>> | null>(null);

/** Holds what came of the last repair, for the forms inside: they may be gone once it is made. */
export function RepairDesk({
  action,
  children,
}: {
  action: FormAction<RepairOutcome>;
  children: ReactNode;
}) {
  return <Sent value={useSentForm(action)}>{children}</Sent>;
}

/** What the forms of repairs send with, and what came of the last one. */
export function useRepair() {
  const sent = use(Sent);
  if (sent === null) throw new Error("no RepairDesk around a repair");
  return sent;
}

/** Says, at the place where a repair was asked for, what became of it; the focus goes there. */
export function RepairNews({ place }: { place: RepairPlace }) {
  const t = useTranslations("logRepair.done");
  const { outcome } = useRepair();
  const news = useRef<HTMLDivElement>(null);
  const asked = placeOf(outcome);
  useEffect(() => {
    if (asked === place) news.current?.focus();
  }, [asked, place]);
  if (asked !== place) return null;
  return (
    <div ref={news} tabIndex={-1}>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t(outcome.result.done)}</Notice> : null}
    </div>
  );
}

function placeOf(outcome: ReturnType<typeof useRepair>["outcome"]): string | null {
  if (outcome.kind === "done") return outcome.result.place;
  return outcome.kind === "refused" ? (outcome.entered["place"] ?? null) : null;
}
