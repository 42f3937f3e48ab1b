import "server-only";

/** The staged rows `t` of which it is still to be found whose they are. */
export const OPEN = "t.fine and t.outcome is null";

/** The name that a staged row `t` says, as names are compared. */
export const SAID_NAMES = `t.last_name as "lastName", t.first_name as "firstName",
  t.last_name_cyrillic as "lastNameCyrillic", t.first_name_cyrillic as "firstNameCyrillic"`;
