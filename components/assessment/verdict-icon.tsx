import type { Verdict } from "@/lib/compliance/assessment";

/** `fill` is a solid shape, `line` is drawn over it: in its own colour, or in paper where `cut`. */
type Sign = { fill?: string; line?: string; cut?: boolean; dashed?: boolean };

const CIRCLE = "M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12z";

/** A shape of its own for each verdict, so that it is known without its colour. 16 × 16. */
const SIGNS: Record<Verdict, Sign> = {
  overstaying: {
    fill: "M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5z",
    line: "M8 4.5v4.25M8 11.25v.5",
    cut: true,
  },
  barred: { fill: CIRCLE, line: "M4.75 8h6.5", cut: true },
  registration_overdue: {
    fill: "M3 1.5h10v13H3z",
    line: "M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5",
    cut: true,
  },
  at_risk: { fill: "M8 1.5l7 12.5H1z", line: "M8 6v3.75M8 11.75v.4", cut: true },
  registration_due: { line: "M3.5 2h9v12h-9zM8 5v3.5l2 1.5" },
  lapsing: { fill: "M8 2a6 6 0 0 1 0 12z", line: CIRCLE },
  unregistered: { line: "M3.5 2h9v12h-9z", dashed: true },
  covered: {
    line: "M8 1.75l5.25 1.75v4.25c0 3-2 5.25-5.25 6.5-3.25-1.25-5.25-3.5-5.25-6.5V3.5zM5.5 8l1.9 1.9 3.4-3.6",
  },
  unknown: { line: "M5.25 5.75C5.25 4 6.5 3 8 3s2.75 1 2.75 2.5c0 2-2.75 2-2.75 4M8 12.4v.4" },
  exempt: {
    line: "M8 8c-1.4-1.9-2.4-2.6-3.6-2.6a2.6 2.6 0 0 0 0 5.2C5.6 10.6 6.6 9.9 8 8s2.4-2.6 3.6-2.6a2.6 2.6 0 0 1 0 5.2C10.4 10.6 9.4 9.9 8 8z",
  },
};

/** The sign of a verdict. It stands beside its word, so screen readers pass over it. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const { fill, line, cut = false, dashed = false } = SIGNS[verdict];
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="shrink-0">
      {fill ? <path d={fill} fill="currentColor" /> : null}
      {line ? (
        <path
          d={line}
          fill="none"
          stroke={cut ? "var(--color-sheet)" : "currentColor"}
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={dashed ? "2 2.4" : undefined}
        />
      ) : null}
    </svg>
  );
}
