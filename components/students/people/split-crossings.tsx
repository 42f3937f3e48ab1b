"use client";

import { useTranslations } from "next-intl";
import { clockTime } from "@/components/assessment/clock-time";
import { DayText } from "@/components/assessment/day-text";
import { Checkbox } from "@/components/ui/checkbox";
import { LongList } from "@/components/ui/long-list";
import { MixedCheckbox } from "@/components/ui/mixed-checkbox";
import type { FileCrossing } from "@/lib/services/students/get-student";

/** The crossings by the document that was shown: two people's crossings mostly differ in it. */
export function SplitCrossings({
  crossings,
  marked,
  mark,
}: {
  crossings: readonly FileCrossing[];
  marked: ReadonlySet<string>;
  mark: (refs: readonly string[], on: boolean) => void;
}) {
  const t = useTranslations("people.split");
  if (crossings.length === 0) return null;
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 font-medium">{t("crossings")}</legend>
      {documentsOf(crossings).map((documentNo) => {
        const group = crossings.filter((crossing) => crossing.documentNo === documentNo);
        const refs = group.map(({ ref }) => ref);
        const on = refs.filter((ref) => marked.has(ref)).length;
        return (
          <div key={documentNo} className="space-y-1">
            <MixedCheckbox
              checked={on === refs.length}
              mixed={on > 0 && on < refs.length}
              onChange={(event) => mark(refs, event.target.checked)}
              label={documentNo === "" ? t("noDocument") : t("withDocument", { documentNo })}
              hint={t("marked", { on, all: refs.length })}
            />
            <LongList>
              <ul className="space-y-1 pl-6">
                {group.map((crossing) => (
                  <li key={crossing.ref}>
                    <Checkbox
                      name="crossings"
                      value={crossing.ref}
                      checked={marked.has(crossing.ref)}
                      onChange={(event) => mark([crossing.ref], event.target.checked)}
                      label={<CrossingLine crossing={crossing} />}
                    />
                  </li>
                ))}
              </ul>
            </LongList>
          </div>
        );
      })}
    </fieldset>
  );
}

function documentsOf(crossings: readonly FileCrossing[]): string[] {
  return [...new Set(crossings.map(({ documentNo }) => documentNo))];
}

function CrossingLine({ crossing }: { crossing: FileCrossing }) {
  const words = useTranslations("assessment.directions");
  const { day, minute, direction, checkpoint } = crossing;
  return (
    <>
      <DayText day={day} form="table" /> {minute === null ? null : clockTime(minute)}{" "}
      {words(direction)}
      {checkpoint === "" ? null : `, ${checkpoint}`}
    </>
  );
}
