import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { LongList } from "@/components/ui/long-list";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { EntryDay } from "@/lib/compliance/entry-calendar";
import { type EntrySlope, entrySlopes } from "./entry-slopes";

/** The drawing in lines: from which day to which, how long a stay may last, and what ends it. */
export function EntryTable({ days }: { days: readonly EntryDay[] }) {
  const t = useTranslations("plan.entries");
  const readings = useTranslations("assessment.readings");
  return (
    <LongList>
      <Table caption={t("caption")}>
        <TableHead>
          <HeadCell>{t("from")}</HeadCell>
          <HeadCell>{t("to")}</HeadCell>
          <HeadCell>{t("stay")}</HeadCell>
          <HeadCell>{t("bindsBy")}</HeadCell>
        </TableHead>
        <tbody>
          {entrySlopes(days).map((slope) => (
            <Row key={slope.from}>
              <Cell>
                <DayText day={slope.from} form="table" />
              </Cell>
              <Cell>
                <DayText day={slope.to} form="table" />
              </Cell>
              <Cell>
                <Stay slope={slope} />
              </Cell>
              <Cell>{slope.bindsBy === null ? "–" : readings(slope.bindsBy)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </LongList>
  );
}

function Stay({ slope: { first, last } }: { slope: EntrySlope }): ReactNode {
  const t = useTranslations("plan.entries");
  if (typeof first !== "number" || typeof last !== "number") {
    return t(first === "unlimited" ? "unlimited" : "unknown");
  }
  if (first === 0) return <span className="font-medium text-over">{t("closed")}</span>;
  if (first === last) return t("days", { days: first });
  return t(last > first ? "growing" : "shrinking", { first, last });
}
