import type { ExportTable } from "@/lib/export/table";
import type { DemoStudent } from "../students";

const COLUMNS = [
  { heading: "student_no", kind: "text" },
  { heading: "kind", kind: "text" },
  { heading: "number", kind: "text" },
  { heading: "valid_from", kind: "day" },
  { heading: "valid_to", kind: "day" },
  { heading: "address", kind: "text" },
  { heading: "status", kind: "text" },
  { heading: "visa_type", kind: "text" },
] as const;

/** Grounds of stay in the canonical form: names of columns and words as other programs write them. */
export function groundsTable(students: readonly DemoStudent[]): ExportTable {
  return {
    name: "grounds",
    columns: COLUMNS,
    rows: students.flatMap(({ studentNo, grounds }) =>
      grounds.map(({ kind, number, from, to, address, status, visaType }) => [
        studentNo,
        kind,
        number,
        from,
        to,
        address,
        status,
        visaType ?? "",
      ]),
    ),
  };
}
