"use client";

import { useTranslations } from "next-intl";
import { type RefObject, type SyntheticEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import type { FoundPlace } from "./find-rows";

/** A number field that leads to a row of the file; says so where that row is not among those shown. */
export function GoToRow({
  field,
  find,
  onPlace,
}: {
  field: RefObject<HTMLInputElement | null>;
  find: (rowNo: number) => Promise<FoundPlace | null>;
  onPlace: (row: number) => void;
}) {
  const t = useTranslations("imports.grid.goTo");
  const [other, setOther] = useState<{ row: number; found: FoundPlace } | null>(null);
  const onSubmit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const row = Number(field.current?.value);
    if (!Number.isSafeInteger(row) || row < 1) return;
    const found = await find(row);
    if (found === null) return;
    setOther(found.rowNo === row ? null : { row, found });
    onPlace(found.place);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-center gap-2">
      <label className="flex items-center gap-2 whitespace-nowrap">
        {t("label")}
        <span className="w-28">
          <input
            ref={field}
            type="number"
            min={1}
            step={1}
            required
            inputMode="numeric"
            className={`${CONTROL} tabular-nums`}
          />
        </span>
      </label>
      <Button type="submit" size="small">
        {t("go")}
      </Button>
      <output className="text-near text-sm">
        {other === null
          ? null
          : t(other.found.rowNo > other.row ? "next" : "last", {
              row: other.row,
              next: other.found.rowNo,
            })}
      </output>
    </form>
  );
}
