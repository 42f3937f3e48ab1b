import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import type { Day } from "@/lib/civil-date/day";
import { countryName } from "@/lib/i18n/country-name";
import { dayInTable, dayInWords } from "@/lib/i18n/format-day";
import type { Candidate, RequestListSheet } from "@/lib/services/registrations/get-request-list";
import { PrintTools } from "./print-tools";

/** The translator of the sheet's own language, which need not be the reader's. */
type Say = Awaited<ReturnType<typeof getTranslations<"registrations">>>;

const HEAD = "border border-ink px-1 py-0.5 text-left align-bottom font-bold";
const CELL = "border border-ink px-1 py-0.5 align-top";

/** A filed list for signature: A4, landscape. What does not fit on paper is in the workbook. */
export async function PrintSheet({
  sheet,
  locale,
  institutionName,
}: {
  sheet: RequestListSheet;
  locale: Locale;
  institutionName: string;
}) {
  const t = await getTranslations({ locale, namespace: "registrations" });
  const { list, included, asOf } = sheet;
  return (
    <>
      <PrintTools listId={list.id} locale={locale} />
      <article
        lang={locale}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a telephone it scrolls sideways, and the keyboard must be able to.
        tabIndex={0}
        className="print-landscape mx-auto max-w-[277mm] overflow-x-auto bg-sheet p-8 font-serif text-sm print:max-w-none print:overflow-visible print:p-0"
      >
        <p>{institutionName}</p>
        <h1 className="my-3 text-center font-bold text-lg">
          {t("paper.title", { number: list.number ?? 0, day: dayInWords(asOf, locale) })}
        </h1>
        <p className="mb-3">
          {t("paper.petition")}: {list.petition || "_______________________"}
        </p>
        <PaperTable t={t} locale={locale} candidates={included} />
        <p className="mt-3">{t("paper.total", { count: included.length })}</p>
        <Signature t={t} list={list} />
      </article>
    </>
  );
}

const COLUMNS = [
  "number",
  "nameCyrillic",
  "birthDate",
  "citizenship",
  "documentNo",
  "documentExpires",
  "lastEntryOn",
  "faculty",
  "address",
  "registrationFrom",
  "registrationTo",
] as const;

function PaperTable({
  t,
  locale,
  candidates,
}: {
  t: Say;
  locale: Locale;
  candidates: readonly Candidate[];
}) {
  return (
    <table className="w-full border-collapse text-xs">
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className={HEAD}>
              {t(`fields.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {candidates.map(({ studentId, fields }, index) => (
          <tr key={studentId}>
            <td className={CELL}>{index + 1}</td>
            {paperCells(fields, t, locale).map(([name, text]) => (
              <td key={name} className={CELL}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const day = (value: Day | null) => (value === null ? "" : dayInTable(value));
const lines = (...parts: string[]) => parts.filter((part) => part !== "").join(", ");

function paperCells(fields: Candidate["fields"], t: Say, locale: Locale): [string, string][] {
  const { dormitory, room, lastNameLatin, givenNamesLatin } = fields;
  const place = dormitory === "" ? "" : t("dormitoryRoom", { dormitory, room });
  return [
    ["nameCyrillic", lines(fields.nameCyrillic, `${lastNameLatin} ${givenNamesLatin}`.trim())],
    ["birthDate", day(fields.birthDate)],
    ["citizenship", countryName(fields.citizenship, locale)],
    ["documentNo", fields.documentNo],
    ["documentExpires", day(fields.documentExpires)],
    ["lastEntryOn", lines(day(fields.lastEntryOn), fields.lastEntryCheckpoint)],
    ["faculty", lines(fields.faculty, fields.year)],
    ["address", lines(fields.address, place)],
    ["registrationFrom", day(fields.registrationFrom)],
    ["registrationTo", day(fields.registrationTo)],
  ];
}

function Signature({ t, list }: { t: Say } & Pick<RequestListSheet, "list">) {
  const line = "_______________________";
  return (
    <div className="mt-8 grid break-inside-avoid grid-cols-2 gap-8">
      <p>
        {t("references.representative")}: {list.representative || line}
        <br />
        {t("references.powerOfAttorney")}: {list.powerOfAttorney || line}
      </p>
      <p>
        {t("paper.signature")} {line}
        <br />
        {t("paper.date")} {line}
        <br />
        {t("paper.seal")}
      </p>
    </div>
  );
}
