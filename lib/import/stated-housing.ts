import { foldName } from "@/lib/person-name/fold-name";

/** Where a student lives, as far as the roster's own words tell. */
export type StatedHousing =
  | { route: "dormitory"; dormitory: string }
  /** `address` empty: only that it is a private one. */
  | { route: "address"; address: string };

const DORMITORY = /общежит|общаг|жатакан|жатак|dorm|hostel|кампус|campus/;
const PRIVATE =
  /^(?:address|apartment|flat|rent|rented|private|home|relatives|адрес|квартира|съемн|аренд|частн|родствен|батир|дарек|туган)/;

/**
 * Reads the roster's housing column: a dormitory by its word, an address by a number in it, private housing by the usual words;
 * null where the words tell neither. An address is never made up.
 */
export function statedHousing(text: string): StatedHousing | null {
  const words = foldName(text);
  if (words === "") return null;
  if (DORMITORY.test(words)) return { route: "dormitory", dormitory: text.trim() };
  if (/\d/.test(text)) return { route: "address", address: text.trim() };
  return PRIVATE.test(words) ? { route: "address", address: "" } : null;
}
