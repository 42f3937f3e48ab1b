import { z } from "zod";
import { type Day, parseDay } from "@/lib/civil-date/day";
import { VERDICTS } from "@/lib/compliance/assessment";

export const INSIDE_VALUES = ["inside", "outside", "unknown"] as const;
export type InsideValue = (typeof INSIDE_VALUES)[number];

/** Route of the residence; `stated`: only the roster says something; `unknown`: nothing does. */
export const HOUSING_VALUES = ["dormitory", "address", "employment", "stated", "unknown"] as const;
export type HousingValue = (typeof HOUSING_VALUES)[number];

/**
 * Where a student stands with the duty to register, on the day of the assessment. They may overlap:
 * protected: a granted ground holds; ending: it ends within 30 days; overdue: the last day without
 * registration has passed; dueWeek, due: it is within 7, 14 days; none: no ground, nothing due yet; unknown: inside by
 * visa, and neither a visa nor a permit is on record.
 */
export const REGISTRATION_VALUES = [
  "protected",
  "ending",
  "overdue",
  "dueWeek",
  "due",
  "none",
  "unknown",
] as const;
export type RegistrationValue = (typeof REGISTRATION_VALUES)[number];

export const STUDENT_SORTS = [
  "verdict",
  "name",
  "used",
  "reached",
  "projected",
  "registration",
  "protected",
  "housing",
  "faculty",
  "crossing",
] as const;
export type StudentSort = (typeof STUDENT_SORTS)[number];

/** Rows on one page of the desk. */
export const PAGE_SIZE = 50;

function listOf<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .union([item.transform((one) => [one]), z.array(item)])
    .optional()
    .transform((values): z.output<Item>[] => [...new Set(values ?? [])]);
}

/** "YYYY-MM-DD" or a Day that was read before; an empty text is no day. */
const dayField = z.union([z.string(), z.number().int()]).transform((value, context) => {
  if (value === "") return undefined;
  const day = typeof value === "number" ? (value as Day) : parseDay(value);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "not a civil day" });
  return z.NEVER;
});

const text = z.string().max(200);

/**
 * What the desk shows: one definition for the URL, the filter bar and the query. Reads the record that
 * a page's searchParams gives (a repeated parameter is a list). `asOf` missing: today.
 * Unreadable parameters are refused, not ignored; parameters that are not named here are left out.
 * Reading what it returned gives the same again.
 */
export const studentFilter = z.object({
  asOf: dayField.optional(),
  /** Words of a name in either script, or a student number; never a document number. */
  q: z
    .string()
    .max(100)
    .optional()
    .transform((words) => words?.trim() ?? ""),
  verdict: listOf(z.enum(VERDICTS)),
  faculty: listOf(text),
  citizenship: listOf(z.string().regex(/^[A-Z]{2}$/)),
  housing: listOf(z.enum(HOUSING_VALUES)),
  inside: listOf(z.enum(INSIDE_VALUES)),
  registration: listOf(z.enum(REGISTRATION_VALUES)),
  /** "broken": only students whose crossings do not fit together. */
  log: z.enum(["broken"]).optional(),
  /** First and last of the days on which the limit is reached at the present rhythm; either may be left open. */
  projectedFrom: dayField.optional(),
  projectedTo: dayField.optional(),
  sort: z.enum(STUDENT_SORTS).default("verdict"),
  dir: z.enum(["asc", "desc"]).default("asc"),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

export type StudentFilter = z.output<typeof studentFilter>;
/** As the URL has it. */
export type StudentFilterInput = z.input<typeof studentFilter>;
