import { expect, test } from "vitest";
import { formerNameMeant } from "./name-meant";

const named = (lastName: string, firstName: string) => ({
  ...{ lastName, firstName, lastNameCyrillic: "", firstNameCyrillic: "" },
});
const NOW = named("DUB", "ANN");
const FORMER = named("DUBOVSKY", "ANNETTE");

test("a row with a former name means the student by it, in the script of either", () => {
  expect(formerNameMeant(named("Dubovsky", "Annette"), NOW, [FORMER])).toBe(FORMER);
  const inCyrillic = {
    ...named("", ""),
    lastNameCyrillic: "Дубовский",
    firstNameCyrillic: "Аннетте",
  };
  expect(formerNameMeant(inCyrillic, NOW, [named("LI", "ANNA"), FORMER])).toBe(FORMER);
});

test("a row with the present name, or with neither, means no former one", () => {
  expect(formerNameMeant(NOW, NOW, [FORMER, NOW])).toBeNull();
  expect(formerNameMeant(named("LI", "ANNA"), NOW, [FORMER])).toBeNull();
});
