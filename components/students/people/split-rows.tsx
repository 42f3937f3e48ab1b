import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { Checkbox } from "@/components/ui/checkbox";
import { LongList } from "@/components/ui/long-list";
import { SplitCrossings } from "./split-crossings";
import type { SplitFile } from "./split-form";

/** Every document, crossing, ground and border count of the record, to be marked where it is the other person's. */
export function SplitRows({ file }: { file: SplitFile }) {
  const t = useTranslations("people.split");
  const words = useTranslations("assessment");
  const { documents, crossings, grounds, borderCounts } = file;
  return (
    <div className="space-y-5">
      <Rows legend={t("documents")} none={documents.length === 0}>
        {documents.map(({ id, type, number }) => (
          <li key={id}>
            <Checkbox name="documents" value={id} label={`${number} ${type}`.trim()} />
          </li>
        ))}
      </Rows>
      <SplitCrossings crossings={crossings} />
      <Rows legend={t("grounds")} none={grounds.length === 0}>
        {grounds.map(({ ref, kind, number, from, to }) => (
          <li key={ref}>
            <Checkbox
              name="grounds"
              value={ref}
              label={
                <>
                  {words(`grounds.${kind}`)} {number} · <DayText day={from} form="table" />
                  {to === null ? null : (
                    <>
                      {" – "}
                      <DayText day={to} form="table" />
                    </>
                  )}
                </>
              }
            />
          </li>
        ))}
      </Rows>
      <Rows legend={t("borderCounts")} none={borderCounts.length === 0}>
        {borderCounts.map(({ id, statedDays, statedOn, paperNo }) => (
          <li key={id}>
            <Checkbox
              name="borderCounts"
              value={id}
              label={
                <>
                  {t("stated", { days: statedDays })} · <DayText day={statedOn} form="table" />{" "}
                  {paperNo}
                </>
              }
            />
          </li>
        ))}
      </Rows>
    </div>
  );
}

/** Rows of one kind, to be marked; nothing where the record has none. */
function Rows({ legend, none, children }: { legend: string; none: boolean; children: ReactNode }) {
  if (none) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{legend}</legend>
      <LongList>
        <ul className="space-y-1">{children}</ul>
      </LongList>
    </fieldset>
  );
}
