"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { columnName } from "./column-name";
import { ROW_HEIGHT } from "./use-rows-in-sight";

/** The letters and headings of the columns that are in sight. */
export function GridHeads({
  columns,
  across,
  width,
  head,
}: {
  columns: readonly { heading: string }[];
  across: readonly VirtualItem[];
  width: number;
  /** How wide the first one is. */
  head: number;
}) {
  const t = useTranslations("imports.grid");
  return (
    <thead className="sticky top-0 z-20 block bg-shade" style={{ height: ROW_HEIGHT, width }}>
      <tr aria-rowindex={1} className="relative block h-full">
        <Head column={-1} className="sticky left-0 z-10 bg-shade" style={{ width: head }}>
          {t("row")}
        </Head>
        {across.map(({ index, start, size }) => (
          <Head
            key={index}
            column={index}
            className="absolute top-0"
            style={{ width: size, left: head + start }}
          >
            <b className="mr-1.5 text-ink">{columnName(index)}</b>
            {columns[index]?.heading}
          </Head>
        ))}
      </tr>
    </thead>
  );
}

function Head({
  column,
  className,
  style,
  children,
}: {
  column: number;
  className: string;
  style: { width: number; left?: number };
  children: ReactNode;
}) {
  return (
    <th
      scope="col"
      aria-colindex={column + 2}
      className={`${className} block h-full truncate border-rule-strong border-r border-b px-2 text-left font-normal text-muted text-sm leading-8`}
      style={style}
    >
      {children}
    </th>
  );
}
