import { useFormatter, useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { Cell, Row, RowHeadCell } from "@/components/ui/table";
import type { PersonSide } from "@/lib/services/students/merge-people";

const COUNTED = ["grounds", "borderCounts", "filedLists"] as const;

/** Rows of a comparison: how much hangs on each of the students. */
export function CountedRows({ sides }: { sides: readonly PersonSide[] }) {
  const t = useTranslations("people.counted");
  const format = useFormatter();
  const head = (name: "crossings" | "hasResidence" | (typeof COUNTED)[number]) => (
    <RowHeadCell className="font-normal text-muted">{t(name)}</RowHeadCell>
  );
  return (
    <>
      <Row>
        {head("crossings")}
        {sides.map((side) => (
          <Cell key={side.student.id} className="tabular-nums">
            <Crossings side={side} />
          </Cell>
        ))}
      </Row>
      {COUNTED.map((name) => (
        <Row key={name}>
          {head(name)}
          {sides.map((side) => (
            <Cell key={side.student.id} className="tabular-nums">
              {format.number(side[name])}
            </Cell>
          ))}
        </Row>
      ))}
      <Row>
        {head("hasResidence")}
        {sides.map((side) => (
          <Cell key={side.student.id}>{t(side.hasResidence ? "known" : "notKnown")}</Cell>
        ))}
      </Row>
    </>
  );
}

function Crossings({ side: { crossings, firstCrossing, lastCrossing } }: { side: PersonSide }) {
  const format = useFormatter();
  if (firstCrossing === null || lastCrossing === null) return format.number(crossings);
  return (
    <>
      {format.number(crossings)}
      {", "}
      <DayText day={firstCrossing} form="table" />
      {" – "}
      <DayText day={lastCrossing} form="table" />
    </>
  );
}
