import type { Locale } from "@/lib/auth/permissions";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { filterQuery } from "../filter-link";
import { withPlan } from "../plan/plan-address";
import type { AccountChoice } from "./read-account";

/** An account's address with this choice; `at`: the page below the student's, `locale`: the language of what is to be handed over. The filter stays in it. */
export function accountHref(
  studentId: number,
  filter: StudentFilter,
  { reading, view, plan, locale }: AccountChoice & { locale?: Locale },
  at: "account" | "account/print" = "account",
): string {
  const query = new URLSearchParams(filterQuery(filter));
  if (reading !== null) query.set("reading", reading);
  if (view === "days") query.set("days", "all");
  if (locale !== undefined) query.set("locale", locale);
  return withPlan(`/students/${studentId}/${at}?${query}`, plan);
}
