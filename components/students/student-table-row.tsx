"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CountryCode } from "./citizenship";
import { type DeskRow, ONLY_WIDE } from "./student-columns";
import { namesFor } from "./student-name";

/** Columns that need no name in front of them once a row is a stack of lines. */
const BARE: readonly string[] = ["verdict"];

/** One student of the desk: a row on wide screens, a stack of named lines on narrow ones. */
export function StudentTableRow({
  student,
  selected,
  select,
  cells,
}: {
  student: DeskRow;
  selected: boolean;
  /** The box that chooses the row; null where nothing can be chosen. */
  select: ReactNode;
  cells: { id: string; content: ReactNode }[];
}) {
  const t = useTranslations("students.columns");
  const [name, otherName] = namesFor(useLocale(), student);
  const ground = selected ? "bg-lake-wash" : "hover:bg-shade/60";
  return (
    <tr
      className={`border-rule border-b align-top max-lg:grid max-lg:grid-cols-[auto_1fr] max-lg:gap-x-3 max-lg:px-2 max-lg:py-3 ${ground}`}
    >
      {select ? <td className="px-2.5 py-1.5 max-lg:p-0 print:hidden">{select}</td> : null}
      <th
        scope="row"
        className="px-2.5 py-1.5 wrap-anywhere lg:min-w-40 text-left font-normal max-lg:p-0 max-lg:[grid-column-end:-1]"
      >
        <Link href={student.href} className="font-medium text-lake hover:underline">
          {name}
        </Link>
        <span className="block text-muted text-xs">
          {otherName === "" ? null : <>{otherName} · </>}
          <span className="whitespace-nowrap tabular-nums">
            {student.studentNo} · <CountryCode code={student.citizenship} />
          </span>
        </span>
      </th>
      {cells.map(({ id, content }) => (
        <td
          key={id}
          className={`px-2.5 py-1.5 max-lg:col-span-full max-lg:flex max-lg:gap-3 max-lg:px-0 max-lg:py-0.5 ${ONLY_WIDE.includes(id) ? "lg:max-xl:hidden" : ""}`}
        >
          {BARE.includes(id) ? null : (
            <span className="w-28 shrink-0 text-muted text-sm lg:hidden">{t(id)}</span>
          )}
          <div className="min-w-0">{content}</div>
        </td>
      ))}
    </tr>
  );
}
