import type { Words } from "../regime";
import { fieldsOf, type Place, textAt, UNREAD, type Unread, whole } from "./place";

/** The same words in every language of Sanak. */
export function wordsAt(place: Place): Words | Unread {
  const fields = fieldsOf(place, ["ru", "ky", "en"]);
  if (fields === UNREAD) return UNREAD;
  return whole<Words>({ ru: textAt(fields.ru), ky: textAt(fields.ky), en: textAt(fields.en) });
}
