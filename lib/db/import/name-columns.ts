import "server-only";

/** The parts of a person's name, by field, and the columns that hold them: of students and of staged rows alike. */
export const NAME_COLUMNS = {
  lastName: "last_name",
  firstName: "first_name",
  middleName: "middle_name",
  lastNameCyrillic: "last_name_cyrillic",
  firstNameCyrillic: "first_name_cyrillic",
  middleNameCyrillic: "middle_name_cyrillic",
} as const;
