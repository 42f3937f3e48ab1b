/** Where the days of the mark stand; the last two are outside, drawn empty. */
const COUNTED = [0, 5, 10, 15, 20];
const OUTSIDE = [25, 30];

/** The mark, a week of the strip under its bracket, and the product's name. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold text-ink text-lg lowercase tracking-tight">
      <svg
        viewBox="0 0 34 18"
        width="34"
        height="18"
        fill="none"
        stroke="currentColor"
        aria-hidden="true"
        className="text-lake"
      >
        <path d="M.75 4.5V1h32.5v3.5" strokeWidth="1.5" />
        {COUNTED.map((x) => (
          <rect key={x} x={x} y="7" width="4" height="10" fill="currentColor" stroke="none" />
        ))}
        {OUTSIDE.map((x) => (
          <rect key={x} x={x + 0.5} y="7.5" width="3" height="9" />
        ))}
      </svg>
      {name}
    </span>
  );
}
