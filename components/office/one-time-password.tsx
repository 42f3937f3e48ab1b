"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** A password that was just made, and for whom. */
export type NewPassword = { email: string; password: string };

/** Shown once, after it was made: nobody can look it up again. */
export function OneTimePassword({ email, password }: NewPassword) {
  const t = useTranslations("office.users");
  return (
    <Notice tone="done" title={t("passwordFor", { email })}>
      <p>
        <code className="select-all font-mono text-lg">{password}</code>
      </p>
      <p>{t("passwordOnce")}</p>
    </Notice>
  );
}
