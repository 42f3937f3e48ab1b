"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const LANGUAGES = { ru: "Русский", ky: "Кыргызча", en: "English" } as const;

/** Above the sheet, not on paper: back, print, and the sheet's language. */
export function PrintTools({ listId, locale }: { listId: string; locale: string }) {
  const t = useTranslations("registrations.paper");
  const here = `/registrations/${listId}`;
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <LinkButton href={here}>
        <Icon name="left" /> {t("back")}
      </LinkButton>
      <Button look="primary" onClick={() => window.print()}>
        <Icon name="print" /> {t("print")}
      </Button>
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <LinkButton
          key={code}
          href={`${here}/print?locale=${code}`}
          aria-current={code === locale ? "true" : undefined}
          look={code === locale ? "plain" : "quiet"}
          lang={code}
        >
          {name}
        </LinkButton>
      ))}
    </div>
  );
}
