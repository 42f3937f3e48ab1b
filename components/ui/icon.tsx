/** Lines of the small signs of the interface, drawn on a 16 × 16 grid. */
const SIGNS = {
  down: "M4 6l4 4 4-4",
  up: "M4 10l4-4 4 4",
  left: "M10 3.5L5.5 8l4.5 4.5",
  right: "M6 3.5L10.5 8 6 12.5",
  close: "M4 4l8 8M12 4l-8 8",
  check: "M3 8.5l3.2 3.2L13 4.8",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.8 10.8L14 14",
  download: "M8 2.5v7M5 7l3 3 3-3M3 13.5h10",
  upload: "M8 10V3M5 5.5l3-3 3 3M3 13.5h10",
  file: "M4 1.75h5L12.5 5v9.25H4zM9 2v3.25h3.25",
  calendar: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5",
  info: "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5zM8 7.25v4M8 4.75v.6",
  warn: "M8 2.25l6.25 11.25H1.75zM8 6.5v3.25M8 11.3v.6",
  error: "M5.4 1.9h5.2l3.5 3.5v5.2l-3.5 3.5H5.4l-3.5-3.5V5.4zM8 4.75v4M8 10.7v.6",
  done: "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5zM5.2 8.2l2 2 3.7-4.1",
  person:
    "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.75 14c.5-2.7 2.6-4 5.25-4s4.75 1.3 5.25 4",
  pen: "M3 13l.7-3L10.9 2.8l2.3 2.3L6 12.3z",
  print: "M4.5 6V2.25h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4.25h-7z",
} as const;

export type IconName = keyof typeof SIGNS;

/** A sign beside words; it says nothing on its own, so it is hidden from screen readers. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`inline-block shrink-0 ${className}`}
    >
      <path d={SIGNS[name]} />
    </svg>
  );
}
