"use server";

import { redirect } from "next/navigation";
import { deskHref } from "@/components/students/filter-link";
import { requireActor } from "@/lib/auth/actor";
import { today } from "@/lib/clock/today";
import { findStudent } from "@/lib/services/students/find-student";
import { studentFilter } from "@/lib/services/students/student-filter";
import { readFilter } from "./read-filter";

/** Text of a form's field; "" where it has none. */
function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function recordOf(query: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

/** The search of the desk: a document number leads to its student and never stands in an address. */
export async function searchStudents(form: FormData): Promise<void> {
  const actor = await requireActor();
  const { asOf, page: _, ...around } = recordOf(new URLSearchParams(textOf(form, "filter")));
  const filter = readFilter(
    Object.fromEntries(
      Object.entries({ asOf, ...around }).map(([name, values]) => [
        name,
        values?.length === 1 ? values[0] : values,
      ]),
    ),
    today(),
  );
  const known = filter ?? studentFilter.parse({});
  const target = await findStudent(actor, { q: textOf(form, "q") });
  switch (target.kind) {
    case "student":
      redirect(
        `/students/${target.studentId}${deskHref({ ...known, q: "" }).slice("/students".length)}`,
      );
      break;
    case "words":
      redirect(deskHref(known, { q: target.words }));
      break;
    case "nobody": {
      const href = deskHref(known, { q: "" });
      redirect(`${href}${href.includes("?") ? "&" : "?"}nobody=1`);
    }
  }
}
