import "server-only";
import type { Locale } from "@/lib/auth/permissions";
import { countryName } from "@/lib/i18n/country-name";
import { readText } from "@/lib/i18n/read-text";
import type { FieldEntry } from "@/lib/import/template-columns";
import type { TemplateWords } from "./import-template";

/** Values of the example row that are the same in every language. */
const EXAMPLES: Readonly<Record<string, string>> = {
  last_name: "Akhmetova",
  first_name: "Aigul",
  last_name_cyrillic: "Ахметова",
  first_name_cyrillic: "Айгуль",
  middle_name_cyrillic: "Сериковна",
  birth_date: "28.02.2003",
  document_no: "N12345678",
  document_expires: "15.01.2030",
  year: "2",
  // A plus in front would be guarded with an apostrophe, as what might be a formula.
  phone: "0700 123456",
  email: "a@example.org",
  at: "07.12.2025 14:05",
  checkpoint: "Ак-Жол",
  number: "0012/25",
  valid_from: "01.09.2025",
  valid_to: "30.06.2026",
  room: "412",
  list_no: "3",
  registration_no: "0012/25",
  lives_from: "01.09.2025",
  lives_to: "30.06.2026",
};
const CHECKPOINTS = [
  "Ак-Жол",
  "Ак-Тилек",
  "Кен-Булун",
  "Токмок",
  "Чалдыбар",
  "Камышановка",
  "Чон-Капка",
  "Кичи-Капка",
  "Каркыра",
  "Каинды",
  "Манас",
  "Ош",
  "Тамчы",
];

/** Fields whose example is a word of the language. */
const IN_WORDS = new Set([
  "document_type",
  "faculty",
  "programme",
  "study_form",
  "status",
  "housing",
  "address",
  "authority",
  "reason",
]);
const EXAMPLE_NUMBER = "0024-17";
const PLAIN_ENTRIES: readonly string[] = ["text", "number", "day", "moment"];

/** What the templates say in a language; the office's own dormitories are among what they offer. */
export async function templateWords(
  locale: Locale,
  dormitories: readonly string[],
): Promise<TemplateWords> {
  const text = await readText(locale, "imports");
  const t = (key: string) => text(`template.${key}`);
  const list = (key: string) => t(`offers.${key}`).split("|");
  const offers: TemplateWords["offers"] = {
    sex: list("sex"),
    direction: list("direction"),
    groundKind: list("groundKind"),
    groundStatus: list("groundStatus"),
    result: list("result"),
    documentType: list("documentType"),
    studyForm: list("studyForm"),
    studentStatus: list("studentStatus"),
    housing: dormitories,
    checkpoint: CHECKPOINTS,
    dormitory: dormitories,
  };
  // An office without dormitories of its own sees what such a name looks like; Айгуль is a woman.
  const offered = (entry: FieldEntry) =>
    offers[entry]?.[entry === "sex" ? 1 : 0] ??
    (entry === "dormitory" ? t("example.dormitory") : undefined);
  return {
    locale,
    sheet: t("sheet"),
    offersSheet: t("offersSheet"),
    explanation: {
      sheet: t("explanation"),
      headings: [t("headings.column"), t("headings.required"), t("headings.how")],
      notes: [t("notes.fill"), t("notes.columns"), t("notes.oneOf")],
    },
    offers,
    checks: { title: t("checks.title"), day: t("checks.day"), moment: t("checks.moment") },
    heading: (label) => text(`fields.${label}`),
    required: (required) => t(`required.${required}`),
    how: (entry) => t(`how.${PLAIN_ENTRIES.includes(entry) ? entry : "list"}`),
    example: (field, entry) => {
      if (field === "student_no") return t("example.mark").replace("{value}", EXAMPLE_NUMBER);
      if (entry === "citizenship") return countryName("KZ", locale);
      if (EXAMPLES[field] !== undefined) return EXAMPLES[field];
      const first = offered(entry);
      return first ?? (IN_WORDS.has(field) ? t(`example.${field}`) : "");
    },
  };
}
