import { getLocale, getTranslations } from "next-intl/server";
import { withActor } from "@/app/api/with-actor";
import type { Actor } from "@/lib/auth/permissions";
import { KINDS } from "@/lib/db/import/import-words";
import { countryName } from "@/lib/i18n/country-name";
import { AppError } from "@/lib/services/app-error";
import { importTemplate, type TemplateWords } from "@/lib/services/imports/import-template";
import { listDormitories } from "@/lib/services/office/dormitories";

type Context = { params: Promise<{ kind: string }> };

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
  phone: "+996 700 123456",
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

async function wordsOf(actor: Actor): Promise<TemplateWords> {
  const t = await getTranslations("imports.template");
  const fields = await getTranslations("imports.fields");
  const locale = await getLocale();
  const list = (key: "sex" | "direction" | "groundKind" | "groundStatus" | "result") =>
    t(`offers.${key}`).split("|");
  const offers = {
    sex: list("sex"),
    direction: list("direction"),
    groundKind: list("groundKind"),
    groundStatus: list("groundStatus"),
    result: list("result"),
    checkpoint: CHECKPOINTS,
    dormitory: (await listDormitories(actor, {})).map(({ name }) => name),
  };
  const inWords = new Set(["text", "number", "day", "moment"] as const);
  return {
    locale,
    sheet: t("sheet"),
    offersSheet: t("offersSheet"),
    explanation: {
      sheet: t("explanation"),
      headings: [t("headings.column"), t("headings.required"), t("headings.how")],
      notes: [t("notes.fill"), t("notes.columns")],
    },
    offers,
    heading: (field) => fields(field),
    required: (required) => t(`required.${required}`),
    how: (entry) => {
      const plain = [...inWords].find((one) => one === entry);
      return t(`how.${plain ?? "list"}`);
    },
    example: (field, entry) => {
      if (field === "student_no") return t("example.mark", { value: "0024-17" });
      if (entry === "citizenship") return countryName("KZ", locale);
      const [first] = offers[entry as keyof typeof offers] ?? [];
      const key = `example.${field}` as Parameters<typeof t.has>[0];
      return EXAMPLES[field] ?? first ?? (t.has(key) ? t(key as "example.mark") : "");
    },
  };
}

/** A workbook to be filled in and imported, in the language of whoever asks. */
export const GET = withActor<Context>(async (_request, actor, { params }) => {
  const asked = (await params).kind;
  const kind = KINDS.find((known) => known === asked);
  if (kind === undefined) throw new AppError("notFound", "notFound");
  const t = await getTranslations("imports.template");
  const content = await importTemplate(kind, await wordsOf(actor));
  return new Response(Buffer.from(content), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${t(`fileName.${kind}`)}.xlsx`)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
