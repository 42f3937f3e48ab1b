import { useTranslations } from "next-intl";
import { THEMES, type Theme } from "@/components/ui/theme";

/** Light, dark, or as the system has it; `action` gets the field `theme`. */
export function ThemeSwitch({
  theme,
  action,
}: {
  theme: Theme;
  action: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("shell.account");
  return (
    <form action={action}>
      <fieldset>
        <legend className="mb-1 text-muted text-sm">{t("theme")}</legend>
        <div className="flex">
          {THEMES.map((value) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={value === theme}
              className="-ml-px h-7 border border-edge bg-sheet px-2 text-muted text-sm first:ml-0 first:rounded-l-md last:rounded-r-md hover:bg-lake-wash aria-pressed:bg-shade aria-pressed:font-semibold aria-pressed:text-ink"
            >
              {t(`themes.${value}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
