import { addDays, type Day, day, weekday } from "@/lib/civil-date/day";
import type { GroundKind, GroundStatus } from "@/lib/compliance/facts";
import type { Chance } from "./chance";
import type { DemoResidence } from "./housing";
import { LOG_END } from "./rhythms";

export const ACADEMIC_YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

export type DemoGround = {
  kind: GroundKind;
  number: string;
  from: Day;
  /** Null: no end. */
  to: Day | null;
  address: string;
  status: GroundStatus;
  /** Left out for what is no visa, and where nobody wrote it down. */
  visaType?: string;
};

/** What a student has to show. "year" is a registration to the end of the academic year, "short" one that ends before. */
export type GroundPlan =
  | "none"
  | "year"
  | "short"
  | "requested"
  | "refused"
  | "revoked"
  | "visa"
  | "visaShort"
  | "visaExpired"
  | "visaAndYear"
  | "visaAndShort"
  | "permit"
  | "temporaryPermit"
  | "kairylman"
  | "employment";

/** What grounds are made from: the day of the autumn's arrival, the document's last day, the place among all. */
export type GroundBasis = {
  arrival: Day;
  documentExpires: Day;
  residence: DemoResidence | null;
  place: number;
};

export function makeGrounds(chance: Chance, plan: GroundPlan, basis: GroundBasis): DemoGround[] {
  switch (plan) {
    case "none":
      return [];
    case "year":
      return [registration(chance, basis, ACADEMIC_YEAR.to)];
    case "short":
      return [registration(chance, basis, between(chance, "2025-11-28", "2026-04-30"))];
    case "requested":
    case "refused":
      return [{ ...registration(chance, basis, ACADEMIC_YEAR.to), ...asked(chance), status: plan }];
    case "revoked":
      return [{ ...registration(chance, basis, ACADEMIC_YEAR.to), status: plan }];
    case "visa":
      return [visa(chance, basis, between(chance, "2026-07-01", "2026-10-15"))];
    case "visaShort":
      return [visa(chance, basis, between(chance, "2025-11-25", "2026-05-20"))];
    case "visaExpired":
      return [visa(chance, basis, between(chance, "2025-10-24", "2025-11-10"))];
    case "visaAndYear":
      return [...makeGrounds(chance, "visa", basis), registration(chance, basis, ACADEMIC_YEAR.to)];
    case "visaAndShort":
      return visaWithRegistration(chance, basis);
    case "permit":
      return [
        permit(
          basis,
          "residence_permit",
          addDays(basis.arrival, -400),
          addDays(basis.arrival, 1425),
        ),
      ];
    case "temporaryPermit":
      return [permit(basis, "temporary_residence_permit", day("2025-07-14"), day("2026-07-13"))];
    case "kairylman":
      return [permit(basis, "kairylman", day("2024-11-05"), null)];
    case "employment":
      return [permit(basis, "employment", day("2025-09-16"), day("2026-09-15"))];
  }
}

/** A registration at the place of stay: a dormitory's where the student lives in one, an address's otherwise. */
function registration(chance: Chance, basis: GroundBasis, until: Day): DemoGround {
  const { residence, documentExpires, place } = basis;
  return {
    kind: residence?.route ?? "address",
    number: `Р-25-${String(10_000 + place)}`,
    from: onWorkingDay(addDays(basis.arrival, chance.int(2, 18))),
    // Not beyond the document's last day (docs/rules.md, section 6).
    to: documentExpires < until ? documentExpires : until,
    address: placeOf(residence),
    status: "granted",
  };
}

/** Filed in the last weeks before the end of the log. */
function asked(chance: Chance): { from: Day } {
  return { from: onWorkingDay(addDays(LOG_END, -chance.int(4, 18))) };
}

function visa(chance: Chance, { arrival, place }: GroundBasis, to: Day): DemoGround {
  const from = addDays(arrival, -chance.int(0, 20));
  return {
    kind: "visa",
    number: `KG${2_400_000 + place}`,
    from,
    to,
    address: "",
    status: "granted",
    ...(place % 9 === 0 ? {} : { visaType: "учебная" }),
  };
}

function visaWithRegistration(chance: Chance, basis: GroundBasis): DemoGround[] {
  const to = between(chance, "2025-12-10", "2026-05-31");
  return [visa(chance, basis, to), registration(chance, basis, to)];
}

function permit(
  { place, residence }: GroundBasis,
  kind: GroundKind,
  from: Day,
  to: Day | null,
): DemoGround {
  const number = `${kind === "employment" ? "ТД" : "ВЖ"}-${String(70_000 + place)}`;
  return { kind, number, from, to, address: placeOf(residence), status: "granted" };
}

function placeOf(residence: DemoResidence | null): string {
  if (residence === null) return "";
  return residence.route === "dormitory"
    ? `${residence.dormitory}, комн. ${residence.room}`
    : residence.address;
}

function onWorkingDay(d: Day): Day {
  return weekday(d) > 5 ? addDays(d, 8 - weekday(d)) : d;
}

function between(chance: Chance, from: string, to: string): Day {
  return addDays(day(from), chance.int(0, day(to) - day(from)));
}
