"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { DeskLink } from "./desk-link";

/** The rooms of the desk, in the order of the work. */
export const DESK_SECTIONS = {
  home: "/",
  students: "/students",
  imports: "/imports",
  registrations: "/registrations",
  office: "/office",
} as const;
export type DeskSection = keyof typeof DESK_SECTIONS;

/** The navigation: only the sections that the reader may open, the present one marked. */
export function DeskNavigation({ sections }: { sections: readonly DeskSection[] }) {
  const t = useTranslations("shell.nav");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="min-w-0">
      <ul className="flex flex-wrap gap-x-5">
        {sections.map((section) => (
          <li key={section}>
            <DeskLink
              href={DESK_SECTIONS[section]}
              aria-current={isInside(pathname, DESK_SECTIONS[section]) ? "page" : undefined}
              className="inline-flex h-9 items-center whitespace-nowrap border-transparent border-b-2 pt-0.5 text-muted hover:text-lake aria-[current]:border-lake aria-[current]:font-medium aria-[current]:text-ink lg:h-(--top-bar)"
            >
              {t(section)}
            </DeskLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isInside(pathname: string, section: string): boolean {
  return section === "/"
    ? pathname === "/"
    : pathname === section || pathname.startsWith(`${section}/`);
}
