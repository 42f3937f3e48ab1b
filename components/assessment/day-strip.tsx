import { DayStripBand } from "./day-strip-band";
import { type DayStripData, lastDayOf } from "./day-strip-data";
import { drawBand } from "./day-strip-geometry";
import { useStripWords } from "./day-strip-words";

const HEIGHT = 20;

/** The strip of days on one line, 20 px high: for a row of a table. `dayWidth` in px. */
export function DayStrip({ dayWidth = 1, ...data }: DayStripData & { dayWidth?: number }) {
  const words = useStripWords(data);
  const width = data.days.length * dayWidth;
  const shapes = drawBand(data, {
    from: data.start,
    to: lastDayOf(data),
    dayWidth,
    gap: 0,
    top: 4,
    height: 10,
    hatch: 3,
  });
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      className="block overflow-visible"
    >
      <DayStripBand shapes={shapes} />
    </svg>
  );
}
