import { formatDay } from "@/lib/civil-date/day";
import type {
  AlternativeLimits,
  CitizenshipRules,
  Dated,
  DatedLimits,
  RegistrationFree,
} from "../regime";
import { isCountryCode } from "./country-codes";
import {
  complain,
  fieldsOf,
  flagAt,
  ifGiven,
  listAt,
  orNull,
  type Place,
  textAt,
  UNREAD,
  type Unread,
  whole,
  wordAt,
} from "./place";
import { freeAt, limitsAt } from "./read-limits";
import { seriesAt } from "./read-series";
import { wordsAt } from "./read-words";

/** What the rest of the file lists: sources to cite, and open questions that a rule may hang on. */
export type Known = {
  sources: ReadonlySet<string>;
  /** The answers of each question. */
  questions: ReadonlyMap<string, readonly string[]>;
};

const LIMITS = { key: "limits", read: limitsAt };
const FREE = { key: "free", read: (place: Place) => orNull(place, freeAt) };
const REQUIRED = ["byVisa", "limits", "registration"] as const;
const OPTIONAL = ["note", "startQuestion", "alternatives"] as const;

/** The rules of the citizenships that a group lists. */
export function groupAt(place: Place, known: Known): CitizenshipRules | Unread {
  const fields = fieldsOf(place, ["name", "citizenships", ...REQUIRED], OPTIONAL);
  if (fields === UNREAD) return UNREAD;
  const named = whole({
    name: wordsAt(fields.name),
    citizenships: listAt(fields.citizenships, citizenshipAt),
  });
  if (named !== UNREAD && named.citizenships.length === 0) complain(place, "no citizenship");
  const rules = rulesAt(place, fields, known);
  return named === UNREAD || rules === UNREAD ? UNREAD : { ...named, ...rules };
}

/** The rules of every citizenship that no group lists. */
export function everyOtherAt(place: Place, known: Known): CitizenshipRules | Unread {
  const fields = fieldsOf(place, REQUIRED, OPTIONAL);
  if (fields === UNREAD) return UNREAD;
  const rules = rulesAt(place, fields, known);
  return rules === UNREAD ? UNREAD : { citizenships: [], ...rules };
}

type Fields = Record<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number], Place>;
type Rules = Omit<CitizenshipRules, "citizenships" | "name">;

function rulesAt(place: Place, fields: Fields, known: Known): Rules | Unread {
  const limits = seriesAt(fields.limits, LIMITS, known.sources);
  const registration = seriesAt<RegistrationFree | null>(fields.registration, FREE, known.sources);
  sameStart(fields.registration, registration, limits);
  const rules = whole<Pick<Rules, "byVisa" | "limits" | "registration">>({
    byVisa: flagAt(fields.byVisa),
    limits,
    registration,
  });
  const note = ifGiven(fields.note, wordsAt);
  const startQuestion = ifGiven(fields.startQuestion, (at) => startQuestionAt(at, known));
  const alternatives = ifGiven(fields.alternatives, (at) =>
    listAt(at, (one) => alternativeAt(one, limits, known)),
  );
  if (rules === UNREAD || note === UNREAD) return UNREAD;
  if (startQuestion === UNREAD || alternatives === UNREAD) return UNREAD;
  if (startQuestion !== null && rules.limits.at(-1)?.value.length === 0) {
    return complain(place, `${startQuestion} moves the last limits, but those are none`);
  }
  return {
    ...rules,
    ...(note === null ? {} : { note }),
    ...(startQuestion === null ? {} : { startQuestion }),
    ...(alternatives === null ? {} : { alternatives }),
  };
}

function startQuestionAt(place: Place, known: Known): "A2" | Unread {
  const id = wordAt(place, ["A2"]);
  return id === UNREAD || known.questions.has(id) ? id : complain(place, `unknown question ${id}`);
}

function alternativeAt(
  place: Place,
  limits: readonly DatedLimits[] | Unread,
  known: Known,
): AlternativeLimits | Unread {
  const fields = fieldsOf(place, ["question", "answer", "limits"]);
  if (fields === UNREAD) return UNREAD;
  const id = textAt(fields.question);
  const answers = id === UNREAD ? undefined : known.questions.get(id);
  if (id !== UNREAD && answers === undefined) complain(place, `unknown question ${id}`);
  const other = seriesAt(fields.limits, LIMITS, known.sources);
  sameStart(fields.limits, other, limits);
  const read = whole<AlternativeLimits>({
    question: answers === undefined ? UNREAD : wordAt(fields.question, ["A19"]),
    answer: wordAt(fields.answer, ["60/120", "30/60"]),
    limits: other,
  });
  if (read === UNREAD || answers?.includes(read.answer)) return read;
  return complain(place, `${read.answer} is no answer to ${read.question}`);
}

/** Two series about the same people must begin to know the law on the same day. */
function sameStart(
  place: Place,
  series: readonly Dated<unknown>[] | Unread,
  limits: readonly Dated<unknown>[] | Unread,
): void {
  if (series === UNREAD || limits === UNREAD) return;
  const [begins, expected] = [series[0]?.from, limits[0]?.from];
  if (begins === undefined || expected === undefined || begins === expected) return;
  complain(place, `begins on ${formatDay(begins)}, the limits on ${formatDay(expected)}`);
}

/** A citizenship that exists. */
export function citizenshipAt(place: Place): string | Unread {
  const code = textAt(place);
  if (code === UNREAD || isCountryCode(code)) return code;
  return complain(place, `unknown citizenship ${code} (ISO 3166-1, two capital letters)`);
}
