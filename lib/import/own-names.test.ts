import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FIELDS, IMPORT_KINDS } from "./fields";
import { mapHeader } from "./header-mapping";
import { TARGETS } from "./targets";

const LANGUAGES = ["ru", "ky", "en"] as const;

/** The names under which the page of an import offers the fields. */
function namesIn(language: string): Record<string, string> {
  const messages = JSON.parse(readFileSync(`messages/${language}/imports.json`, "utf8")) as {
    fields: Record<string, string>;
  };
  return messages.fields;
}

test.each(LANGUAGES)(
  "headings that are called what Sanak itself calls the fields are read (%s)",
  (language) => {
    const names = namesIn(language);
    for (const kind of IMPORT_KINDS) {
      const fields = [...FIELDS[kind]];
      expect(
        mapHeader(
          kind,
          fields.map((field) => names[field] ?? ""),
        ),
        kind,
      ).toEqual(fields);
    }
  },
);

test.each(LANGUAGES)(
  "so are headings that are called as Sanak calls parts of fields (%s)",
  (language) => {
    const names = namesIn(language);
    for (const kind of IMPORT_KINDS) {
      const parts = TARGETS[kind].slice(FIELDS[kind].length);
      for (const part of parts) {
        // Grounds have numbers of their own: that of a document says whose it is.
        const name = kind === "grounds" && part === "document_no" ? "whose_document_no" : part;
        // A time that no date stands beside has the date in it; here there is one.
        const at = names["at"] ?? "";
        expect(mapHeader(kind, [names[name] ?? "", at])[0], `${kind} ${part}`).toBe(part);
      }
    }
  },
);
