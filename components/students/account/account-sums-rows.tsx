import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import type { AccountSums } from "./account-lines";
import { type AccountForm, LOOKS } from "./account-look";
import type { Account } from "./read-account";

/** Kinds of days that do not count, in the order in which they are summed. */
const BESIDES = ["paused", "outside", "notCounted"] as const;

/** The sums under an account: what counts adds up to the number of the reading, all days to those looked at. */
export async function AccountSumsRows({
  account,
  locale,
  form,
}: {
  account: Account;
  locale: Locale;
  form: AccountForm;
}) {
  const t = await getTranslations({ locale, namespace: "dayCount.sums" });
  const { sums, result, logIsEmpty } = account;
  const { usedMin, usedMax, used, limit } = result;
  const isRange = usedMin !== usedMax;
  return (
    <>
      <SumRow form={form} label={t(isRange ? "countedSurely" : "counted")} days={sums.counted} />
      {isRange ? <SumRow form={form} label={t("unknown")} days={sums.unknown} /> : null}
      {logIsEmpty ? <SumRow form={form} label={t("noCrossings")} days={sums.unknown} /> : null}
      {BESIDES.filter((kind) => sums[kind] > 0).map((kind) => (
        <SumRow form={form} key={kind} label={t(kind)} days={sums[kind]} />
      ))}
      <SumRow form={form} label={t("days")} days={sums.days} />
      <tr className="border-ink border-t-2">
        <th scope="row" colSpan={5} className={`${LOOKS[form].cell} font-semibold`}>
          {logIsEmpty
            ? t("usedUnknown", { limit })
            : isRange
              ? t("usedRange", { min: usedMin, max: usedMax, limit })
              : t(equation(sums, used), { ...sums, used, limit })}
        </th>
      </tr>
    </>
  );
}

/** How the sum reads: all days count once, or some count for two stays. */
function equation(
  { counted, sure }: AccountSums,
  used: number,
): "used" | "usedTwice" | "usedOther" {
  if (sure !== used) return "usedOther";
  return counted === sure ? "used" : "usedTwice";
}

function SumRow({ label, days, form }: { label: string; days: number; form: AccountForm }) {
  const { cell } = LOOKS[form];
  return (
    <tr className="border-rule border-b">
      <th scope="row" colSpan={3} className={`${cell} font-normal`}>
        {label}
      </th>
      <td className={`${cell} text-right font-medium`}>{days}</td>
      <td className={cell} />
    </tr>
  );
}
