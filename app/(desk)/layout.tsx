import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/office/account-menu";
import { DeskFrame } from "@/components/office/desk-frame";
import type { DeskSection } from "@/components/office/desk-navigation";
import { LanguageSwitch } from "@/components/office/language-switch";
import { ThemeSwitch } from "@/components/office/theme-switch";
import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { requireActor } from "@/lib/auth/actor";
import { may, type Permission } from "@/lib/auth/permissions";
import { today } from "@/lib/clock/today";
import { chooseLanguage, chooseTheme } from "../preferences/actions";
import { leaveDesk } from "./actions";

/** What a reader must be allowed to see of a section for its link to make sense. */
const SECTIONS: readonly [DeskSection, Permission][] = [
  ["home", "students:read"],
  ["students", "students:read"],
  ["imports", "imports:read"],
  ["registrations", "registrations:read"],
  ["office", "office:read"],
];

/** Whoever is signed in, at the desk. It only shows; each service decides for itself who may. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const t = await getTranslations("office.account");
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  const sections = SECTIONS.filter(([, permission]) => may(actor, permission));
  return (
    <DeskFrame
      institutionName={actor.institutionName}
      sections={sections.map(([section]) => section)}
      today={today()}
      tools={
        <>
          <LanguageSwitch action={chooseLanguage} />
          <AccountMenu person={actor} signOut={leaveDesk}>
            <Link href="/account" className="block text-lake underline-offset-3 hover:underline">
              {t("link")}
            </Link>
            <ThemeSwitch theme={theme} action={chooseTheme} />
          </AccountMenu>
        </>
      }
    >
      {children}
    </DeskFrame>
  );
}
