import type { Source } from "./regime";

/** What the `kg` regime rests on. Full texts of the resolutions were not available. */
export const kgSources: readonly Source[] = [
  {
    id: "KG-541",
    title:
      "Постановление Кабинета Министров КР № 541, Положение о порядке пребывания иностранных граждан на территории Кыргызской Республики",
    date: "2023-10-10",
    grade: "B",
    links: ["https://www.gov.kg/ky/npa/s/4495"],
  },
  {
    id: "KG-855",
    title: "Постановление Кабинета Министров КР № 855, изменения в № 541",
    date: "2025-12-31",
    grade: "B",
    links: ["24.kg 357624", "24.kg 357656", "vb.kg 454003"],
  },
  {
    id: "KG-689",
    title: "Постановление Правительства КР № 689, регистрация иностранных граждан",
    date: "2016-12-19",
    grade: "B",
    links: [],
  },
  {
    id: "KG-KZ-2012",
    title:
      "Соглашение между Казахстаном и Кыргызстаном о порядке пребывания граждан, 30 дней без регистрации",
    date: "2012-05-11",
    grade: "A",
    links: ["https://adilet.zan.kz/rus/docs/P1200000603"],
  },
  {
    id: "GPS-2025-12",
    title: "Пограничная служба ГКНБ КР: 90 дней суммарно в каждых 180 с первого въезда",
    date: "2025-12-04",
    grade: "B",
    links: ["24.kg 353447"],
  },
  {
    id: "GPS-2026-01",
    title:
      "Пограничная служба ГКНБ КР: дни складываются; новый отсчёт после 90 дней подряд вне страны",
    date: "2026-01-15",
    grade: "B",
    links: ["24.kg 358008", "zakon.kz 6504490"],
  },
  {
    id: "MFA-2025-12",
    title: "Министерство иностранных дел КР: правила для граждан Казахстана",
    date: "2025-12",
    grade: "B",
    links: ["24.kg 354232"],
  },
  {
    id: "KAKTUS",
    title:
      "Kaktus.media: день въезда полный; регистрация приостанавливает отсчёт; 90 дней после выезда",
    date: "2025-12",
    grade: "B",
    links: [],
  },
  {
    id: "SBC-6",
    title: "Regulation (EU) 2016/399, Schengen Borders Code, article 6(1) and (2)",
    date: "2016-03-09",
    grade: "A",
    links: ["https://eur-lex.europa.eu/eli/reg/2016/399/oj"],
  },
];
