import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/auth/permissions";
import { dayInTable, weekdayShort } from "@/lib/i18n/format-day";
import type { StudentFile } from "@/lib/services/students/get-student";
import { type AccountLine, evidenceSpans } from "./account-lines";
import { type AccountForm, LOOKS } from "./account-look";
import { AccountSumsRows } from "./account-sums-rows";
import { Evidence } from "./evidence";
import type { Account } from "./read-account";
import { Verge } from "./verge";

const COLUMNS = ["number", "days", "what", "length", "evidence"] as const;

type Shown = {
  file: StudentFile;
  account: Account;
  locale: Locale;
  form: AccountForm;
  /** Where the crossings are to be looked up; null: nowhere, as on paper. */
  crossingsAt: string | null;
};

/** Every day that a reading looks at, in order, with what it is and what that rests on; the sums below. */
export async function AccountTable({
  repeated,
  ...shown
}: Shown & {
  /** On paper: what stands at the head of every page. */
  repeated?: ReactNode;
}) {
  const { account, locale, form } = shown;
  const t = await getTranslations({ locale, namespace: "dayCount" });
  const words = await getTranslations({ locale, namespace: "assessment.readings" });
  const spans = evidenceSpans(account.lines);
  return (
    <table className="w-full border-collapse bg-sheet text-left">
      <caption className="sr-only">{t("caption", { reading: words(account.reading) })}</caption>
      <thead>
        {repeated === undefined ? null : (
          <tr>
            <th colSpan={COLUMNS.length} className="pb-1 text-left font-normal">
              {repeated}
            </th>
          </tr>
        )}
        <tr>
          {COLUMNS.map((name) => (
            <th
              key={name}
              scope="col"
              className={`${LOOKS[form].head} ${name === "length" ? "text-right" : ""}`}
            >
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Verge edge="from" account={account} locale={locale} form={form} />
        {account.lines.map((line, index) => (
          <LineRow key={line.from} line={line} evidenceLines={spans[index] ?? 1} {...shown} />
        ))}
        <Verge edge="to" account={account} locale={locale} form={form} />
      </tbody>
      {/* The sums stand once, after the last day, not at the foot of every sheet. */}
      <tfoot className="print:table-row-group">
        <AccountSumsRows account={account} locale={locale} form={form} />
      </tfoot>
    </table>
  );
}

/** Days that count stand out; days abroad step back; days that are not known are marked. */
const TONES = {
  counted: "",
  paused: "text-covered",
  outside: "text-muted",
  not_counted: "text-muted",
  unknown: "bg-near-wash",
  ahead: "",
} as const;

async function LineRow({
  line,
  evidenceLines,
  ...shown
}: Shown & { line: AccountLine; evidenceLines: number }) {
  const { file, account, locale, form, crossingsAt } = shown;
  const t = await getTranslations({ locale, namespace: "dayCount" });
  const { numbers, status, reason, days } = line;
  const { cell } = LOOKS[form];
  return (
    <tr className="border-rule border-b" data-status={status}>
      <td className={`${cell} whitespace-nowrap font-medium`}>
        {numbers === null ? null : spanOf(numbers.first, numbers.last)}
      </td>
      <th scope="row" className={`${cell} whitespace-nowrap font-normal tabular-nums`}>
        {daysOf(line, locale)}
      </th>
      <td className={`${cell} ${TONES[status]}`}>
        {t(`reasons.${reason}`)}
        {line.breach ? (
          <strong className="flex items-center gap-1.5 text-over">
            <Icon name="error" />
            {t("breach", { limit: account.result.limit })}
          </strong>
        ) : null}
      </td>
      <td className={`${cell} text-right`}>{days}</td>
      {evidenceLines === 0 ? null : (
        <td rowSpan={evidenceLines} className={`${cell} ${LOOKS[form].evidence}`}>
          <Evidence line={line} file={file} locale={locale} crossingsAt={crossingsAt} />
        </td>
      )}
    </tr>
  );
}

/** "1–12", or one number where both are the same. */
function spanOf(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`;
}

function daysOf({ from, to }: AccountLine, locale: Locale): string {
  return from === to
    ? `${dayInTable(from)}, ${weekdayShort(from, locale)}`
    : `${dayInTable(from)} – ${dayInTable(to)}`;
}
