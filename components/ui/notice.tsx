import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "info" | "done" | "warn" | "error";

const TONES: Record<NoticeTone, { icon: IconName; className: string; ink: string }> = {
  info: { icon: "info", className: "border-lapsing bg-lapsing-wash", ink: "text-lapsing" },
  done: { icon: "done", className: "border-covered bg-covered-wash", ink: "text-covered" },
  warn: { icon: "warn", className: "border-near bg-near-wash", ink: "text-near" },
  error: { icon: "error", className: "border-over bg-over-wash", ink: "text-over" },
};

/** Something to know before going on; it stays until what it says has changed. Errors are announced. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const { icon, className, ink } = TONES[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={`flex gap-2.5 border-l-3 px-3 py-2 ${className}`}
    >
      <Icon name={icon} className={`mt-0.75 ${ink}`} />
      <div className="min-w-0 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
