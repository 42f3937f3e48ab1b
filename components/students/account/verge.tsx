import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import { dayInWords } from "@/lib/i18n/format-day";
import { type AccountForm, LOOKS } from "./account-look";
import type { Account } from "./read-account";

/** The line where the days that a reading looks at begin or end. */
export async function Verge({
  edge,
  account: { reading, from, to, result },
  locale,
  form,
}: {
  edge: "from" | "to";
  account: Account;
  locale: Locale;
  form: AccountForm;
}) {
  const t = await getTranslations({ locale, namespace: "dayCount.verge" });
  const at = edge === "from" ? from : to;
  if (at === null) return null;
  const day = dayInWords(at, locale);
  const side = edge === "from" ? "border-t-2" : "border-b-2";
  return (
    <tr className={`border-ink bg-shade ${side}`}>
      <td colSpan={5} className={`${LOOKS[form].cell} font-medium`}>
        {edge === "from"
          ? t(`from.${reading}`, { day, window: result.window ?? 0 })
          : t("to", { day })}
      </td>
    </tr>
  );
}
