"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

const ASK_AGAIN_MS = 2000;

/** The effect is found out in the background; the page asks until it is there. The rest of it can be used. */
export function EffectWaiting() {
  const t = useTranslations("imports.effect");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" className="text-muted">
      {t("waiting")}
    </p>
  );
}
