"use client";

import Form from "next/form";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
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
      <DateField
        key={asOf}
        look="bar"
        label={t("label")}
        name="asOf"
        required
        defaultValue={formatDay(asOf)}
      />
      <Button type="submit" size="small">
        {t("show")}
      </Button>
    </Form>
  );
}
