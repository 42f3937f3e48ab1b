import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { countStudents, type StudentFacets } from "@/lib/db/student-facets";
import { listStudentRows, type StudentRow } from "@/lib/db/students";
import { ensureAssessed } from "../assessments/ensure-assessed";
import { defineQuery } from "../define-service";
import { criteriaOf } from "./criteria";
import { PAGE_SIZE, studentFilter } from "./student-filter";

export type { FacetCount, StudentFacets } from "@/lib/db/student-facets";
export type { StudentRow } from "@/lib/db/students";

export type StudentPage = {
  asOf: Day;
  rows: StudentRow[];
  /** Students on all pages. */
  total: number;
  pageSize: number;
  /** Per facet: how many there would be of each value if that facet's own condition were lifted. */
  facets: StudentFacets["counts"];
};

/** A page of the desk: students that match the filter, as they stand on its day, with the facets. */
export const listStudents = defineQuery({
  name: "students.list",
  permission: "students:read",
  input: studentFilter,
  run: async (tx, filter): Promise<StudentPage> => {
    const criteria = criteriaOf(filter);
    await ensureAssessed(tx, criteria.asOf);
    const page = { limit: PAGE_SIZE, offset: (filter.page - 1) * PAGE_SIZE };
    const rows = await listStudentRows(tx, criteria, filter, page);
    const { total, counts } = await countStudents(tx, criteria);
    return { asOf: criteria.asOf, rows, total, pageSize: PAGE_SIZE, facets: counts };
  },
});
