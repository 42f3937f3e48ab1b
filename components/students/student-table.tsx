"use client";

import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { MixedCheckbox } from "@/components/ui/mixed-checkbox";
import { HeadCell, SortCell } from "@/components/ui/table";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { deskHref } from "./filter-link";
import { SelectionBar } from "./selection-bar";
import { type DeskRow, deskColumns, deskFeatures, ONLY_WIDE } from "./student-columns";
import { StudentTableRow } from "./student-table-row";

/**
 * The desk's rows. Sorting, filtering and paging are the server's and stand in the address; what is
 * kept here is the selection, which lasts over pages and filters until it is given up.
 */
export function StudentTable({
  rows,
  total,
  filter,
  mayRegister,
}: {
  rows: DeskRow[];
  total: number;
  filter: StudentFilter;
  mayRegister: boolean;
}) {
  const t = useTranslations("students");
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const table = useTable({
    features: deskFeatures,
    columns: deskColumns,
    data: rows,
    getRowId: (row) => String(row.id),
    manualSorting: true,
    enableRowSelection: mayRegister,
    state: { rowSelection, sorting: [{ id: columnOf(filter.sort), desc: filter.dir === "desc" }] },
    onRowSelectionChange: setRowSelection,
  });
  const sortHref = (id: string) => {
    const sort = id as StudentFilter["sort"];
    const dir = filter.sort === sort && filter.dir === "asc" ? "desc" : "asc";
    return deskHref(filter, { sort, dir });
  };
  const order = filter.dir === "asc" ? "ascending" : "descending";
  return (
    <>
      <table className="w-full border-collapse bg-sheet text-left max-lg:block">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="z-10 bg-shade max-lg:block lg:sticky lg:top-(--top-bar) print:static">
          <tr className="max-lg:flex max-lg:flex-wrap max-lg:items-center">
            {mayRegister ? (
              <HeadCell className="w-8 print:hidden">
                <MixedCheckbox
                  hideLabel
                  label={t("selectPage")}
                  checked={table.getIsAllPageRowsSelected()}
                  mixed={table.getIsSomePageRowsSelected()}
                  onChange={table.getToggleAllPageRowsSelectedHandler()}
                />
              </HeadCell>
            ) : null}
            <SortCell href={sortHref("name")} sorted={filter.sort === "name" ? order : null}>
              {t("columns.name")}
            </SortCell>
            {table.getFlatHeaders().map(({ id, column }) => (
              <SortCell
                key={id}
                href={sortHref(id)}
                sorted={column.getIsSorted() ? order : null}
                className={ONLY_WIDE.includes(id) ? "lg:max-xl:hidden" : ""}
              >
                {t(`columns.${id}`)}
              </SortCell>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows} className="max-lg:block">
          {table.getRowModel().rows.map((row) => (
            <StudentTableRow
              key={row.id}
              student={row.original}
              selected={row.getIsSelected()}
              select={
                mayRegister ? (
                  <Checkbox
                    hideLabel
                    label={t("selectStudent", { name: row.original.nameLatin })}
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                ) : null
              }
              cells={row.getAllCells().map((cell) => ({
                id: cell.column.id,
                content: <table.FlexRender cell={cell} />,
              }))}
            />
          ))}
        </tbody>
      </table>
      {mayRegister ? (
        <SelectionBar
          selected={Object.keys(rowSelection)}
          total={total}
          filter={filter}
          clear={() => setRowSelection({})}
        />
      ) : null}
    </>
  );
}

/** Under which column a sort is told: until when a ground holds stands beside the registration. */
function columnOf(sort: StudentFilter["sort"]): string {
  return sort === "protected" ? "registration" : sort;
}

/** Arrow up and down move from a row's name to the next one's. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const here = (event.target as HTMLElement).closest("tr");
  const next = event.key === "ArrowDown" ? here?.nextElementSibling : here?.previousElementSibling;
  const link = next?.querySelector<HTMLElement>("th a");
  if (!link) return;
  event.preventDefault();
  link.focus();
}
