import Link from "next/link";
import type { ComponentProps } from "react";
import { StudentName } from "@/components/students/student-name";

type NamedStudent = ComponentProps<typeof StudentName> & { studentId: number };

/** Names of students, each leading to the student's page. */
export function StudentLinks({ students }: { students: readonly NamedStudent[] }) {
  return (
    <>
      {students.map((student, index) => (
        <span key={student.studentId}>
          {index === 0 ? "" : ", "}
          <Link
            href={`/students/${student.studentId}`}
            className="text-lake underline-offset-3 hover:underline"
          >
            <StudentName {...student} />
          </Link>
        </span>
      ))}
    </>
  );
}
