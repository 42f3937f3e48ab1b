/** primary: the one thing to do here; plain: the others; quiet: inside rows; danger: cannot be taken back. */
export type ButtonLook = {
  look?: "primary" | "plain" | "quiet" | "danger" | undefined;
  size?: "normal" | "small" | undefined;
};

const LOOKS = {
  primary:
    "border-lake bg-lake text-on-lake hover:not-disabled:border-lake-deep hover:not-disabled:bg-lake-deep",
  plain:
    "border-edge bg-sheet text-ink hover:not-disabled:border-lake hover:not-disabled:bg-lake-wash",
  quiet: "border-transparent text-lake hover:not-disabled:bg-lake-wash",
  danger: "border-over bg-sheet text-over hover:not-disabled:bg-over-wash",
} as const;

const SIZES = { normal: "h-9 px-3.5", small: "h-7 px-2.5 text-sm" } as const;

/** The classes of a button, for whatever element plays one. */
export function buttonClass({ look = "plain", size = "normal" }: ButtonLook): string {
  const base =
    "inline-flex items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium disabled:opacity-55 aria-disabled:opacity-55 print:hidden";
  return `${base} ${LOOKS[look]} ${SIZES[size]}`;
}
