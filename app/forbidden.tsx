import { useTranslations } from "next-intl";
import { ErrorSheet } from "@/components/office/error-sheet";
import { LinkButton } from "@/components/ui/button";

export default function Forbidden() {
  const t = useTranslations();
  return (
    <ErrorSheet product={t("shell.product")} title={t("errors.forbiddenPage")}>
      <p className="text-muted">{t("errors.forbidden")}</p>
      <LinkButton href="/">{t("errors.page.home")}</LinkButton>
    </ErrorSheet>
  );
}
