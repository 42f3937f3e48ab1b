import { z } from "zod";

const words = z.string().trim().max(300, "tooLong");

/** What the office writes on a list besides its students. */
export const referencesFields = z.object({
  petition: words,
  representative: words,
  powerOfAttorney: words,
});
