import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/page-heading";
import type { FormAction } from "@/components/ui/sent-form";
import type { comparePeople, PersonSide } from "@/lib/services/students/merge-people";
import { ApartForm } from "./apart-form";
import { CountedRows } from "./counted-rows";
import { MergeForm } from "./merge-form";
import { mergeHref } from "./merge-link";
import { SideTable } from "./side-table";
import { nameOfSide, valuesOfSide } from "./side-values";

type Compared = Awaited<ReturnType<typeof comparePeople>>;

/** Two students side by side, what becomes of both when they are made one, and the ways to go on. */
export function MergeSheet({
  compared,
  merge,
  apart,
}: {
  compared: Compared;
  merge: FormAction<null>;
  apart: FormAction<null>;
}) {
  const t = useTranslations("people.merge");
  const locale = useLocale();
  const { kept, gone } = compared;
  const titled = (side: PersonSide) => nameOfSide(side, locale)[0] || side.student.studentNo;
  return (
    <div className="space-y-6">
      <SideTable
        caption={t("caption")}
        columns={[
          { key: "kept", title: <Title side={kept} stays />, values: fullValues(kept, locale) },
          { key: "gone", title: <Title side={gone} />, values: fullValues(gone, locale) },
        ]}
      >
        <CountedRows sides={[kept, gone]} />
      </SideTable>
      <div>
        <LinkButton href={mergeHref(gone.student.id, kept.student.id)} size="small" replace>
          {t("swap")}
        </LinkButton>
      </div>
      <Section title={t("whatHappens")}>
        <Consequences compared={compared} />
      </Section>
      <div className="flex flex-wrap items-start gap-2">
        <MergeForm
          kept={{
            id: kept.student.id,
            seen: kept.factsVersion,
            name: titled(kept),
            number: kept.student.studentNo,
          }}
          gone={{
            id: gone.student.id,
            seen: gone.factsVersion,
            name: titled(gone),
            number: gone.student.studentNo,
          }}
          action={merge}
        />
        <ApartForm pair={[kept.student.id, gone.student.id]} size="normal" action={apart} />
      </div>
    </div>
  );
}

/** Whoever says that two are one must see the numbers whole. */
function fullValues(side: PersonSide, locale: string) {
  return {
    ...valuesOfSide(side, locale),
    iin: side.student.iin,
    documents: side.documents.map(({ number }) => number).join(", "),
  };
}

function Title({ side: { student }, stays = false }: { side: PersonSide; stays?: boolean }) {
  const t = useTranslations("people");
  return (
    <>
      <span className="text-ink">{t(stays ? "merge.stays" : "merge.goes")}</span>
      {": "}
      <Link href={`/students/${student.id}`} className="text-lake underline underline-offset-3">
        {t("number", { number: student.studentNo })}
      </Link>
    </>
  );
}

function Consequences({ compared: { kept, gone, shared } }: { compared: Compared }) {
  const t = useTranslations("people.merge");
  const number = gone.student.studentNo;
  return (
    <ul className="max-w-3xl list-disc space-y-1 pl-5">
      <li>{t("valuesStay")}</li>
      <li>{t("rowsMove", { number })}</li>
      {shared.crossings + shared.grounds > 0 ? (
        <li>{t("shared", { crossings: shared.crossings, grounds: shared.grounds })}</li>
      ) : null}
      {shared.groundsThatDiffer > 0 ? (
        <li>{t("groundsDiffer", { count: shared.groundsThatDiffer })}</li>
      ) : null}
      {kept.hasResidence && gone.hasResidence ? <li>{t("residenceStays")}</li> : null}
      {gone.filedLists > 0 ? <li>{t("filed", { count: gone.filedLists })}</li> : null}
      <li>{t("canUndo")}</li>
    </ul>
  );
}
