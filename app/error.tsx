"use client";

import { useTranslations } from "next-intl";
import { ErrorSheet } from "@/components/office/error-sheet";
import { Button, LinkButton } from "@/components/ui/button";

/** A fault of ours: what to do, and the number under which the server's log has it. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations();
  return (
    <ErrorSheet product={t("shell.product")} title={t("errors.page.title")}>
      <p className="text-muted">{t("errors.page.body")}</p>
      <p>
        {t("errors.page.reference")}: <code>{digestOf(error) ?? t("errors.page.noReference")}</code>
      </p>
      <p className="flex gap-2">
        <Button look="primary" onClick={retry}>
          {t("errors.page.retry")}
        </Button>
        <LinkButton href="/">{t("errors.page.home")}</LinkButton>
      </p>
    </ErrorSheet>
  );
}

function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
