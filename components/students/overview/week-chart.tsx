import { useFormatter, useLocale } from "next-intl";
import { monthShort } from "@/lib/i18n/format-day";
import { drawWeeks, type WeekColumn } from "./week-chart-geometry";

type Week = { monday: WeekColumn["monday"]; count: number; cumulated: number; href: string };

/** Heights in pixels: the staircase, the room above it for the highest number, the months below. */
const HEIGHT = 168;
const ABOVE = 18;
const BELOW = 20;
/** Room on the left for the numbers of the scale, in pixels: "12 000" has room. */
const SCALE = 46;
/** With more columns than this their numbers would run into each other. */
const MOST_NUMBERED = 45;

/**
 * How many reach the limit in each week, standing on how many did before. It says nothing that the table beside
 * it does not: screen readers and the keyboard pass it by. Widths are in per cent, so that it fits any paper.
 */
export function WeekChart({ weeks }: { weeks: readonly Week[] }) {
  const format = useFormatter();
  const locale = useLocale();
  const { columns, ticks, months } = drawWeeks(weeks, HEIGHT);
  return (
    <div className="flex text-xs">
      <svg aria-hidden="true" width={SCALE} height={ABOVE + HEIGHT + BELOW} className="shrink-0">
        {ticks.map(({ value, y }) => (
          <text
            key={value}
            x={SCALE - 6}
            y={ABOVE + y + 4}
            textAnchor="end"
            className="fill-muted tabular-nums"
          >
            {format.number(value)}
          </text>
        ))}
      </svg>
      <svg
        aria-hidden="true"
        width="100%"
        height={ABOVE + HEIGHT + BELOW}
        className="min-w-0 flex-1"
      >
        {ticks.map(({ value, y }) => (
          <line
            key={value}
            x1="0"
            x2="100%"
            y1={ABOVE + y}
            y2={ABOVE + y}
            className="stroke-rule"
          />
        ))}
        {months.map(({ monday, left }) => (
          <g key={monday}>
            <line
              x1={`${left}%`}
              x2={`${left}%`}
              y1={ABOVE + HEIGHT}
              y2={ABOVE + HEIGHT + 6}
              className="stroke-rule-strong"
            />
            <text x={`${left}%`} dx="3" y={ABOVE + HEIGHT + 16} className="fill-muted">
              {monthShort(monday, locale)}
            </text>
          </g>
        ))}
        {columns.map((column, index) => (
          <Column
            key={column.monday}
            column={column}
            week={weeks[index]}
            numbered={columns.length <= MOST_NUMBERED}
          />
        ))}
      </svg>
    </div>
  );
}

function Column({
  column: { left, width, before, added },
  week,
  numbered,
}: {
  column: WeekColumn;
  week: Week | undefined;
  numbered: boolean;
}) {
  const x = `${left}%`;
  const drawn = (
    <>
      <rect
        x={x}
        width={`${width}%`}
        y={ABOVE + before.y}
        height={before.height}
        className="fill-rule"
      />
      <line
        x1={x}
        x2={`${left + width}%`}
        y1={ABOVE + before.y}
        y2={ABOVE + before.y}
        className="stroke-edge"
      />
      <rect
        x={x}
        width={`${width}%`}
        y={ABOVE + added.y}
        height={added.height}
        className="fill-near group-hover:fill-lake"
      />
    </>
  );
  if (week === undefined || week.count === 0) return <g>{drawn}</g>;
  return (
    <a href={week.href} tabIndex={-1} className="group">
      {drawn}
      {numbered ? (
        <text
          x={`${left + width / 2}%`}
          y={ABOVE + added.y - 5}
          textAnchor="middle"
          className="fill-ink tabular-nums max-md:hidden print:block"
        >
          {week.count}
        </text>
      ) : null}
    </a>
  );
}
