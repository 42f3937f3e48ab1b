"use client";

import { useSearchParams } from "next/navigation";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { PLAN_PARAMETER, withPlan } from "../plan/plan-address";

/** Tabs that take the plan of the address along, as it stands there now: whoever comes back finds it. */
export function PlanKeepingTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const plan = useSearchParams().get(PLAN_PARAMETER) ?? "";
  return (
    <Tabs label={label} tabs={tabs.map((tab) => ({ ...tab, href: withPlan(tab.href, plan) }))} />
  );
}
