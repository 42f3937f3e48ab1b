"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Icon } from "./icon";

/** Where there is more of a wide table than is seen. */
type More = { before: boolean; after: boolean };

/** A px of it is no more than rounding. */
const ROUNDING = 2;

function moreOf(box: HTMLElement): More {
  // What is wide scrolls in the box, or in the table's own region in it.
  const scrolls = [box, ...box.querySelectorAll<HTMLElement>(":scope > section")];
  const wide = scrolls.find((one) => one.scrollWidth > one.clientWidth + ROUNDING) ?? box;
  const { scrollLeft, scrollWidth, clientWidth } = wide;
  return {
    before: scrollLeft > ROUNDING,
    after: scrollLeft + clientWidth < scrollWidth - ROUNDING,
  };
}

/** A wide table that scrolls sideways, and says so: in words with an arrow above it, and by a torn edge where there is more. */
export function SideScroll({ children }: { children: ReactNode }) {
  const t = useTranslations("ui.sideScroll");
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<More>({ before: false, after: false });
  const look = useCallback(() => {
    if (box.current !== null) setMore(moreOf(box.current));
  }, []);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const resized = new ResizeObserver(look);
    for (const one of [current, ...current.querySelectorAll("section, table")])
      resized.observe(one);
    return () => resized.disconnect();
  }, [look]);
  const where = more.before ? (more.after ? "both" : "before") : "after";
  return (
    <div>
      {more.before || more.after ? (
        <p className="mb-1 flex items-center justify-end gap-1.5 text-muted text-sm print:hidden">
          {more.before ? <Icon name="left" /> : null}
          {t(where)}
          {more.after ? <Icon name="right" /> : null}
        </p>
      ) : null}
      <div
        ref={box}
        onScrollCapture={look}
        className={`overflow-x-auto [--top-bar:0px] print:overflow-visible print:text-xs ${more.before ? TORN_BEFORE : ""} ${more.after ? TORN_AFTER : ""}`}
      >
        {children}
      </div>
    </div>
  );
}

const TORN_BEFORE = "border-l-4 border-edge border-dotted print:border-0";
const TORN_AFTER = "border-r-4 border-edge border-dotted print:border-0";
