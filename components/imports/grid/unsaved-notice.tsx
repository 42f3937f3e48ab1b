"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { columnName } from "./column-name";
import type { Unsaved } from "./use-unsaved";

/** Texts that were typed here and did not reach the server: each can be saved now, or given up. */
export function UnsavedNotice({
  unsaved: { offered, save, drop },
  mayMend,
}: {
  unsaved: Unsaved;
  mayMend: boolean;
}) {
  const t = useTranslations("imports.grid.unsaved");
  if (offered.length === 0) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      <p>{t(mayMend ? "hint" : "tooLate")}</p>
      <ul className="space-y-1">
        {offered.map((cell) => {
          const { rowNo, column, text } = cell;
          const place = { row: rowNo, column: columnName(column) };
          return (
            <li key={`${rowNo} ${column}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="wrap-anywhere min-w-0">
                {t("cell", { ...place, text: text || t("empty") })}
              </span>
              {mayMend ? (
                <Button size="small" aria-label={t("saveAt", place)} onClick={() => save(cell)}>
                  {t("save")}
                </Button>
              ) : null}
              <Button size="small" aria-label={t("dropAt", place)} onClick={() => drop(cell)}>
                {t("drop")}
              </Button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
