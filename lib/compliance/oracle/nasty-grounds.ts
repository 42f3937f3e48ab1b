import fc from "fast-check";
import { GROUND_KINDS, GROUND_STATUSES, type Ground } from "../facts";
import { length } from "./nasty-lengths";
import { asDay } from "./typed-days";

type DrawnGround = Pick<Ground, "kind" | "status"> & {
  start: number;
  /** Starts on the day after the one before it ends. */
  follows: boolean;
  days: number;
  end: "days" | "year" | "open" | "today";
};

const drawnGround: fc.Arbitrary<DrawnGround> = fc.record({
  // Registrations often: the open questions A9 and A10 ask about them alone. Visas too: alerts tell of them.
  kind: fc.constantFrom(
    "dormitory",
    "dormitory",
    "dormitory",
    "address",
    "employment",
    "visa",
    "visa",
    ...GROUND_KINDS,
  ),
  status: fc.constantFrom("granted", "granted", "granted", "granted", ...GROUND_STATUSES),
  start: fc.integer({ min: -150, max: 40 }),
  follows: fc.boolean(),
  days: length,
  end: fc.constantFrom("days", "days", "year", "open", "today"),
});

function placed(drawn: DrawnGround, from: number, asOf: number, yearEnd: number): Ground {
  const { kind, status, days, end } = drawn;
  const ends = { days: from + days - 1, year: yearEnd, open: null, today: asOf };
  const to = ends[end];
  const ref = `${kind} from ${from}`;
  return { kind, status, from: asDay(from), to: to === null ? null : asDay(to), ref };
}

/** No ground, or a few: overlapping, one after another, without end, some never granted. */
export function groundsOf(asOf: number, yearEnd: number): fc.Arbitrary<Ground[]> {
  const none = fc.constant<DrawnGround[]>([]);
  const some = fc.array(drawnGround, { minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 3, arbitrary: none }, { weight: 4, arbitrary: some }).map((all) => {
    const grounds: Ground[] = [];
    for (const drawn of all) {
      const previousEnd = grounds[grounds.length - 1]?.to ?? null;
      const from = drawn.follows && previousEnd !== null ? previousEnd + 1 : asOf + drawn.start;
      const ground = placed(drawn, from, asOf, yearEnd);
      if (ground.to === null || ground.to >= ground.from) grounds.push(ground);
    }
    return grounds;
  });
}
