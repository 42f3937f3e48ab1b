"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { filterQuery, NEW_REGISTRATION } from "./filter-link";

/** What can be done with the chosen students; floats at the foot of the screen while some are chosen. */
export function SelectionBar({
  selected,
  total,
  filter,
  clear,
}: {
  /** Keys of the chosen students. */
  selected: readonly string[];
  /** How many match the filter on all pages. */
  total: number;
  filter: StudentFilter;
  clear: () => void;
}) {
  const t = useTranslations("students.selection");
  const query = filterQuery({ ...filter, page: 1 });
  const [allOf, setAllOf] = useState<string | null>(null);
  // "All that match" is said of one filter: with another it is over.
  const all = allOf === query;
  if (selected.length === 0 && !all) return null;
  const fields = all
    ? [["all", "1"] as const, ...new URLSearchParams(query)]
    : [
        ...selected.map((id) => ["student", id] as const),
        ...[...new URLSearchParams(query)].filter(([name]) => name === "asOf"),
      ];
  return (
    <form
      action={NEW_REGISTRATION}
      className="sticky bottom-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border border-rule-strong bg-sheet px-4 py-2.5 shadow-float print:hidden"
    >
      <p role="status" className="font-medium">
        {t("chosen", { count: all ? total : selected.length })}
      </p>
      {!all && total > selected.length ? (
        <Button look="quiet" size="small" onClick={() => setAllOf(query)}>
          {t("all", { total })}
        </Button>
      ) : null}
      <Button
        look="quiet"
        size="small"
        onClick={() => {
          setAllOf(null);
          clear();
        }}
      >
        {t("clear")}
      </Button>
      {fields.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <span className="ml-auto">
        <Button type="submit" look="primary">
          {t("register")}
        </Button>
      </span>
    </form>
  );
}
