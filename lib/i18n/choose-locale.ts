import { LOCALES, type Locale } from "@/lib/auth/permissions";

/** The cookie in which a browser keeps its language; signing in sets it to the user's stored one. */
export const LOCALE_COOKIE = "sanak-locale";

export const DEFAULT_LOCALE: Locale = "ru";

/** Whether the text is one of the languages that Sanak speaks. */
export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** What was chosen before, else the best of the Accept-Language header, else Russian. */
export function chooseLocale(
  cookie: string | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  if (isLocale(cookie)) return cookie;
  return preferredLanguages(acceptLanguage ?? "").find(isLocale) ?? DEFAULT_LOCALE;
}

/** "ky-KG,ky;q=0.9,en;q=0.8" → ["ky", "ky", "en"], most wanted first; q=0 means not wanted. */
function preferredLanguages(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split("-")[0] ?? "", quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}
