import type { Day } from "@/lib/civil-date/day";
import type { Answers, DecidedWords } from "./answers";
import type { ImportKind } from "./fields";
import type { ColumnReading } from "./header/read-columns";
import type { Mapping } from "./header-mapping";
import type { Mend } from "./mend";
import type { OwnHeadings } from "./own-headings";
import type { ReadingOptions } from "./reading-options";
import type { RememberedMapping } from "./remembered-mapping";
import type { KnownDormitory } from "./values/dormitory";

export type ImportOptions<K extends ImportKind> = {
  kind: K;
  /** What a person decided about the columns; else the headings decide. */
  mapping?: Mapping | undefined;
  /** How the columns were read before: what `mapping` leaves as it was then was not decided by a person now. */
  before?: readonly ColumnReading[] | undefined;
  /** What a person decided about how the file is read; else the file decides. */
  reading?: ReadingOptions | undefined;
  /** Mappings of earlier files of this kind, newest first; one that fits is used unless `mapping` is given. */
  remembered?: readonly RememberedMapping[] | undefined;
  /** Headings that the program itself writes; left out: none is known. */
  own?: OwnHeadings | undefined;
  /** What a person answered about the file as a whole. */
  answers?: Answers | undefined;
  /** What the institution has decided that words mean which the lists do not know. */
  words?: DecidedWords | undefined;
  /** The office's dormitories: what a list of residents may name. */
  dormitories?: readonly KnownDormitory[] | undefined;
  /** Faculties that the institution's students are of, those of most students first: a roster's other ones are asked about. */
  faculties?: readonly string[] | undefined;
  /** What people mended in its rows, in any order. */
  mends?: readonly Mend[] | undefined;
  /** Today in Bishkek: birth dates and crossings after it are issues. Left out: none is. */
  today?: Day | undefined;
  /** False: a roster without names will do, as for the engine. Default true. */
  namesNeeded?: boolean | undefined;
};
