import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, isLocale, LOCALE_COOKIE } from "@/lib/i18n/choose-locale";
import { loadMessages } from "@/lib/i18n/load-messages";

/** The language of this request: asked for by name, else the browser's cookie, else its header. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked)
    ? asked
    : chooseLocale(
        (await cookies()).get(LOCALE_COOKIE)?.value,
        (await headers()).get("accept-language"),
      );
  // biome-ignore lint/style/noProcessEnv: NODE_ENV is the bundler's constant, not configuration.
  const keep = process.env.NODE_ENV === "production";
  return { locale, messages: await loadMessages(locale, keep), timeZone: "Asia/Bishkek" };
});
