import { useTranslations } from "next-intl";
import { PageHeading } from "@/components/ui/page-heading";
import { Tabs } from "@/components/ui/tabs";

const PAGES = ["users", "sessions", "settings", "questions", "audit"] as const;
export type OfficePage = (typeof PAGES)[number];

/** The title that the pages of the office share, and the way from one to another. */
export function OfficeHeading({ current }: { current: OfficePage }) {
  const t = useTranslations("office");
  const tabs = PAGES.map((key) => ({
    key,
    label: t(`tabs.${key}`),
    href: `/office/${key}`,
    current: key === current,
  }));
  return (
    <>
      <PageHeading title={t("title")} lead={t(`leads.${current}`)} />
      <Tabs label={t("title")} tabs={tabs} />
    </>
  );
}
