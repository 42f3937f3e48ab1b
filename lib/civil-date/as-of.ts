import { type Day, parseDay } from "./day";

/** The day that the screen speaks of, and the text that was asked for where it is no day. */
export type AsOf = { asOf: Day; refused: string | null };

/** Days before and after today that a screen can speak of: no log is older, no plan reaches farther. */
const DAYS_BACK = 30 * 366;
const DAYS_AHEAD = 5 * 366;

/** What `?asOf=` says: nothing means today; text that is no date, or one too far, is today too, and said to be refused. */
export function readAsOf(text: string | readonly string[] | null | undefined, today: Day): AsOf {
  const asked = typeof text === "string" ? text : (text?.[0] ?? "");
  if (asked === "") return { asOf: today, refused: null };
  const day = parseDay(asked);
  const isNear = day !== null && day >= today - DAYS_BACK && day <= today + DAYS_AHEAD;
  return isNear ? { asOf: day, refused: null } : { asOf: today, refused: asked };
}

/** The same address with its `asOf` kept or, for null, without one. `href` is a path with or without a query. */
export function withAsOf(href: string, asOf: string | null): string {
  const [path = "", query = ""] = href.split("?", 2);
  const parameters = new URLSearchParams(query);
  if (asOf === null) parameters.delete("asOf");
  else parameters.set("asOf", asOf);
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}
