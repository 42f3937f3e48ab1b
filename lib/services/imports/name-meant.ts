import { type PersonNames, personKeys } from "@/lib/person-name/person-keys";

type Names = Omit<PersonNames, "birthDate">;

/** Names alone are compared. */
const keysOf = ({ lastName, firstName, lastNameCyrillic, firstNameCyrillic }: Names) =>
  personKeys({ lastName, firstName, lastNameCyrillic, firstNameCyrillic, birthDate: "-" });

/** The former name of a student by which a row means them; null: it is the present name, or neither. */
export function formerNameMeant(
  said: Names,
  present: Names,
  former: readonly Names[],
): Names | null {
  const keys = keysOf(said);
  const isMeant = (name: Names) => keysOf(name).some((key) => keys.includes(key));
  return isMeant(present) ? null : (former.find(isMeant) ?? null);
}
