const CELL = 14;
const GAP = 4;
const STEP = CELL + GAP;
const COLUMNS = 20;
const WINDOW = 180;
const LIMIT = 90;

/** First and last day of each stay, counted from the window's first day: 90 days together. */
const STAYS = [
  [4, 21],
  [38, 51],
  [67, 84],
  [102, 113],
  [131, 158],
] as const;

const days = Array.from({ length: WINDOW }, (_, day) => ({
  day,
  x: (day % COLUMNS) * STEP,
  y: Math.floor(day / COLUMNS) * STEP + 12,
  counted: STAYS.some(([from, to]) => day >= from && day <= to),
}));

const LAST_COUNTED = days.filter(({ counted }) => counted)[LIMIT - 1]?.day;

/** What the whole desk is about: a window of 180 days, the days inside filled, the ninetieth marked. */
export function DaysOfTheWindow({ caption }: { caption: string }) {
  const width = COLUMNS * STEP - GAP;
  return (
    <figure className="hidden w-full max-w-2xl justify-self-center lg:block">
      <svg
        viewBox={`-1 0 ${width + 2} ${(WINDOW / COLUMNS) * STEP + 14}`}
        fill="none"
        stroke="currentColor"
        aria-hidden="true"
        className="w-full text-lake"
      >
        <path d={`M0 6V1h${width}v5`} strokeWidth="1.5" />
        {days.map(({ day, x, y, counted }) =>
          counted ? (
            <rect
              key={day}
              x={x}
              y={y}
              width={CELL}
              height={CELL}
              fill="currentColor"
              stroke="none"
              className={day === LAST_COUNTED ? "text-over" : undefined}
            />
          ) : (
            <rect
              key={day}
              x={x + 0.5}
              y={y + 0.5}
              width={CELL - 1}
              height={CELL - 1}
              className="text-rule-strong"
            />
          ),
        )}
      </svg>
      <figcaption className="mt-3 text-muted">{caption}</figcaption>
    </figure>
  );
}
