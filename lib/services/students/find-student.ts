import "server-only";
import { z } from "zod";
import { studentOfDocument } from "@/lib/db/documents";
import { isStudentNoStart } from "@/lib/db/student-record";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import { defineQuery } from "../define-service";

/**
 * What a search leads to: `student`: a document of this student has the number; `words`: a name or a
 * student number to look for, which may stand in an address; `nobody`: it looks like a document
 * number, but no document and no student number is like it.
 */
export type SearchTarget =
  | { kind: "student"; studentId: number }
  | { kind: "words"; words: string }
  | { kind: "nobody" };

/** A passport, an ID card, an ИИН: mostly digits. */
function looksLikeDocument(text: string): boolean {
  const { folded } = foldDocumentNo(text);
  const digits = folded.replace(/\D/g, "").length;
  return digits >= 5 && digits * 2 > folded.length;
}

/** The words that look like document numbers; the whole text where only all of it together does ("N 1234 5678"). */
function numbersIn(q: string): string[] {
  const words = q.split(/\s+/).filter(looksLikeDocument);
  return words.length === 0 && looksLikeDocument(q) ? [q] : words;
}

/** Where the words of the search box lead. Document numbers, beside a name too, are settled here and go no further. */
export const findStudent = defineQuery({
  name: "students.find",
  permission: "students:read",
  input: z.object({ q: z.string().trim().max(100) }),
  run: async (tx, { q }): Promise<SearchTarget> => {
    const numbers = numbersIn(q);
    for (const number of [q, ...numbers]) {
      const studentId = await studentOfDocument(tx, foldDocumentNo(number).folded);
      if (studentId !== null) return { kind: "student", studentId };
    }
    for (const number of numbers) {
      if (!(await isStudentNoStart(tx, number))) return { kind: "nobody" };
    }
    return { kind: "words", words: q };
  },
});
