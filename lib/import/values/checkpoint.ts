import { nameKey } from "@/lib/person-name/transliterate";
import { remembering } from "./word";

/** Checkpoints and the names that logs give them; the first is ours. */
const ALIASES: readonly string[] = [
  "Ак-Жол|Ак-Джол|Ak-Jol|Akzhol|Ак-Жол-автодорожный|Ак-Жол автодорожный|Кордай|Qordai|Korday|Кордай-автодорожный",
  "Ак-Тилек|Ak-Tilek|Ак-Тилек-автодорожный|Карасу|Karasu|Кара-Суу|Kara-Suu|Карасу-автодорожный",
  "Кен-Булун|Ken-Bulun|Кен-Булуң|Кен-Булун-автодорожный",
  "Токмок|Tokmok|Токмак|Tokmak|Токмок-автодорожный|Сортобе|Sortobe|Сартобе",
  "Чалдыбар|Chaldybar|Чалдовар|Chaldovar|Чалдыбар-автодорожный|Чалдовар-автодорожный",
  "Камышановка|Kamyshanovka|Томонку-Чуй|Томонку-Чүй|Tomonku-Chui",
  "Чон-Капка|Чоң-Капка|Chon-Kapka|Айша-биби|Aisha-bibi|Айша Биби",
  "Кичи-Капка|Kichi-Kapka",
  "Каркыра|Karkyra|Каркыра-автодорожный|Кеген|Kegen",
  "Каинды|Kaindy|Кайыңды|Каинды-железнодорожный|Каинды ж д|Каинды жд",
  "Манас|Manas|аэропорт Манас|Манас-аэропорт|Manas airport|Манас аэропорту|Международный аэропорт Манас|Manas International Airport|FRU|BSZ",
  "Ош|Osh|аэропорт Ош|Ош-аэропорт|Osh airport|Ош аэропорту|Международный аэропорт Ош|OSS",
  "Тамчы|Tamchy|аэропорт Тамчы|Тамчы-аэропорт|Tamchy airport|Тамчы аэропорту|Иссык-Куль|аэропорт Иссык-Куль|Ысык-Көл|Ысык-Көл аэропорту|Issyk-Kul|Issyk-Kul airport|IKU",
];

/** Words that say what a checkpoint is, and may stand around its name. */
const AROUND =
  /(?:^|\s)(?:кпп|пп|апп|апк|пункт пропуска|өткөрүү пункту|checkpoint|border)(?=\s|$)/giu;

const NAMES = new Map(
  ALIASES.flatMap((line) => {
    const [name = "", ...others] = line.split("|");
    return [name, ...others].map((alias) => [checkpointKey(alias), name] as const);
  }),
);

/** Our names of the checkpoints, in the order of the law's table. */
export const CHECKPOINTS: readonly string[] = ALIASES.map((line) => line.split("|")[0] ?? "");

/** Our name of a checkpoint, or null for one that the table does not know. */
export const readCheckpoint = remembering(
  (text) => NAMES.get(checkpointKey(text)) ?? ofSeveral(text),
);

/**
 * Several names of one checkpoint, as the law's own table writes them: "Ак-Тилек (Карасу)", "Камышановка = Томонку-Чуй".
 * Null where two of them mean different ones, or one outside brackets is unknown.
 */
function ofSeveral(text: string): string | null {
  const outside = text.replace(/\([^()]*\)/g, " ").split(/[/=;|]/);
  const inside = [...text.matchAll(/\(([^()]*)\)/g)].flatMap(([, names = ""]) =>
    names.split(/[,/=;|]/),
  );
  const read = (names: readonly string[]) =>
    names
      .filter((name) => name.trim() !== "")
      .map((name) => NAMES.get(checkpointKey(name)) ?? null);
  const found = new Set([...read(outside), ...read(inside).filter((name) => name !== null)]);
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

function checkpointKey(text: string): string {
  return nameKey(text.replace(/[«»"“”„]/g, " ").replace(AROUND, " ")).replaceAll(" ", "");
}
