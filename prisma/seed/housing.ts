import { addDays, type Day, day } from "@/lib/civil-date/day";
import type { Chance } from "./chance";
import { makeName } from "./names/person-name";

export type DemoDormitory = { name: string; address: string; manager: string };

export const DORMITORIES: readonly DemoDormitory[] = [
  { name: "Общежитие № 1", address: "г. Бишкек, ул. Ахунбаева, 92", manager: "Асанова Г. Т." },
  {
    name: "Общежитие № 2",
    address: "г. Бишкек, ул. Льва Толстого, 114",
    manager: "Мамбетов К. Э.",
  },
  { name: "Общежитие № 3", address: "г. Бишкек, ул. Малдыбаева, 31", manager: "Исакова Н. Б." },
];

/** dormitory; a rented flat; with relatives; across the border, at home; not known to the office. */
export type Housing = "dormitory" | "rented" | "relatives" | "abroad" | "unknown";

/** What the owner of a flat has given: everything, no consent, or neither consent nor technical passport. */
export type OwnerPapers = "complete" | "noConsent" | "none";

/** Where a student lives and the papers of a registration there; empty text: not known. */
export type DemoResidence = {
  route: "dormitory" | "address";
  dormitory: string;
  room: string;
  address: string;
  ownerName: string;
  ownerDocument: string;
  consentNotary: string;
  consentNumber: string;
  consentDate: Day | null;
  technicalPassportNo: string;
  contractNo: string;
  contractDate: Day | null;
  feeReceipt: string;
};

const STREETS = [
  "ул. Киевская",
  "ул. Московская",
  "пр. Чуй",
  "ул. Токтогула",
  "ул. Жибек Жолу",
  "ул. Юнусалиева",
  "ул. Горького",
  "ул. Байтик Баатыра",
  "мкр. Джал",
  "мкр. Асанбай",
] as const;

const NOTARIES = ["Джумабаева А. С.", "Ли Е. В.", "Осмонов Т. К.", "Сыдыкова Ж. М."] as const;

/** The residence of that kind; null where the office has none that a registration could name. */
export function makeResidence(
  chance: Chance,
  housing: Housing,
  papers: OwnerPapers,
): DemoResidence | null {
  if (housing === "abroad" || housing === "unknown") return null;
  const contract = {
    contractNo: `${chance.int(100, 2_400)}/25`,
    contractDate: addDays(day("2025-08-18"), chance.int(0, 20)),
    feeReceipt: papers === "complete" ? `КВ-${chance.int(100_000, 999_999)}` : "",
  };
  return housing === "dormitory"
    ? { ...NO_OWNER, ...contract, route: "dormitory", ...makeRoom(chance) }
    : { ...contract, ...makeFlat(chance, papers) };
}

const NO_OWNER = {
  address: "",
  ownerName: "",
  ownerDocument: "",
  consentNotary: "",
  consentNumber: "",
  consentDate: null,
  technicalPassportNo: "",
} as const;

function makeRoom(chance: Chance) {
  const room = `${chance.int(1, 5)}${String(chance.int(1, 28)).padStart(2, "0")}`;
  return { dormitory: chance.pick(DORMITORIES).name, room };
}

function makeFlat(chance: Chance, papers: OwnerPapers) {
  const owner = makeName(chance, "KG", chance.happens(0.5) ? "F" : "M");
  const consented = papers === "complete";
  return {
    route: "address" as const,
    dormitory: "",
    room: "",
    address: `г. Бишкек, ${chance.pick(STREETS)}, д. ${chance.int(1, 240)}, кв. ${chance.int(1, 90)}`,
    ownerName: [owner.lastNameCyrillic, owner.firstNameCyrillic, owner.middleNameCyrillic]
      .filter((part) => part !== "")
      .join(" "),
    ownerDocument: papers === "none" ? "" : `ID${chance.int(1_000_000, 2_999_999)}`,
    consentNotary: consented ? chance.pick(NOTARIES) : "",
    consentNumber: consented ? `1-${chance.int(200, 4_800)}` : "",
    consentDate: consented ? addDays(day("2025-09-01"), chance.int(0, 45)) : null,
    technicalPassportNo: papers === "none" ? "" : `ТП-${chance.int(10_000, 99_999)}`,
  };
}

/** The same in the words of a roster. */
export function housingInWords(housing: Housing, residence: DemoResidence | null): string {
  if (residence === null) return housing === "abroad" ? "приезжает из с. Кордай (Казахстан)" : "";
  if (residence.route === "dormitory") return `${residence.dormitory}, комн. ${residence.room}`;
  return housing === "relatives" ? `у родственников, ${residence.address}` : residence.address;
}
