import type { Limit, RegistrationFree } from "../regime";
import {
  complain,
  countAt,
  fieldsOf,
  listAt,
  type Place,
  propertyOf,
  UNREAD,
  type Unread,
  whole,
  wordAt,
} from "./place";

const KINDS = ["window", "per_stay", "calendar_year"] as const satisfies readonly Limit["kind"][];

/** The limits that hold at once; an empty list says that none of days applies. */
export function limitsAt(place: Place): readonly Limit[] | Unread {
  const limits = listAt(place, limitAt, labelledByKind);
  if (limits === UNREAD) return UNREAD;
  for (const kind of KINDS) {
    const same = limits.filter((limit) => limit.kind === kind);
    if (same.length > 1) complain(place, `${same.length} limits of the kind ${kind}`);
  }
  return limits;
}

function limitAt(place: Place): Limit | Unread {
  return propertyOf(place.value, "kind") === "window" ? windowAt(place) : otherLimitAt(place);
}

function windowAt(place: Place): Limit | Unread {
  const fields = fieldsOf(place, ["kind", "days", "within"]);
  if (fields === UNREAD) return UNREAD;
  const limit = whole({ days: countAt(fields.days), within: countAt(fields.within) });
  if (limit === UNREAD) return UNREAD;
  const { days, within } = limit;
  if (days > within)
    return complain(place, `${days} days within ${within}: more than the window has`);
  return { kind: "window", days, within };
}

function otherLimitAt(place: Place): Limit | Unread {
  const fields = fieldsOf(place, ["kind", "days"]);
  if (fields === UNREAD) return UNREAD;
  const limit = whole({ kind: wordAt(fields.kind, KINDS), days: countAt(fields.days) });
  if (limit === UNREAD || limit.kind === "window") return UNREAD;
  return { kind: limit.kind, days: limit.days };
}

function labelledByKind(item: unknown): string {
  const kind = propertyOf(item, "kind");
  return typeof kind === "string" ? ` (${kind})` : "";
}

/** Days free of registration. */
export function freeAt(place: Place): RegistrationFree | Unread {
  const fields = fieldsOf(place, ["days", "unit"]);
  if (fields === UNREAD) return UNREAD;
  return whole<RegistrationFree>({
    days: countAt(fields.days),
    unit: wordAt(fields.unit, ["calendar", "working"]),
  });
}
