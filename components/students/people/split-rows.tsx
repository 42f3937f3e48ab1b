import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { DayText } from "@/components/assessment/day-text";
import { Checkbox } from "@/components/ui/checkbox";
import { LongList } from "@/components/ui/long-list";
import { Notice } from "@/components/ui/notice";
import { SplitCrossings } from "./split-crossings";
import type { SplitFile } from "./split-form";

/** The refs of the crossings that were made with each document, by the document's key. */
export type CrossingsBy = Readonly<Record<number, readonly string[]>>;

/**
 * Every document, crossing, ground and border count of the record, to be marked where it is the other person's. With a
 * document go the crossings that were made with it; where some are to stay, that is asked.
 */
export function SplitRows({ file, crossingsBy }: { file: SplitFile; crossingsBy: CrossingsBy }) {
  const t = useTranslations("people.split");
  const words = useTranslations("assessment");
  const { documents, crossings, grounds, borderCounts } = file;
  const [going, setGoing] = useState<ReadonlySet<number>>(new Set());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const mark = (refs: readonly string[], on: boolean) => setMarked(changed(marked, refs, on));
  const markDocument = (id: number, on: boolean) => {
    setGoing(changed(going, [id], on));
    mark(crossingsBy[id] ?? [], on);
  };
  const staying = [...going]
    .flatMap((id) => crossingsBy[id] ?? [])
    .filter((ref) => !marked.has(ref)).length;
  return (
    <div className="space-y-5">
      <Rows legend={t("documents")} none={documents.length === 0}>
        {documents.map(({ id, type, number }) => (
          <li key={id}>
            <Checkbox
              name="documents"
              value={id}
              checked={going.has(id)}
              onChange={(event) => markDocument(id, event.target.checked)}
              label={`${number} ${type}`.trim()}
              hint={
                crossingsBy[id]?.length ? t("goWith", { count: crossingsBy[id].length }) : undefined
              }
            />
          </li>
        ))}
      </Rows>
      <SplitCrossings crossings={crossings} marked={marked} mark={mark} />
      {staying === 0 ? null : (
        <Notice tone="warn">
          <Checkbox
            name="leavesCrossings"
            value="yes"
            label={t("leave", { count: staying })}
            hint={t("leaveHint")}
          />
        </Notice>
      )}
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

function changed<Key>(set: ReadonlySet<Key>, keys: readonly Key[], on: boolean): ReadonlySet<Key> {
  const next = new Set(set);
  for (const key of keys) on ? next.add(key) : next.delete(key);
  return next;
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
