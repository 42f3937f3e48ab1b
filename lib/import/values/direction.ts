import type { Direction } from "../facts";
import { remembering, vocabulary, wordKey } from "./word";

const WORDS = vocabulary<Direction>({
  entry:
    "entry|in|enter|entered|entrance|arrival|arrived|въезд|вьезд|ввезд|везд|въехал|въехала|въезд в кр|въезд в кыргызстан|въезд в кыргызскую республику|прибытие|прибыл|прибыла|вход|кирүү|кирди|кириш|келди|келүү|кіру|кірді|келу|въезд кр|въезд в рк кр|вход в кр|въезжает|въехали|ent",
  exit: "exit|out|leave|left|departure|departed|выезд|выехал|выехала|выезд из кр|выезд из кыргызстана|выезд из кыргызской республики|убытие|убыл|убыла|отбытие|выход|чыгуу|чыкты|чыгыш|кетти|кетүү|шығу|шықты|кету|выезжает|выехали|уехал|уехала",
});

/** A word for the direction of a crossing, seen from Kyrgyzstan, or null. */
export const readDirection = remembering((text) => WORDS.get(wordKey(text)) ?? null);
