"use client";

import { useTranslations } from "next-intl";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";

const ASK_AGAIN_MS = 2000;

/** The effect is found out in the background; the page asks until it is there. The rest of it can be used. */
export function EffectWaiting() {
  const t = useTranslations("imports.effect");
  useRefreshEvery(ASK_AGAIN_MS);
  return (
    <p role="status" className="text-muted">
      {t("waiting")}
    </p>
  );
}
