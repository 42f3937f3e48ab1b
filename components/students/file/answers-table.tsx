import Link from "next/link";
import { useTranslations } from "next-intl";
import { AnswerInWords } from "@/components/registrations/answer-words";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import type { StudentAnswer } from "@/lib/services/students/get-student";

/** What the authority answered about the student, by request list, the latest first. */
export function AnswersTable({ answers }: { answers: readonly StudentAnswer[] }) {
  const t = useTranslations("registrations");
  return (
    <Table caption={t("answers.title")}>
      <TableHead>
        <HeadCell>{t("one")}</HeadCell>
        <HeadCell>{t("answers.answer")}</HeadCell>
      </TableHead>
      <tbody>
        {answers.map((answer) => (
          <Row key={answer.id}>
            <RowHeadCell>
              <Link
                href={`/registrations/${answer.listId}`}
                className="whitespace-nowrap text-lake underline-offset-3 hover:underline"
              >
                {t("filed.title", { number: answer.listNumber })}
              </Link>
            </RowHeadCell>
            <Cell>
              <AnswerInWords answer={answer} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
