import type { Day } from "@/lib/civil-date/day";
import type { ImportKind } from "./fields";
import type { Mapping } from "./header-mapping";
import type { ReadingOptions } from "./reading-options";

export type ImportOptions<K extends ImportKind> = {
  kind: K;
  /** What a person decided about the columns; else the headings decide. */
  mapping?: Mapping | undefined;
  /** What a person decided about how the file is read; else the file decides. */
  reading?: ReadingOptions | undefined;
  /** Today in Bishkek: birth dates and crossings after it are issues. Left out: none is. */
  today?: Day | undefined;
  /** False: a roster without names will do, as for the engine. Default true. */
  namesNeeded?: boolean | undefined;
};
