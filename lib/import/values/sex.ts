import { remembering, vocabulary, wordKey } from "./word";

const WORDS = vocabulary<"M" | "F">({
  M: "m|mr|male|man|м|муж|мужской|мужчина|э|эр|эркек|ер|еркек|мальчик|юноша|мужск|мужчин",
  F: "f|ms|mrs|female|woman|ж|жен|женский|женщина|а|аял|кыз|әйел|айел|ә|девушка|женск|аялзаты",
});

/** A word for the sex, or null. */
export const readSex = remembering((text) => WORDS.get(wordKey(text)) ?? null);
