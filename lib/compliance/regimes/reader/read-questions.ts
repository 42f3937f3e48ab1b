import { QUESTION_KEYS, settingAnswered } from "../answers";
import type { OpenQuestion, Statement } from "../regime";
import {
  complain,
  fieldsOf,
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
import { citationAt, labelledById, roughDayAt } from "./read-sources";
import { wordsAt } from "./read-words";

/** The questions that the law leaves open. */
export function questionsAt(
  place: Place,
  known: ReadonlySet<string>,
): readonly OpenQuestion[] | Unread {
  const questions = listAt(place, (item) => questionAt(item, known), labelledById);
  if (questions === UNREAD) return UNREAD;
  for (const setting of doubled(questions.flatMap((question) => question.setting ?? []))) {
    complain(place, `two questions about the setting ${setting}`);
  }
  return questions;
}

function questionAt(place: Place, known: ReadonlySet<string>): OpenQuestion | Unread {
  const fields = fieldsOf(
    place,
    ["id", "setting", "asks", "values", "default", "statements"],
    ["note"],
  );
  if (fields === UNREAD) return UNREAD;
  const note = ifGiven(fields.note, wordsAt);
  const question = whole<OpenQuestion>({
    id: textAt(fields.id),
    setting: orNull(fields.setting, (at) => wordAt(at, QUESTION_KEYS)),
    asks: wordsAt(fields.asks),
    values: listAt(fields.values, textAt),
    default: listAt(fields.default, textAt),
    statements: listAt(fields.statements, (item) => statementAt(item, known)),
  });
  if (question === UNREAD || note === UNREAD) return UNREAD;
  checkAnswers(place, question);
  return note === null ? question : { ...question, note };
}

/** What the parts of a question say against each other. */
function checkAnswers(place: Place, question: OpenQuestion): void {
  const { values, setting, statements } = question;
  const several = values.length > 1;
  const faults: [boolean, string][] = [
    [values.length === 0, "no values"],
    [question.default.length === 0, "no default"],
    [question.default.length > 1 && setting !== "readings", "several defaults"],
    [several && setting === null, "several values, but no setting"],
    [several && statements.length === 0, "no source"],
  ];
  for (const [faulty, text] of faults) if (faulty) complain(place, text);
  for (const value of doubled(values)) complain(place, `the value ${value} stands twice`);
  for (const value of question.default.filter((one) => !values.includes(one))) {
    complain(place, `the default ${value} is not among the values`);
  }
  for (const value of unknownValues(question)) complain(place, `unknown value ${value}`);
}

/** Values that the engine would not know what to do with. */
function unknownValues({ setting, values }: OpenQuestion): readonly string[] {
  if (setting === null) return [];
  return values.filter((value) => settingAnswered(setting, [value]) === null);
}

function statementAt(place: Place, known: ReadonlySet<string>): Statement | Unread {
  const fields = fieldsOf(place, ["citation", "on", "who", "says"]);
  if (fields === UNREAD) return UNREAD;
  return whole<Statement>({
    citation: citationAt(fields.citation, known),
    on: roughDayAt(fields.on),
    who: wordsAt(fields.who),
    says: wordsAt(fields.says),
  });
}

/** What stands more than once, each named once. */
export function doubled<T>(items: readonly T[]): T[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}
