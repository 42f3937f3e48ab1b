import { useLocale, useTranslations } from "next-intl";
import type { EntryDay } from "@/lib/compliance/entry-calendar";
import { monthShort } from "@/lib/i18n/format-day";
import { DAY_WIDTH, drawEntries, type EntryDrawing, HEIGHT, highestStay } from "./entry-drawing";

/** A year of entries drawn: how high a day stands is how long a stay may last that begins on it. */
export function EntryPicture({ days }: { days: readonly EntryDay[] }) {
  const locale = useLocale();
  const drawing = drawEntries(days, highestStay(days));
  return (
    <figure className="space-y-3">
      <div className="flex gap-2">
        <Levels drawing={drawing} />
        <div className="min-w-0 flex-1">
          <svg
            viewBox={`0 0 ${drawing.width} ${HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            className="block h-24 w-full overflow-visible"
          >
            <Inks drawing={drawing} />
          </svg>
          <span aria-hidden="true" className="relative block h-5 text-muted text-xs">
            {drawing.months.map(({ day, index }, place) => (
              <span
                key={day}
                className={`absolute top-0.5 ${place % 2 === 1 ? "max-sm:hidden" : ""}`}
                style={{ left: `${(index / days.length) * 100}%` }}
              >
                {monthShort(day, locale)}
              </span>
            ))}
          </span>
        </div>
      </div>
      <EntryLegend days={days} />
    </figure>
  );
}

function Levels({ drawing: { levels } }: { drawing: EntryDrawing }) {
  return (
    <span
      aria-hidden="true"
      className="relative block h-24 w-6 shrink-0 text-right text-muted text-xs tabular-nums"
    >
      {levels.map(({ stay, y }) => (
        <span
          key={stay}
          className="absolute right-0 -translate-y-1/2"
          style={{ top: `${(y / HEIGHT) * 100}%` }}
        >
          {stay}
        </span>
      ))}
    </span>
  );
}

function Inks({ drawing }: { drawing: EntryDrawing }) {
  const { width, levels, months, stays, unlimited, closed, unknown, floor } = drawing;
  return (
    <g fill="none" strokeWidth="1">
      <path
        d={levels.map(({ y }) => `M0 ${y}H${width}`).join("")}
        className="stroke-rule"
        vectorEffect="non-scaling-stroke"
      />
      <path d={stays} className="fill-ink" />
      <path
        d={unlimited}
        className="stroke-covered"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={unknown}
        className="stroke-ink"
        strokeWidth="2"
        strokeDasharray="2 3"
        vectorEffect="non-scaling-stroke"
      />
      <path d={floor} className="stroke-edge" vectorEffect="non-scaling-stroke" />
      <path
        d={closed}
        className="stroke-over"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={months.map(({ index }) => `M${index * DAY_WIDTH} 0V${HEIGHT}`).join("")}
        className="stroke-rule-strong"
        strokeDasharray="1 3"
        vectorEffect="non-scaling-stroke"
      />
    </g>
  );
}

const START = 0 as EntryDay["day"];
const KINDS = [
  { name: "stays", isKind: (stay: EntryDay["stay"]) => typeof stay === "number" && stay > 0 },
  { name: "closed", isKind: (stay: EntryDay["stay"]) => stay === 0 },
  { name: "unlimited", isKind: (stay: EntryDay["stay"]) => stay === "unlimited" },
  { name: "unknown", isKind: (stay: EntryDay["stay"]) => stay === "unknown" },
] as const;
const SAMPLES = { stays: 60, closed: 0, unlimited: "unlimited", unknown: "unknown" } as const;

/** The key to what is drawn; what does not occur is left out. */
function EntryLegend({ days }: { days: readonly EntryDay[] }) {
  const t = useTranslations("plan.entries.legend");
  const drawn = KINDS.filter(({ isKind }) => days.some(({ stay }) => isKind(stay)));
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
      {drawn.map(({ name }) => (
        <div key={name} className="flex items-center gap-2">
          <dt>
            <Swatch stay={SAMPLES[name]} />
          </dt>
          <dd>{t(name)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Swatch({ stay }: { stay: EntryDay["stay"] }) {
  const days = Array.from({ length: 8 }, () => ({ day: START, stay, bindsBy: null }));
  const drawing = { ...drawEntries(days, 90), levels: [], months: [] };
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${HEIGHT}`}
      preserveAspectRatio="none"
      width="24"
      height="20"
      aria-hidden="true"
    >
      <Inks drawing={drawing} />
    </svg>
  );
}
