import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon";

/**
 * A dense table. On narrow screens it scrolls sideways in a region of its own, which the keyboard
 * reaches; on wide ones its head sticks under the top bar. `caption` names it (shown when asked).
 */
export function Table({
  caption,
  showCaption = false,
  children,
}: {
  caption: string;
  showCaption?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="relative max-xl:overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse bg-sheet text-left">
        <caption className={showCaption ? "pb-2 text-left font-semibold" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="z-10 bg-shade xl:sticky xl:top-(--top-bar) print:static">
      <tr>{children}</tr>
    </thead>
  );
}

type Aligned = { align?: "start" | "end" };
/** HTML has an `align` of its own, long given up. */
type CellProps<Tag extends "th" | "td"> = Omit<ComponentProps<Tag>, "align"> & Aligned;

const alignment = (align: Aligned["align"]) => (align === "end" ? "text-right tabular-nums" : "");

const HEAD =
  "h-row whitespace-nowrap border-rule-strong border-b px-2.5 align-middle font-medium text-muted text-sm";

export function HeadCell({ align, className = "", ...rest }: CellProps<"th">) {
  return <th scope="col" {...rest} className={`${HEAD} ${alignment(align)} ${className}`} />;
}

/** A heading that sorts: a link to the same page in the other order; `sorted` is the order now. */
export function SortCell({
  href,
  sorted,
  align,
  className = "",
  children,
}: Aligned & {
  href: string;
  sorted: "ascending" | "descending" | null;
  className?: string;
  children: ReactNode;
}) {
  return (
    <th
      scope="col"
      aria-sort={sorted ?? undefined}
      className={`${HEAD} ${alignment(align)} ${className}`}
    >
      <Link href={href} className="inline-flex items-center gap-1 hover:text-lake" scroll={false}>
        <span className={sorted ? "text-ink" : undefined}>{children}</span>
        {sorted ? (
          <Icon name={sorted === "ascending" ? "up" : "down"} className="text-lake" />
        ) : null}
      </Link>
    </th>
  );
}

/** A row 36 px high at least; `marked` is one that was chosen. */
export function Row({
  marked = false,
  className = "",
  ...rest
}: ComponentProps<"tr"> & { marked?: boolean }) {
  const ground = marked ? "bg-lake-wash" : "hover:bg-shade/60";
  return <tr {...rest} className={`border-rule border-b ${ground} ${className}`} />;
}

export function Cell({ align, className = "", ...rest }: CellProps<"td">) {
  return (
    <td {...rest} className={`h-row px-2.5 py-1 align-middle ${alignment(align)} ${className}`} />
  );
}

/** The cell that names its row. */
export function RowHeadCell({ align, className = "", ...rest }: CellProps<"th">) {
  return (
    <th
      scope="row"
      {...rest}
      className={`h-row px-2.5 py-1 text-left align-middle font-medium ${alignment(align)} ${className}`}
    />
  );
}
