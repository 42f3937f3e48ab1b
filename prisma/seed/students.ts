import { addDays, civilDate, type Day, day, dayOf } from "@/lib/civil-date/day";
import { type Chance, chanceOf } from "./chance";
import { type DemoCrossing, type Flaw, makeCrossings, withFlaw } from "./crossings";
import { ACADEMIC_YEAR, type DemoGround, makeGrounds } from "./grounds";
import { type DemoResidence, housingInWords, makeResidence } from "./housing";
import { makeIin } from "./iin";
import { makeName, type PersonName, type Sex } from "./names/person-name";
import { makeIdCard, makePassport, type Paper } from "./papers";
import { LATER_END, LOG_END } from "./rhythms";
import type { Story } from "./stories";
import { makeStudy, type Study } from "./study";

/** A student as roster, border and registrars know one. */
export type DemoStudent = PersonName & {
  studentNo: string;
  birthDate: Day;
  sex: Sex;
  citizenship: string;
  /** The document that the roster knows; the border may know another one. */
  paper: Paper;
  /** Citizens of Kazakhstan only; empty otherwise. */
  iin: string;
  study: Study;
  status: string;
  housing: string;
  phone: string;
  email: string;
  residence: DemoResidence | null;
  crossings: DemoCrossing[];
  /** How the student would go on crossing after the log ends if no border stood in the way. */
  wishes: DemoCrossing[];
  grounds: DemoGround[];
};

/** What a student is made from. What is not given is left to chance. */
export type StudentPlan = {
  /** Seed of the institution. */
  seed: string;
  /** Place in the institution, from 1; student and document numbers come from it. */
  place: number;
  citizenship: string;
  story: Story;
  name?: PersonName;
  sex?: Sex;
  flaw?: Flaw;
};

const AUGUST = day("2025-08-01");
/** Lectures are expected from this day of those who have not crossed since. */
const NO_ARRIVAL = ACADEMIC_YEAR.from;

export function makeStudent(plan: StudentPlan): DemoStudent {
  const { seed, place, citizenship, story } = plan;
  const chance = chanceOf(`${seed}/student ${place}`);
  const days = story.rhythm(chance).filter((d) => d <= LATER_END);
  const study = makeStudy(chance, citizenship, {
    byCorrespondence: story.byCorrespondence ?? false,
    returning: days.some((d) => d < AUGUST),
  });
  const person = makePerson(chance, plan, study.year);
  const { paper, atBorder } = makePapers(chance, citizenship, place);
  const housing = chance.pick(story.housing);
  const residence = makeResidence(chance, housing, chance.pick(story.papers ?? ["complete"]));
  const all = makeCrossings(chance, days, citizenship, atBorder.number);
  const crossings = all.filter(({ day }) => day <= LOG_END);
  const arrival = days.find((d) => d >= AUGUST) ?? NO_ARRIVAL;
  const basis = { arrival, documentExpires: paper.expires, residence, place };
  return {
    ...person,
    studentNo: studentNo(study.year, place),
    citizenship,
    paper,
    study,
    status: story.status ?? "обучается",
    housing: housingInWords(housing, residence),
    ...makeContacts(chance, citizenship, person, place),
    residence,
    crossings: plan.flaw === undefined ? crossings : withFlaw(crossings, plan.flaw),
    wishes: all.filter(({ day }) => day > LOG_END),
    grounds: makeGrounds(chance, story.grounds, basis),
  };
}

/** Two digits of the year of enrolment, and the place: "24-0117". */
function studentNo(yearOfStudy: number, place: number): string {
  return `${26 - yearOfStudy}-${String(place).padStart(4, "0")}`;
}

function makePerson(chance: Chance, plan: StudentPlan, yearOfStudy: number) {
  const { citizenship } = plan;
  const sex = plan.sex ?? (chance.happens(0.5) ? "F" : "M");
  const name = plan.name ?? makeName(chance, citizenship, sex);
  const bornIn = civilDate(ACADEMIC_YEAR.from).year - yearOfStudy - chance.int(17, 20);
  const birthDate = addDays(dayOf({ year: bornIn, month: 1, dayOfMonth: 1 }), chance.int(0, 364));
  const iin = citizenship === "KZ" ? makeIin(birthDate, sex, chance.int(0, 9_999)) : "";
  return { ...name, sex, birthDate, iin };
}

/** Citizens of Kazakhstan may cross with an ID card; one in eight shows the border another paper than the office. */
function makePapers(chance: Chance, citizenship: string, place: number) {
  const passport = makePassport(chance, citizenship, place);
  if (citizenship !== "KZ") return { paper: passport, atBorder: passport };
  const card = makeIdCard(chance, place);
  const [paper, other] = chance.happens(0.45) ? [card, passport] : [passport, card];
  return { paper, atBorder: chance.happens(1 / 8) ? other : paper };
}

function makeContacts(
  chance: Chance,
  citizenship: string,
  { lastName, firstName }: PersonName,
  place: number,
) {
  const rest = `${chance.int(100, 999)} ${chance.int(10, 99)} ${chance.int(10, 99)}`;
  const phone =
    citizenship === "KZ" && chance.happens(0.6)
      ? `8 7${chance.pick(["01", "05", "07", "47", "75"])} ${rest}`
      : `0${chance.pick(["500", "550", "700", "770", "999"])} ${rest.replace(/ (?=\d\d$)/, "")}`;
  const email = `${firstName.slice(0, 1)}.${lastName}.${place}`.toLowerCase();
  return { phone, email: `${email}@student.example` };
}
