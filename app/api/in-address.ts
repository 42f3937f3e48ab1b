import { z } from "zod";
import { AppError } from "@/lib/services/app-error";

/** The id that an address names; AppError notFound where it is none: nothing stands under such an address. */
export function idInAddress(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new AppError("notFound", "notFound");
  return text;
}

/** One of the words that an address may name; AppError notFound where it is none of them. */
export function wordInAddress<Word extends string>(text: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new AppError("notFound", "notFound");
  return word;
}
