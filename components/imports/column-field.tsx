"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Option, Select } from "@/components/ui/select";
import type { ImportTarget, ReadFormat } from "@/lib/db/import/import-words";
import type { NamePreview } from "@/lib/services/imports/name-previews";
import { keepChoice, keptChoice } from "./kept-choices";
import { columnLetters } from "./reading-words";

type Reading = NonNullable<ReadFormat["columns"]>[number];

export type MappedColumn = Pick<
  Reading,
  "heading" | "target" | "proposal" | "confidence" | "by" | "samples"
> & { names: NamePreview | null };

/** What is asked of a column, for as long as it stands in its place under its heading. */
export const columnQuestion = (index: number, { heading }: Pick<MappedColumn, "heading">) =>
  `column ${index} ${heading}`;

/** One column: what it is read as, how sure that is and why, its first values, and how a full name would be split. */
export function ColumnField({
  importId,
  index,
  column,
  options,
}: {
  importId: string;
  index: number;
  column: MappedColumn;
  options: readonly Option[];
}) {
  const t = useTranslations("imports.mapping");
  const [chosen, setChosen] = useState<string>(() => {
    const kept = keptChoice(importId, columnQuestion(index, column), column.target ?? "");
    return kept === "" || options.some(({ value }) => value === kept)
      ? kept
      : (column.target ?? "");
  });
  const { heading, samples } = column;
  return (
    <div className="space-y-1">
      <Select
        name={`column-${index}`}
        label={heading || t("noHeading", { letter: columnLetters(index) })}
        hint={samples.length > 0 ? samples.join(" · ") : undefined}
        options={options}
        empty={t("notRead")}
        value={chosen}
        onChange={({ target: { value } }) => {
          setChosen(value);
          keepChoice(importId, columnQuestion(index, column), value);
        }}
      />
      {chosen === (column.target ?? "") ? null : (
        <p className={`text-sm ${UNSURE_INK}`}>{t("unapplied")}</p>
      )}
      <Certainty column={column} chosen={chosen} />
      <SplitNames column={column} chosen={chosen} />
    </div>
  );
}

const UNSURE_INK = "text-near";

/** Nothing where heading and choice speak for themselves. */
function Certainty({ column, chosen }: { column: MappedColumn; chosen: string }) {
  const t = useTranslations("imports");
  const { target, proposal, confidence, by } = column;
  if (proposal && confidence === "unsure" && by) {
    const field = t(`fields.${proposal}`);
    return (
      <p className={`text-sm ${UNSURE_INK}`}>
        {t("mapping.unsure", { field, by: t(`mapping.by.${by}`) })}
      </p>
    );
  }
  if (!target || !by || !confidence || chosen !== target) return null;
  const words = t(`mapping.confidence.${confidence}`, { by: t(`mapping.by.${by}`) });
  return <p className={`text-sm ${confidence === "sure" ? "text-muted" : UNSURE_INK}`}>{words}</p>;
}

const ORDERS: Readonly<Partial<Record<ImportTarget, keyof NamePreview>>> = {
  full_name: "surnameFirst",
  full_name_latin: "surnameFirst",
  full_name_given_first: "givenFirst",
};

function SplitNames({ column, chosen }: { column: MappedColumn; chosen: string }) {
  const t = useTranslations("imports.mapping");
  const order = ORDERS[chosen as ImportTarget];
  const split = order && column.names ? column.names[order] : null;
  if (!split) return null;
  if (split.length === 0) return <p className={`text-sm ${UNSURE_INK}`}>{t("noSplit")}</p>;
  return (
    <ul aria-label={t("split")} className="text-sm">
      {split.flat().map(({ last, first, middle }) => (
        <li key={`${last} ${first} ${middle}`}>
          {t("name", { last, first, middle: middle || "none" })}
        </li>
      ))}
    </ul>
  );
}
