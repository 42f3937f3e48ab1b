"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LOCALES } from "@/lib/auth/permissions";
import { LANGUAGES } from "./languages";

/** Above the sheet, not on paper: back, print, and the sheet's language. `hrefs`: the sheet in each language. */
export function PaperTools({
  back,
  locale,
  hrefs,
}: {
  back: string;
  locale: string;
  hrefs: Record<keyof typeof LANGUAGES, string>;
}) {
  const t = useTranslations("dayCount.paper");
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <LinkButton href={back}>
        <Icon name="left" /> {t("back")}
      </LinkButton>
      <Button look="primary" onClick={() => window.print()}>
        <Icon name="print" /> {t("print")}
      </Button>
      <nav aria-label={t("language")} className="flex flex-wrap gap-2">
        {LOCALES.map((code) => (
          <LinkButton
            key={code}
            href={hrefs[code]}
            aria-current={code === locale ? "true" : undefined}
            look={code === locale ? "plain" : "quiet"}
            lang={code}
          >
            {LANGUAGES[code]}
          </LinkButton>
        ))}
      </nav>
    </div>
  );
}
