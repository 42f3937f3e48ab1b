"use server";

import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { currentActor } from "@/lib/auth/actor";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/choose-locale";
import { changeOwnLocale } from "@/lib/services/access/change-own-locale";
import { keepInBrowser } from "./keep-in-browser";

/** Remembers the language in this browser and, of whoever is signed in, for every other. A form field `locale`; an unknown value changes nothing. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  const actor = await currentActor();
  if (actor !== null) await changeOwnLocale(actor, { locale });
  await keepInBrowser(LOCALE_COOKIE, locale);
}

/** Remembers light, dark or the system's choice in this browser. A form field `theme`. */
export async function chooseTheme(form: FormData): Promise<void> {
  await keepInBrowser(THEME_COOKIE, themeOf(form.get("theme")));
}
