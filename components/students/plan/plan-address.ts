import { type Day, formatDay, parseDay } from "@/lib/civil-date/day";
import { MOST_ROWS, PLAN_ROUTES, type PlanRow } from "./plan-row";

/** The part of the address that holds a plan. */
export const PLAN_PARAMETER = "plan";

/** What an address says of a plan; `unreadable`: the pieces of it that say nothing, as they stand there. */
export type ReadPlan = { rows: PlanRow[]; unreadable: string[] };

const BETWEEN_ROWS = "_";
const BETWEEN_PARTS = ".";
const OFF = "off";

/**
 * A plan as text for an address: "trip.2025-12-05.2026-01-10_off.entry.2025-10-03". It holds days and kinds,
 * and nothing of the person. readPlan(writePlan(rows)) gives the rows again.
 */
export function writePlan(rows: readonly PlanRow[]): string {
  return rows
    .map((row) => [...(row.isOn ? [] : [OFF]), ...partsOf(row)].join(BETWEEN_PARTS))
    .join(BETWEEN_ROWS);
}

function partsOf(row: PlanRow): string[] {
  switch (row.kind) {
    case "trip":
    case "visit":
      return [row.kind, written(row.from), written(row.to)];
    case "registration":
      return [row.route, written(row.from), written(row.to)];
    case "crossing":
      return [row.direction, written(row.from)];
  }
}

function written(day: Day | null): string {
  return day === null ? "" : formatDay(day);
}

/** The plan of an address. Nothing is guessed: a row that cannot be read whole is among the unreadable. */
export function readPlan(text: string): ReadPlan {
  const read: ReadPlan = { rows: [], unreadable: [] };
  if (text === "") return read;
  for (const piece of text.split(BETWEEN_ROWS)) {
    const row = read.rows.length < MOST_ROWS ? readRow(piece.split(BETWEEN_PARTS)) : null;
    if (row === null) read.unreadable.push(piece);
    else read.rows.push(row);
  }
  return read;
}

function readRow([first, ...rest]: string[]): PlanRow | null {
  return first === OFF ? rowOf(rest, false) : rowOf([first ?? "", ...rest], true);
}

function rowOf([kind, ...texts]: string[], isOn: boolean): PlanRow | null {
  const days = texts.map(readDay);
  const [from, to] = days;
  if (from === undefined || days.includes("unreadable")) return null;
  const dates = { isOn, from: from as Day | null, to: (to ?? null) as Day | null };
  if (kind === "entry" || kind === "exit") {
    return to === undefined ? { isOn, kind: "crossing", direction: kind, from: dates.from } : null;
  }
  if (to === undefined || days.length > 2) return null;
  if (kind === "trip" || kind === "visit") return { kind, ...dates };
  const route = PLAN_ROUTES.find((one) => one === kind);
  return route === undefined ? null : { kind: "registration", route, ...dates };
}

function readDay(text: string): Day | null | "unreadable" {
  return text === "" ? null : (parseDay(text) ?? "unreadable");
}

/** The same address with a plan in it; "": without one. */
export function withPlan(href: string, plan: string): string {
  const [path = "", query = ""] = href.split("?", 2);
  const parameters = new URLSearchParams(query);
  if (plan === "") parameters.delete(PLAN_PARAMETER);
  else parameters.set(PLAN_PARAMETER, plan);
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The plan that an address carries, as it stands there; "" where it has none. */
export function planIn(parameters: Record<string, string | string[] | undefined>): string {
  const plan = parameters[PLAN_PARAMETER];
  return (typeof plan === "string" ? plan : plan?.[0]) ?? "";
}
