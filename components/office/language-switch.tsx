import { useLocale, useTranslations } from "next-intl";

/** Each language by its own name, so that it is found by whoever reads no other. */
export const LANGUAGES = [
  { locale: "ru", short: "Рус", name: "Русский" },
  { locale: "ky", short: "Кыр", name: "Кыргызча" },
  { locale: "en", short: "Eng", name: "English" },
] as const;

/** A form of three buttons; `action` gets the field `locale`. Works without scripts. */
export function LanguageSwitch({ action }: { action: (form: FormData) => Promise<void> }) {
  const t = useTranslations("shell.account");
  const locale = useLocale();
  return (
    <form action={action}>
      <fieldset className="flex">
        <legend className="sr-only">{t("language")}</legend>
        {LANGUAGES.map((language) => (
          <button
            key={language.locale}
            type="submit"
            name="locale"
            value={language.locale}
            lang={language.locale}
            title={language.name}
            aria-pressed={language.locale === locale}
            className="-ml-px h-7 border border-edge bg-sheet px-2 text-muted text-sm first:ml-0 first:rounded-l-md last:rounded-r-md hover:bg-lake-wash aria-pressed:bg-shade aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {language.short}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
