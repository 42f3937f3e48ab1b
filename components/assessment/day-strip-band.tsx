import type { BandShapes } from "./day-strip-geometry";

/** The inks of a band, back to front. Widths stay the same however the drawing is stretched. */
export function DayStripBand({ shapes }: { shapes: BandShapes }) {
  return (
    <g fill="none">
      <path d={shapes.weekends} className="fill-shade" />
      <Stroke d={shapes.months} className="stroke-rule-strong" />
      <Stroke d={shapes.baseline} className="stroke-edge" />
      <path d={shapes.notCounted} className="fill-edge" />
      <path d={shapes.counted} className="fill-ink" />
      <path d={shapes.pausedFrame} className="fill-sheet" />
      <Stroke d={shapes.pausedHatch} className="stroke-covered" />
      <Stroke d={shapes.pausedFrame} className="stroke-covered" />
      <Stroke d={shapes.unknown} className="stroke-ink" width={2} dots />
      <Stroke d={shapes.plannedHatch} className="stroke-ink" width={1.5} />
      <Stroke d={shapes.plannedFrame} className="stroke-ink" dashed />
      <path d={shapes.grounds} className="fill-covered" />
      <Stroke d={shapes.plannedGrounds} className="stroke-covered" />
      <path d={shapes.asOf} className="fill-ink" />
      <Stroke d={shapes.bracket} className="stroke-muted" />
      <Stroke d={shapes.limit} className="stroke-sheet" width={4} />
      <Stroke d={shapes.limit} className="stroke-over" width={1.75} />
      <path d={shapes.limitFlag} className="fill-over" />
    </g>
  );
}

function Stroke({
  d,
  className,
  width = 1,
  dots = false,
  dashed = false,
}: {
  d: string;
  className: string;
  width?: number;
  dots?: boolean;
  dashed?: boolean;
}) {
  if (d === "") return null;
  return (
    <path
      d={d}
      className={className}
      strokeWidth={width}
      strokeLinecap={dots ? "round" : "butt"}
      strokeDasharray={dots ? "0 4" : dashed ? "2 2" : undefined}
      vectorEffect="non-scaling-stroke"
    />
  );
}
