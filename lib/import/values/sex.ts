import { remembering, vocabulary, wordKey } from "./word";

const WORDS = vocabulary<"M" | "F">({
  M: "m|male|man|м|муж|мужской|мужчина|э|эр|эркек|ер|еркек",
  F: "f|female|woman|ж|жен|женский|женщина|а|аял|кыз|әйел|айел",
});

/** A word for the sex, or null. */
export const readSex = remembering((text) => WORDS.get(wordKey(text)) ?? null);
