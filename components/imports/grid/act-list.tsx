"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/page-heading";
import type { MendAct } from "@/lib/db/import/grid-words";
import { momentInTable } from "@/lib/i18n/format-moment";
import { columnName } from "./column-name";
import type { Mending } from "./use-mending";

/** What was mended, newest first, each with what the file has; each can be taken back by itself. */
export function ActList({
  acts,
  count,
  takeBack,
}: {
  acts: readonly MendAct[];
  count: number;
  takeBack: Mending["takeBack"];
}) {
  const t = useTranslations("imports.grid.acts");
  if (acts.length === 0) return null;
  return (
    <Section title={t("title", { count })}>
      <ul className="divide-y divide-rule border-rule border-y">
        {acts.map((act) => (
          <li
            key={act.act}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-1.5"
          >
            <div className="min-w-0 flex-1">
              <ActWords act={act} />
              <p className="text-muted text-sm">
                {t("by", {
                  by: act.by ?? t("program"),
                  when: momentInTable(act.at),
                })}
              </p>
            </div>
            {takeBack === null ? null : (
              <Button size="small" look="quiet" onClick={() => takeBack({ act: act.act })}>
                {t("takeBack")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {count > acts.length ? (
        <p className="text-muted">{t("more", { count: count - acts.length })}</p>
      ) : null}
    </Section>
  );
}

function ActWords({ act }: { act: MendAct }) {
  const t = useTranslations("imports.grid.acts");
  const { kind, hits } = act;
  return (
    <p>
      <What act={act} />
      {hits === null ? <span className="text-muted"> {t("notChecked")}</span> : null}
      {hits === 0 ? (
        <span className="ml-2 inline-flex items-center gap-1 text-near">
          <Icon name="warn" /> {t("fitsNothing")}
        </span>
      ) : null}
      {kind === "replace" && hits ? (
        <span className="text-muted"> {t("hits", { count: hits })}</span>
      ) : null}
    </p>
  );
}

function What({ act: { kind, count, rowNo, column, ...texts } }: { act: MendAct }) {
  const t = useTranslations("imports.grid.acts");
  const name = column === null ? "" : columnName(column);
  const empty = t("empty");
  const [was, find, text] = [texts.was || empty, texts.find || empty, texts.text || empty];
  switch (kind) {
    case "cell":
      if (count > 1) return <>{t("cells", { count, row: rowNo, column: name })}</>;
      return <>{t("cell", { row: rowNo, column: name, was, text })}</>;
    case "leaveOut":
      return <>{t("leaveOut", { count, row: rowNo })}</>;
    case "takeFile":
      return <>{t("takeFile", { count, row: rowNo, was, text })}</>;
    case "replace": {
      const where = column === null ? "replaceEverywhere" : "replace";
      return <>{t(where, { column: name, find, text, whole: texts.whole ? "yes" : "no" })}</>;
    }
  }
}
