"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { timeOfMoment } from "@/lib/i18n/format-moment";

/** What came of the last attempt; the e-mail stays in its field. */
export type SignInState =
  | { kind: "fresh" | "empty" | "wrong" | "disabled"; email: string }
  | { kind: "blocked"; email: string; until: Date };

const FRESH: SignInState = { kind: "fresh", email: "" };

/** E-mail and password; works without scripts. `next`: where to go on; `chosen`: language chosen here, or "". */
export function SignInForm({
  action,
  next,
  chosen,
}: {
  action: (before: SignInState, form: FormData) => Promise<SignInState>;
  next: string;
  chosen: string;
}) {
  const t = useTranslations("signIn");
  const [state, send] = useActionState(action, FRESH);
  return (
    <form action={send} className="space-y-4" noValidate>
      <Refusal state={state} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="chosen" value={chosen} />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={state.email}
        autoFocus={state.email === ""}
        required
      />
      <TextField
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
    </form>
  );
}

function Refusal({ state }: { state: SignInState }) {
  const t = useTranslations("signIn");
  if (state.kind === "fresh") return null;
  if (state.kind !== "blocked") return <Notice tone="error">{t(state.kind)}</Notice>;
  return <Notice tone="error">{t("blocked", { time: timeOfMoment(state.until) })}</Notice>;
}
