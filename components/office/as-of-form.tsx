"use client";

import Form from "next/form";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { readAsOf } from "@/lib/civil-date/as-of";
import { type Day, formatDay } from "@/lib/civil-date/day";

/** Sets the day that the whole screen speaks of; the rest of the address stays, but for the page number. */
export function AsOfForm({ today }: { today: Day }) {
  const t = useTranslations("shell.asOf");
  const pathname = usePathname();
  const parameters = useSearchParams();
  const { asOf } = readAsOf(parameters.get("asOf"), today);
  const kept = [...parameters].filter(([name]) => name !== "asOf" && name !== "page");
  return (
    <Form action={pathname} className="flex items-center gap-1.5 text-sm">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="as-of" className="whitespace-nowrap text-muted">
        {t("label")}
      </label>
      <input
        key={asOf}
        id="as-of"
        type="date"
        name="asOf"
        required
        defaultValue={formatDay(asOf)}
        className="h-7 rounded-md border border-edge bg-sheet px-1.5 text-sm"
      />
      <Button type="submit" size="small">
        {t("show")}
      </Button>
    </Form>
  );
}
