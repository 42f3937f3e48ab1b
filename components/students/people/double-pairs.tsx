import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { LinkButton } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/sent-form";
import type { DoublePair } from "@/lib/services/students/doubles";
import type { PersonSide } from "@/lib/services/students/merge-people";
import { ApartForm } from "./apart-form";
import { mergeHref } from "./merge-link";
import { nameOfSide } from "./side-values";

/** Pairs of students who may be one person: why, and what can be done with each. */
export function DoublePairs({
  pairs,
  apart,
}: {
  pairs: readonly DoublePair[];
  apart: FormAction<null>;
}) {
  const t = useTranslations("people.doubles");
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {pairs.map(({ one, other, reasons }) => {
        const pair = [one.student.id, other.student.id] as const;
        return (
          <li
            key={pair.join()}
            className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-2 xl:grid-cols-[1fr_1fr_auto]"
          >
            <Person side={one} />
            <Person side={other} />
            <div className="flex flex-wrap items-start gap-2 md:col-span-2 xl:col-span-1 xl:justify-end">
              <LinkButton href={mergeHref(...pair)} size="small">
                {t("compare")}
              </LinkButton>
              <ApartForm pair={pair} action={apart} />
            </div>
            <p className="text-muted text-sm md:col-span-full">
              {t("because", {
                reasons: reasons.map((reason) => t(`reasons.${reason}`)).join(", "),
              })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function Person({ side }: { side: PersonSide }) {
  const t = useTranslations("people");
  const [name, otherName] = nameOfSide(side, useLocale());
  const { id, studentNo, birthDate } = side.student;
  return (
    <div className="min-w-0 break-words">
      <p>
        <Link
          href={`/students/${id}`}
          className="font-medium text-lake underline underline-offset-3"
        >
          {name || studentNo}
        </Link>
        {otherName === "" ? null : <span className="text-muted"> {otherName}</span>}
      </p>
      <p className="text-sm tabular-nums">
        {t("number", { number: studentNo })}
        {" · "}
        {birthDate === null ? (
          t("noBirthDate")
        ) : (
          <>
            {t("fields.birthDate")} <DayText day={birthDate} form="table" />
          </>
        )}
      </p>
    </div>
  );
}
