"use client";

import { useTranslations } from "next-intl";
import { type SyntheticEvent, useActionState } from "react";
import { type FormOutcome, FRESH } from "./form-outcome";
import { Notice } from "./notice";

export type FormAction<Result> = (
  before: FormOutcome<Result>,
  form: FormData,
) => Promise<FormOutcome<Result>>;

/**
 * A form that is sent to a server action and says in place what is wrong. `errorOf` is the text at a
 * field, `entered` what was entered there before a refusal, else the value given.
 */
export function useSentForm<Result>(action: FormAction<Result>) {
  const t = useTranslations("errors");
  const [outcome, send] = useActionState<FormOutcome<Result>, FormData>(action, FRESH);
  const refused = outcome.kind === "refused" ? outcome : null;
  const errorOf = (field: string): string | undefined => {
    const key = refused?.fields[field];
    return key === undefined ? undefined : t(key);
  };
  const entered = (field: string, otherwise: string): string =>
    refused === null ? otherwise : (refused.entered[field] ?? "");
  return { outcome, send, errorOf, entered };
}

/**
 * For `onReset`: React puts a sent form back to its first values, boxes and lists that state holds included, which
 * then send something else than the screen says. With this the form keeps what was entered.
 */
export function keepEntered(event: SyntheticEvent<HTMLFormElement>): void {
  event.preventDefault();
}

/** What is wrong with the form as a whole; nothing where all went well. */
export function Refusal({ outcome }: { outcome: FormOutcome<unknown> }) {
  const t = useTranslations("errors");
  if (outcome.kind !== "refused") return null;
  return <Notice tone="error">{t(outcome.reason)}</Notice>;
}
