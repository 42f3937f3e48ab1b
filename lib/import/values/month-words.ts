import { wordKey } from "./word";

/** Names of the months as dates have them, January first: Russian, Kyrgyz, Kazakh, English, and their usual short forms. */
const MONTHS: readonly string[] = [
  "января|январь|янв|январы|үчтүн айы|қаңтар|қаң|january|jan",
  "февраля|февраль|фев|февр|февралы|бирдин айы|ақпан|ақп|february|feb",
  "марта|март|мар|марты|жалган куран|наурыз|нау|march|mar",
  "апреля|апрель|апр|апрели|чын куран|сәуір|сәу|april|apr",
  "мая|май|майы|бугу|мамыр|мам|may",
  "июня|июнь|июн|июну|кулжа|маусым|мау|june|jun",
  "июля|июль|июл|июлу|теке|шілде|шіл|july|jul",
  "августа|август|авг|августу|баш оона|тамыз|там|august|aug",
  "сентября|сентябрь|сен|сент|сентябры|аяк оона|қыркүйек|қыр|september|sep|sept",
  "октября|октябрь|окт|октябры|тогуздун айы|қазан|қаз|october|oct",
  "ноября|ноябрь|ноя|нояб|ноябры|жетинин айы|қараша|қар|november|nov",
  "декабря|декабрь|дек|декабры|бештин айы|желтоқсан|жел|december|dec",
];

const NUMBER_OF = new Map(
  MONTHS.flatMap((names, i) => names.split("|").map((name) => [wordKey(name), i + 1] as const)),
);

/** The number of a month by its name, 1 to 12, or null. */
export function readMonth(name: string): number | null {
  return NUMBER_OF.get(wordKey(name)) ?? null;
}
