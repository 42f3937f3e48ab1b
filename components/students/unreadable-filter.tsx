import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** The address holds a filter that is none: says so rather than showing something else. */
export function UnreadableFilter() {
  const t = useTranslations("students.unreadable");
  return (
    <EmptyState title={t("title")} action={<LinkButton href="/students">{t("all")}</LinkButton>}>
      {t("body")}
    </EmptyState>
  );
}
