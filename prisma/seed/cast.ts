import { addDays, day, weekday } from "@/lib/civil-date/day";
import type { Flaw } from "./crossings";
import { nameFromCyrillic, type PersonName, type Sex } from "./names/person-name";
import * as rhythms from "./rhythms";
import type { Story } from "./stories";

/** A student whom the guide and the tests know by name. */
export type CastMember = {
  citizenship: string;
  sex: Sex;
  name: PersonName;
  story: Story;
  flaw?: Flaw;
};

const on =
  (...days: string[]): rhythms.Rhythm =>
  () =>
    days.map(day);

const everyWeekday: rhythms.Rhythm = () => {
  const first = day("2025-09-01");
  const days = Array.from({ length: rhythms.LATER_END - first + 1 }, (_, n) => addDays(first, n));
  return days.filter((d) => weekday(d) <= 5).flatMap((d) => [d, d]);
};

/** The reference cases of the rules as people, and one for each verdict that they leave out. */
export const CAST: readonly CastMember[] = [
  // Home every second weekend: the limit is used up on leaving on 5 December, the border refuses on the 7th.
  {
    citizenship: "KZ",
    sex: "F",
    name: nameFromCyrillic("Сейтқали", "Айгерім", "Серікқызы"),
    story: {
      rhythm: () => rhythms.fortnightsFrom(day("2025-09-01"), day("2025-09-12")),
      grounds: "none",
      housing: ["rented"],
      papers: ["noConsent"],
    },
  },
  // From Kordai every day but Sunday: day 90 on 13 December.
  {
    citizenship: "KZ",
    sex: "M",
    name: nameFromCyrillic("Омаров", "Мади", "Бақытұлы"),
    story: { rhythm: rhythms.commuterMonToSat, grounds: "none", housing: ["abroad"] },
  },
  // From Kordai on weekdays: day 90 on 2 January.
  {
    citizenship: "KZ",
    sex: "M",
    name: nameFromCyrillic("Жұмабаев", "Данияр", "Маратович"),
    story: { rhythm: everyWeekday, grounds: "none", housing: ["abroad"] },
  },
  // Here since 1 September without a registration, in a dormitory that could give one.
  {
    citizenship: "KZ",
    sex: "F",
    name: nameFromCyrillic("Бекмұратова", "Дана", "Ерланқызы"),
    story: { rhythm: on("2025-09-01"), grounds: "none", housing: ["dormitory"] },
  },
  // The same, but registered in September: the count has stopped.
  {
    citizenship: "KZ",
    sex: "M",
    name: nameFromCyrillic("Нұрғалиев", "Олжас", "Қайратұлы"),
    story: { rhythm: on("2025-09-01"), grounds: "year", housing: ["dormitory"] },
  },
  // Here from June to September: only September counts.
  {
    citizenship: "KZ",
    sex: "F",
    name: nameFromCyrillic("Ахметова", "Камила", "Болатовна"),
    story: { rhythm: on("2025-06-01", "2025-09-30"), grounds: "none", housing: ["unknown"] },
  },
  // Out and in on one day: ten days, not eleven.
  {
    citizenship: "KZ",
    sex: "M",
    name: nameFromCyrillic("Искаков", "Тимур", "Талғатұлы"),
    story: {
      rhythm: on("2025-09-01", "2025-09-05", "2025-09-05", "2025-09-10"),
      grounds: "none",
      housing: ["unknown"],
    },
  },
  // Home every weekend, and never a day without Kyrgyzstan.
  {
    citizenship: "KZ",
    sex: "F",
    name: nameFromCyrillic("Ибраева", "Динара", "Мұратқызы"),
    story: {
      rhythm: rhythms.weekly,
      grounds: "requested",
      housing: ["rented"],
      papers: ["complete"],
    },
  },
  // Back since 24 October: to be registered by 22 November.
  {
    citizenship: "KZ",
    sex: "F",
    name: nameFromCyrillic("Есенова", "Аружан", "Нурлановна"),
    story: {
      rhythm: on("2025-09-02", "2025-09-10", "2025-10-24"),
      grounds: "none",
      housing: ["dormitory"],
    },
  },
  // One exit is missing from the log.
  {
    citizenship: "KZ",
    sex: "M",
    name: nameFromCyrillic("Қасымов", "Ілияс", "Асқарұлы"),
    story: {
      rhythm: on("2025-09-08", "2025-09-26", "2025-10-12", "2025-10-24", "2025-11-02"),
      grounds: "none",
      housing: ["relatives"],
      papers: ["complete"],
    },
    flaw: "exitMissing",
  },
  // 60 days in 120, and here since 1 September.
  {
    citizenship: "UZ",
    sex: "M",
    name: nameFromCyrillic("Юлдашев", "Сардор", "Рустамович"),
    story: { rhythm: on("2025-09-01"), grounds: "none", housing: ["rented"], papers: ["none"] },
  },
  // 110 days until 20 September: the border is closed for 90 days.
  {
    citizenship: "RU",
    sex: "M",
    name: nameFromCyrillic("Смирнов", "Алексей", "Игоревич"),
    story: { rhythm: on("2025-06-03", "2025-09-20"), grounds: "none", housing: ["unknown"] },
  },
  {
    citizenship: "IN",
    sex: "F",
    name: {
      ...nameFromCyrillic("Шарма", "Ананья"),
      lastName: "SHARMA",
      firstName: "ANANYA",
    },
    story: { rhythm: rhythms.byAir, grounds: "visaAndShort", housing: ["dormitory"] },
  },
  {
    citizenship: "PK",
    sex: "M",
    name: { ...nameFromCyrillic("Хан", "Билал"), lastName: "KHAN", firstName: "BILAL" },
    story: {
      rhythm: rhythms.neverCrossed,
      grounds: "none",
      housing: ["unknown"],
      status: "зачислен, ещё не прибыл",
    },
  },
  {
    citizenship: "KG",
    sex: "M",
    name: nameFromCyrillic("Токтогулов", "Нурбек", "Бакытович"),
    story: { rhythm: rhythms.neverCrossed, grounds: "none", housing: ["rented"] },
  },
];
