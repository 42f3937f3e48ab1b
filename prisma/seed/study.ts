import type { Chance } from "./chance";

export type Study = {
  faculty: string;
  programme: string;
  /** 1 to `years`. */
  year: number;
  form: "очная" | "заочная";
};

const MEDICINE = "Медицинский факультет";

/** Faculty, programme, years of study, share among those who are not here for medicine alone. */
const PROGRAMMES = [
  [[MEDICINE, "Лечебное дело", 6], 22],
  [[MEDICINE, "Стоматология", 5], 14],
  [[MEDICINE, "Фармация", 5], 4],
  [["Юридический факультет", "Юриспруденция", 4], 18],
  [["Факультет экономики и управления", "Финансы и кредит", 4], 9],
  [["Факультет экономики и управления", "Менеджмент", 4], 8],
  [["Факультет информационных технологий", "Программная инженерия", 4], 9],
  [["Факультет международных отношений", "Международные отношения", 4], 6],
  [["Факультет филологии и педагогики", "Лингвистика", 4], 5],
  [["Факультет филологии и педагогики", "Педагогика и психология", 4], 5],
] as const;
const LOTTERY = PROGRAMMES.flatMap(([programme, share]) =>
  Array.from({ length: share }, () => programme),
);
const GENERAL_MEDICINE = PROGRAMMES[0][0];

/** Those who come for medicine in English. */
const FOR_MEDICINE = ["IN", "PK", "BD", "NP"];

/**
 * What a citizen of that country studies. By correspondence only law and economics can be studied; who
 * was here before the summer (`returning`) is no first-year student.
 */
export function makeStudy(
  chance: Chance,
  citizenship: string,
  { byCorrespondence, returning }: { byCorrespondence: boolean; returning: boolean },
): Study {
  const choices = byCorrespondence
    ? LOTTERY.filter(([faculty]) => /^(Юридический|Факультет экономики)/.test(faculty))
    : LOTTERY;
  const forMedicine = FOR_MEDICINE.includes(citizenship) && chance.happens(0.94);
  const [faculty, programme, years] = forMedicine ? GENERAL_MEDICINE : chance.pick(choices);
  return {
    faculty,
    programme,
    year: chance.int(returning ? 2 : 1, years),
    form: byCorrespondence ? "заочная" : "очная",
  };
}
