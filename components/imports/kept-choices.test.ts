import { expect, test } from "vitest";
import { forgetChoices, keepChoice, keptChoice } from "./kept-choices";

test("a choice stays until it is sent, each for its own import and question", () => {
  expect(keptChoice("one", "word Луна", "")).toBe("");
  keepChoice("one", "word Луна", "Манас");
  keepChoice("one", "dateOrder", "dayFirst");
  expect(keptChoice("one", "word Луна", "")).toBe("Манас");
  expect(keptChoice("other", "word Луна", "")).toBe("");
  forgetChoices("one", ["word Луна"]);
  expect(keptChoice("one", "word Луна", "as it was")).toBe("as it was");
  expect(keptChoice("one", "dateOrder", "")).toBe("dayFirst");
});
