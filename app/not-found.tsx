import { useTranslations } from "next-intl";
import { ErrorSheet } from "@/components/office/error-sheet";
import { LinkButton } from "@/components/ui/button";

export default function NotFound() {
  const t = useTranslations();
  return (
    <ErrorSheet product={t("shell.product")} title={t("errors.notFound.title")}>
      <p className="text-muted">{t("errors.notFound.body")}</p>
      <LinkButton href="/">{t("errors.page.home")}</LinkButton>
    </ErrorSheet>
  );
}
