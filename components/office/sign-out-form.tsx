"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { forgetUnsaved } from "@/components/ui/unsaved";

/** Tells the browser's other tabs that somebody has signed out. */
const SIGNED_OUT = "sanak-signed-out";

/** Signs out; what was typed in this browser's tabs and not saved goes with it, as does what another person has left here. */
export function SignOutForm({ person, signOut }: { person: string; signOut: () => Promise<void> }) {
  const t = useTranslations("shell.account");
  useEffect(() => {
    forgetUnsaved(sessionStorage, person);
    const onStorage = ({ key }: StorageEvent) => {
      if (key === SIGNED_OUT) forgetUnsaved(sessionStorage, null);
    };
    addEventListener("storage", onStorage);
    return () => removeEventListener("storage", onStorage);
  }, [person]);
  const forget = () => {
    forgetUnsaved(sessionStorage, null);
    localStorage.setItem(SIGNED_OUT, String(performance.timeOrigin + performance.now()));
  };
  return (
    <form action={signOut} onSubmit={forget}>
      <Button type="submit">{t("signOut")}</Button>
    </form>
  );
}
