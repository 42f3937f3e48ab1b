import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import type { Day } from "@/lib/civil-date/day";
import { AsOfBand } from "./as-of-band";
import { AsOfForm } from "./as-of-form";
import { DeskLink } from "./desk-link";
import { DeskNavigation, type DeskSection } from "./desk-navigation";
import { Wordmark } from "./wordmark";

/** The desk around a page: whose it is and who is in, then the rooms and the day. */
export function DeskFrame({
  institutionName,
  sections,
  today,
  tools,
  children,
}: {
  institutionName: string;
  sections: readonly DeskSection[];
  today: Day;
  /** Language and account, at the end of the bar. */
  tools: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  return (
    <>
      <SkipLink to="content">{t("skip")}</SkipLink>
      {/* Only the second line, --top-bar high, stays when the page scrolls. */}
      <header className="z-20 border-rule-strong border-b bg-paper lg:sticky lg:-top-11 print:hidden">
        <div className="flex h-11 items-center gap-3 px-4 lg:px-6">
          <Suspense>
            <DeskLink href="/">
              <Wordmark name={t("product")} />
            </DeskLink>
          </Suspense>
          <p className="min-w-0 flex-1 truncate text-muted text-sm max-sm:invisible">
            {institutionName}
          </p>
          {tools}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-6 px-4 lg:h-(--top-bar) lg:flex-nowrap lg:px-6">
          <Suspense>
            <DeskNavigation sections={sections} />
            <div className="max-lg:py-1.5">
              <AsOfForm today={today} />
            </div>
          </Suspense>
        </div>
      </header>
      <Suspense>
        <AsOfBand today={today} />
      </Suspense>
      <main
        id="content"
        tabIndex={-1}
        className="w-full flex-1 space-y-6 px-4 py-6 outline-none lg:px-6"
      >
        {children}
      </main>
    </>
  );
}
