import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import type { Day } from "@/lib/civil-date/day";
import type { Candidate } from "@/lib/services/registrations/get-request-list";
import { CandidateName } from "./candidate-name";
import { MendLinks, ObstacleList } from "./obstacle-list";

/** Those who stay out, each with every reason, and where it can be mended. */
export function LeftOutTable({
  candidates,
  asOf,
  mend,
  tools,
}: {
  candidates: readonly Candidate[];
  asOf: Day;
  /** Whether anything can still be mended. */
  mend: boolean;
  tools?: ((candidate: Candidate) => ReactNode) | undefined;
}) {
  const t = useTranslations("registrations");
  return (
    <Table caption={t("leftOut")}>
      <TableHead>
        <HeadCell>{t("columns.student")}</HeadCell>
        <HeadCell>{t("columns.why")}</HeadCell>
        {mend ? <HeadCell>{t("columns.mend")}</HeadCell> : null}
        {tools ? (
          <HeadCell>
            <span className="sr-only">{t("draft.takeOff")}</span>
          </HeadCell>
        ) : null}
      </TableHead>
      <tbody>
        {candidates.map((candidate) => (
          <Row key={candidate.studentId}>
            <RowHeadCell className="min-w-44 align-top">
              <CandidateName candidate={candidate} asOf={asOf} />
            </RowHeadCell>
            <Cell className="min-w-56 align-top">
              <ObstacleList obstacles={candidate.obstacles} />
            </Cell>
            {mend ? (
              <Cell className="min-w-36 align-top">
                <MendLinks candidate={candidate} asOf={asOf} />
              </Cell>
            ) : null}
            {tools ? <Cell className="text-right align-top">{tools(candidate)}</Cell> : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
