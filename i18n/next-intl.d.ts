import type { Locale as SanakLocale } from "@/lib/auth/permissions";

declare module "next-intl" {
  interface AppConfig {
    Locale: SanakLocale;
  }
}
