import type { Day } from "@/lib/civil-date/day";
import type { Answers, DecidedWords, WordField } from "../answers";
import type { Field } from "../fields";
import type { IssueCode, NoticeCode, Parsed, RowIssue, RowNotice } from "../row-issue";
import { dormitoryKey } from "../values/dormitory";
import type { FacultyRead } from "../values/faculty";
import { withoutInvisible } from "../values/invisible";
import { readMoment, type SlashOrder, type YearOf } from "../values/moment";
import { isRounded } from "../values/rounded";
import { decisionKey } from "../values/word";
import type { FileTimes } from "./file-times";

export type RowContext = {
  columns: ReadonlyMap<Field, number>;
  /** Whether any of the columns says whose a row is otherwise than by a number. */
  saysWho: boolean;
  order: SlashOrder;
  /** Of dates with slashes whose order is not known: see OrderFound. */
  onlyMonthFirst: string | null;
  /** Today in Bishkek; null: nothing is held to be in the future. */
  today: Day | null;
  /** The file's column behind a cell that was made of others. */
  source: (place: number) => number | null;
  /** The file's column of the time of day, where it has its own. */
  time: number | null;
  times: FileTimes;
  answers: Pick<Answers, "serials" | "zeros">;
  /** What two digits of a year mean: of a birth date, and of any other. */
  years: { birth: YearOf; other: YearOf };
  words: DecidedWords;
  /** Which of the office's dormitories a text means, as its meaning; null: none, or it is not clear which. */
  dormitoryOf: (text: string) => string | null;
  /** The faculty that a text names; null: none that is known, but it is like one. */
  facultyOf: (text: string) => FacultyRead | null;
};

type Place = Pick<RowIssue, "field" | "column" | "value">;
type Params = Readonly<Record<string, string | number>>;

/** Their values stay in the cells: issues are logged, stored and shown to more people. */
const PRIVATE: ReadonlySet<Field> = new Set<Field>(["document_no", "iin"]);
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|Н\/Д)$/i;

/** What may be wrong with a time of day. */
const OF_TIME: ReadonlySet<IssueCode> = new Set<IssueCode>(["impossibleTime", "timeZone"]);
const DAY_ENDS = /[\sT]24[:.]00/;

const SPACE = 32;
const HASH = 35;

/** True for what cleaning leaves as it is: ASCII and а–я, single spaces within, no formula's error. Nearly all cells are. */
function isPlain(cell: string): boolean {
  let before = SPACE;
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    const isLetter = (code > SPACE && code < 127) || (code >= 0x410 && code <= 0x44f);
    if (!isLetter && (code !== SPACE || before === SPACE)) return false;
    before = code;
  }
  return cell === "" || (before !== SPACE && cell.charCodeAt(0) !== HASH);
}

/** Reads the cells of one row by field and gathers all that is wrong with them. */
export class RowReader {
  readonly #cells: readonly string[];
  readonly #context: RowContext;
  readonly #issues: RowIssue[] = [];
  readonly #notices: RowNotice[] = [];

  constructor(cells: readonly string[], context: RowContext) {
    this.#cells = cells;
    this.#context = context;
  }

  /** The cell of a field, letters composed, without outer or double spaces; "" where it is empty or the file has no such column. */
  text(field: Field): string {
    const cell = this.#cell(field);
    if (isPlain(cell)) return cell;
    const text = withoutInvisible(cell.normalize("NFC")).replace(/\s+/g, " ").trim();
    if (!FORMULA_ERROR.test(text)) return text;
    this.issue("cellError", field);
    return "";
  }

  /** The same, and an issue where it is empty. */
  required(field: Field): string {
    const before = this.#issues.length;
    const text = this.text(field);
    if (text === "" && this.#issues.length === before) this.issue("missingValue", field);
    return text;
  }

  /** A number that is no quantity; one that a spreadsheet has rounded to 1,23E+08 is lost. */
  number(field: Field, text: string = this.text(field)): string {
    if (text !== "" && isRounded(text)) this.issue("scientificNumber", field);
    return text;
  }

  /**
   * One of a closed list of words, or what the institution has decided that it means; null with an issue where the
   * text is none of them, without where it is "".
   */
  word<Word extends string>(
    field: WordField,
    text: string,
    read: (text: string) => Word | null,
    code: IssueCode,
  ): Word | null {
    if (text === "") return null;
    const word = read(text);
    if (word !== null) return word;
    // Meanings are checked against the list when they are decided.
    const decided = this.decided(field, text) as Word | null;
    if (decided === null) this.issue(code, field);
    return decided;
  }

  /** The key of the dormitory that a cell names, or null with an issue; one that was decided and is gone is unknown. */
  dormitory(field: "dormitory", text: string): number | null {
    if (text === "") return null;
    const { dormitoryOf, words } = this.#context;
    const meaning = words[field]?.[decisionKey(text)];
    const decided = meaning === undefined ? null : dormitoryOf(meaning);
    if (decided !== null) this.notice("decidedWord", field, { meaning: decided });
    const found = decided ?? dormitoryOf(text);
    if (found === null) this.issue("unknownDormitory", field);
    return found === null ? null : dormitoryKey(found);
  }

  /** The faculty that a cell names, a new one with a notice; "" with an issue where it may be a known one and nothing is decided. */
  faculty(field: "faculty", text: string): string {
    if (text === "") return "";
    const decided = this.decided(field, text);
    if (decided !== null) return decided.replace(/\s+/g, " ");
    const found = this.#context.facultyOf(text);
    if (found === null) this.issue("unknownFaculty", field);
    if (found?.isNew) this.notice("newFaculty", field);
    return found?.name ?? "";
  }

  /** What a person has said that a word means, told as a notice; null where nobody has. */
  decided(field: WordField, text: string): string | null {
    const meaning = this.#context.words[field]?.[decisionKey(text)];
    if (meaning === undefined) return null;
    this.notice("decidedWord", field, { meaning });
    return meaning;
  }

  /**
   * A number that a spreadsheet has shortened by the zero in front: put back or kept as the office has decided, an
   * issue until then.
   */
  zeroed(field: Field, text: string): string {
    const { zeros } = this.#context.answers;
    if (zeros === "keep") return text;
    if (zeros === "restore") {
      this.notice("zeroRestored", field);
      return `0${text}`;
    }
    this.issue("lostZero", field);
    return text;
  }

  /** A date, with its time of day where it has one; null with an issue where it cannot be read. */
  moment(field: Field, text: string): { day: Day; minute: number | null } | null {
    if (text === "") return null;
    const { order, answers, years, onlyMonthFirst } = this.#context;
    const yearOf = field === "birth_date" ? years.birth : years.other;
    const moment = readMoment(text, order, answers.serials, yearOf);
    if (moment.ok) return moment;
    if (OF_TIME.has(moment.code) && this.#hasTimeApart() && this.#isDateAlone(field)) {
      this.#issues.push({ code: moment.code, ...this.#placeOfTime(field), params: {} });
    } else {
      const isTold = moment.code === "ambiguousDate" && onlyMonthFirst !== null;
      this.issue(moment.code, field, isTold ? { onlyMonthFirst } : {});
    }
    return null;
  }

  /** The same as `notice`, about the time of day of a moment, which may have a column of its own. */
  noticeOfTime(code: NoticeCode, field: Field): void {
    const place = this.#hasTimeApart() ? this.#placeOfTime(field) : this.#place(field);
    this.#notices.push({ code, ...place, params: {} });
  }

  /** True where the column of times says something of this row. */
  #hasTimeApart(): boolean {
    const { time } = this.#context;
    return time !== null && (this.#cells[time] ?? "").trim() !== "";
  }

  #placeOfTime(field: Field): Place {
    const { time } = this.#context;
    return { field, column: time, value: time === null ? "" : (this.#cells[time] ?? "").trim() };
  }

  /** True where the cell of the date is one, so that whatever is wrong stands beside it. */
  #isDateAlone(field: Field): boolean {
    const place = this.#context.columns.get(field);
    const column = place === undefined ? null : this.#context.source(place);
    const text = column === null ? "" : (this.#cells[column] ?? "").trim();
    return readMoment(text, "dayFirst", true, () => 2000).ok;
  }

  /** What is known of the times of the whole file. */
  get times(): FileTimes {
    return this.#context.times;
  }

  /** A date alone: midnight is how spreadsheets write one, another time of day is an issue. */
  day(field: Field, text: string = this.text(field)): Day | null {
    const moment = this.moment(field, text);
    if (moment === null) return null;
    // 24:00 would be the next day, and it is this one that is meant.
    if (!moment.minute && !DAY_ENDS.test(text)) return moment.day;
    this.issue("unexpectedTime", field);
    return null;
  }

  /** True where today is known and the day lies after it. */
  isAhead(day: Day): boolean {
    return this.#context.today !== null && day > this.#context.today;
  }

  /** True where today is known and the day lies before it. */
  isBehind(day: Day): boolean {
    return this.#context.today !== null && day < this.#context.today;
  }

  /** Whether the file says whose a row is otherwise than by a number, too. */
  get saysWho(): boolean {
    return this.#context.saysWho;
  }

  has(field: Field): boolean {
    return this.#context.columns.has(field);
  }

  issue(code: IssueCode, field: Field | null, params: Params = {}): void {
    this.#issues.push({ code, ...this.#place(field), params });
  }

  notice(code: NoticeCode, field: Field, params: Params = {}): void {
    this.#notices.push({ code, ...this.#place(field), params });
  }

  /** The fact that was read, unless there were issues. */
  finish<T>(fact: () => T | null): Parsed<T> {
    const made = this.#issues.length === 0 ? fact() : null;
    const notices = this.#notices;
    if (made === null) return { ok: false, issues: this.#issues, notices };
    return { ok: true, fact: made, notices };
  }

  #cell(field: Field): string {
    const column = this.#context.columns.get(field);
    return column === undefined ? "" : (this.#cells[column] ?? "");
  }

  #place(field: Field | null): Place {
    if (field === null) return { field, column: null, value: "" };
    const place = this.#context.columns.get(field);
    const column = place === undefined ? null : this.#context.source(place);
    return { field, column, value: PRIVATE.has(field) ? "" : this.#valueAt(field, column) };
  }

  /** What is told as the value: of a date whose time stands apart the date alone. */
  #valueAt(field: Field, column: number | null): string {
    const alone = field === "at" && column !== null && this.#hasTimeApart();
    return alone ? (this.#cells[column] ?? "").trim() : this.#cell(field);
  }
}
