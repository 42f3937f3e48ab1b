import type { GroundPlan } from "./grounds";
import type { Housing, OwnerPapers } from "./housing";
import * as rhythms from "./rhythms";

/** How a student lives, crosses and is registered. */
export type Story = {
  rhythm: rhythms.Rhythm;
  grounds: GroundPlan;
  /** One of these. */
  housing: readonly Housing[];
  /** What owners of flats have given; one of these. */
  papers?: readonly OwnerPapers[];
  byCorrespondence?: true;
  status?: string;
};
type Shares = readonly (readonly [Story, number])[];

const DORMITORY = ["dormitory"] as const;
const FLAT = ["rented", "rented", "relatives"] as const;
const ANYWHERE = ["dormitory", "rented", "rented", "relatives", "unknown"] as const;
const AWAY = ["abroad"] as const;
/** Landlords refuse: three flats in four lack something. */
const GRUDGING = ["complete", "noConsent", "noConsent", "none"] as const;

const unregistered = (rhythm: rhythms.Rhythm, grounds: GroundPlan = "none"): Story => ({
  rhythm,
  grounds,
  housing: ANYWHERE,
  papers: GRUDGING,
});
const registered = (
  rhythm: rhythms.Rhythm,
  housing: Story["housing"],
  grounds: GroundPlan,
): Story => ({
  rhythm,
  grounds,
  housing,
});
const notSeen: Story = {
  rhythm: rhythms.neverCrossed,
  grounds: "none",
  housing: ["unknown"],
  status: "академический отпуск",
};

/** Per thousand students of the citizenship. */
const KAZAKHSTAN: Shares = [
  [registered(rhythms.resident, DORMITORY, "year"), 255],
  [registered(rhythms.stayedForSummer, DORMITORY, "year"), 40],
  [registered(rhythms.resident, FLAT, "year"), 140],
  [registered(rhythms.fortnightly, ["dormitory", "rented"], "year"), 60],
  [registered(rhythms.commuterMonToFri, ["relatives"], "year"), 20],
  [registered(rhythms.resident, ["dormitory", "rented", "rented"], "short"), 70],
  [registered(rhythms.resident, FLAT, "permit"), 9],
  [registered(rhythms.resident, FLAT, "temporaryPermit"), 6],
  [registered(rhythms.settled, FLAT, "employment"), 4],
  [unregistered(rhythms.fortnightly), 50],
  [unregistered(rhythms.fortnightly, "requested"), 10],
  [unregistered(rhythms.fortnightly, "refused"), 6],
  [unregistered(rhythms.weekly), 18],
  [{ ...unregistered(rhythms.commuterMonToSat), housing: AWAY }, 9],
  [{ ...unregistered(rhythms.commuterMonToFri), housing: AWAY }, 100],
  [{ ...unregistered(rhythms.commuterThreeDays), housing: AWAY }, 50],
  [{ ...unregistered(rhythms.session), byCorrespondence: true }, 40],
  [unregistered(rhythms.leftAgain), 28],
  [unregistered(rhythms.cameLate), 30],
  [unregistered(rhythms.settled), 22],
  [unregistered(rhythms.settled, "requested"), 8],
  [unregistered(rhythms.settled, "revoked"), 3],
  [unregistered(rhythms.summerGuest), 5],
  [notSeen, 14],
];

const VISA_NATIONALS: Shares = [
  [registered(rhythms.byAir, DORMITORY, "visaAndYear"), 420],
  [registered(rhythms.byAir, FLAT, "visaAndYear"), 140],
  [registered(rhythms.neverCrossed, DORMITORY, "visaAndYear"), 60],
  [registered(rhythms.byAir, ANYWHERE, "visa"), 170],
  [registered(rhythms.byAir, ANYWHERE, "visaShort"), 90],
  [registered(rhythms.byAir, ["dormitory", "rented"], "visaAndShort"), 65],
  [unregistered(rhythms.byAir, "visaExpired"), 16],
  [{ ...unregistered(rhythms.justArrived), housing: DORMITORY }, 19],
  [unregistered(rhythms.leftAgain), 8],
  [notSeen, 12],
];

/** Russia, Belarus and the others of 90 in 180, and the 60 in 120 of Uzbekistan and Tajikistan. */
const NEIGHBOURS: Shares = [
  [registered(rhythms.settled, DORMITORY, "year"), 420],
  [registered(rhythms.settled, FLAT, "year"), 230],
  [registered(rhythms.settled, ["dormitory", "rented"], "short"), 90],
  [registered(rhythms.settled, FLAT, "permit"), 50],
  [registered(rhythms.settled, FLAT, "kairylman"), 20],
  [unregistered(rhythms.sinceJuly), 40],
  [unregistered(rhythms.summerGuest), 35],
  [unregistered(rhythms.cameLate), 30],
  [unregistered(rhythms.leftAgain), 60],
  [notSeen, 25],
];

const CITIZENS: Shares = [[registered(rhythms.neverCrossed, FLAT, "none"), 1]];

const VISA_COUNTRIES = ["IN", "PK", "BD", "NP", "CN", "TM", "AF"];

/** How students of a citizenship live, with their shares. */
export function storiesOf(citizenship: string): Shares {
  if (citizenship === "KZ") return KAZAKHSTAN;
  if (citizenship === "KG") return CITIZENS;
  return VISA_COUNTRIES.includes(citizenship) ? VISA_NATIONALS : NEIGHBOURS;
}

/** Foreign students by citizenship, of 1,200. Citizens of Kyrgyzstan came as foreigners and took the citizenship. */
export const CITIZENSHIPS: readonly (readonly [string, number])[] = [
  ["KZ", 700],
  ["IN", 205],
  ["PK", 75],
  ["RU", 60],
  ["UZ", 52],
  ["TJ", 24],
  ["BD", 14],
  ["CN", 14],
  ["TR", 14],
  ["TM", 10],
  ["NP", 8],
  ["AF", 6],
  ["KR", 6],
  ["AZ", 4],
  ["MN", 3],
  ["BY", 3],
  ["KG", 2],
];
