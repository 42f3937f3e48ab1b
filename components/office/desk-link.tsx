"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";
import { withAsOf } from "@/lib/civil-date/as-of";

/** A link inside the desk: it takes the "as of" day of this page along. */
export function DeskLink({
  href,
  ...rest
}: Omit<ComponentProps<typeof Link>, "href"> & { href: string }) {
  const asOf = useSearchParams().get("asOf");
  return <Link {...rest} href={asOf === null ? href : withAsOf(href, asOf)} />;
}
