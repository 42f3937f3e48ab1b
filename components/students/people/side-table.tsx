import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { SideScroll } from "@/components/ui/side-scroll";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { SIDE_FIELDS, type SideValues } from "./side-values";

export type SideColumn = { key: string; title: ReactNode; values: SideValues };

/** People side by side, a line for each thing that is known; what is the same as in the first column is marked. */
export function SideTable({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: readonly SideColumn[];
  /** More rows, each with as many cells. */
  children?: ReactNode;
}) {
  const t = useTranslations("people");
  const [first] = columns;
  const shown = SIDE_FIELDS.filter((field) => columns.some(({ values }) => values[field] !== ""));
  return (
    <SideScroll>
      <Table caption={caption}>
        <TableHead>
          <HeadCell>
            <span className="sr-only">{t("field")}</span>
          </HeadCell>
          {columns.map(({ key, title }) => (
            <HeadCell key={key}>{title}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {shown.map((field) => (
            <Row key={field}>
              <RowHeadCell className="font-normal text-muted">{t(`fields.${field}`)}</RowHeadCell>
              {columns.map(({ key, values }, place) => (
                <Cell key={key} className="min-w-40 tabular-nums">
                  {values[field] || <span className="text-muted text-sm">{t("notSaid")}</span>}
                  {place > 0 && values[field] !== "" && values[field] === first?.values[field] ? (
                    <>
                      {" "}
                      <Icon name="done" className="inline text-covered" />
                      <span className="sr-only">{t("same")}</span>
                    </>
                  ) : null}
                </Cell>
              ))}
            </Row>
          ))}
          {children}
        </tbody>
      </Table>
    </SideScroll>
  );
}
