/** Words that belong to the name before them: Асан уулу, Үсөн кызы, Серикұлы as two words. */
const OF_FATHER =
  /^(?:уулу|улуу|кызы|кизи|гызы|оглы|оглу|қызы|ұлы|углы|ogly|oglu|uulu|kyzy|kizi|qizi|uly|ugli|o['’‘]?g['’‘]?li|zada)$/iu;
/** … to the name behind them, with which they are a father's name: bin Ali. */
const SON_OF = /^(?:bin|ibn|bint|binti|bte|бин|ибн|бинт|бинти)$/iu;
/** … and a family's: Al Saud, ар-Рашид as two words. */
const HOUSE = /^(?:al|el|аль|эль)$/iu;
/** The same of European names; with a capital letter these may be names themselves (Ван, Le Van), but for these pairs. */
const OF_PLACE =
  /^(?:van|von|der|den|de|di|da|del|della|dos|das|la|le|du|ter|ten|ван|фон|дер|ден|де|ди|да|дель|дос|ла|ле|дю|тер)$/iu;

const PAIR =
  /^(?:(?:van|von|ван|фон) (?:der|den|de|ter|ten|дер|ден|де)|(?:de|де) (?:la|las|los|ла))$/iu;

/** Words of a name that belong together. patronymic: they name a father, and nothing else; house: a family. */
export type Unit = { text: string; is: "name" | "patronymic" | "house" };

/**
 * The words of a name, those of a father's or a family's name together: "Асан уулу", "bin Ali", "van der Berg". Null where
 * such a particle has no name: it is never a name by itself.
 */
export function unitsOf(text: string): Unit[] | null {
  const words = text.split(/\s+/).filter((each) => each !== "");
  const units: Unit[] = [];
  let at = 0;
  while (at < words.length) {
    const unit = unitAt(words, at);
    if (unit === null) return null;
    at += unit.text.split(" ").length;
    const before = units.at(-1);
    if (unit.is === "patronymic" && before?.is === "patronymic") before.text += ` ${unit.text}`;
    else units.push(unit);
  }
  return units;
}

function unitAt(words: readonly string[], at: number): Unit | null {
  const word = words[at] ?? "";
  if (OF_FATHER.test(word)) return null;
  const last = particlesEnd(words, at);
  if (last === at) {
    const next = words[at + 1] ?? "";
    return { text: OF_FATHER.test(next) ? `${word} ${next}` : word, is: "name" };
  }
  const named = words[last];
  if (named === undefined || OF_FATHER.test(named)) return alone(words, at);
  const is = SON_OF.test(word) ? "patronymic" : "house";
  return { text: words.slice(at, last + 1).join(" "), is };
}

/** At the end of a name a capital letter makes a name of it: Zhang Bin. */
function alone(words: readonly string[], at: number): Unit | null {
  const word = words[at] ?? "";
  const isName = at > 0 && /^\p{Lu}/u.test(word);
  return isName ? { text: word, is: "name" } : null;
}

/** The place behind the particles that begin here; the same place where none does. */
function particlesEnd(words: readonly string[], from: number): number {
  let at = from;
  while (isParticle(words, at)) at += 1;
  return at;
}

function isParticle(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (SON_OF.test(word) || HOUSE.test(word)) return true;
  if (!OF_PLACE.test(word)) return false;
  const isSmall = word === word.toLowerCase() && words.some((each) => /\p{Lu}/u.test(each));
  const [before = "", after = ""] = [words[at - 1], words[at + 1]];
  return isSmall || PAIR.test(`${before} ${word}`) || PAIR.test(`${word} ${after}`);
}
