import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import {
  hasUncheckedMends,
  holdsPairs,
  type ImportKind,
  stayingOut,
} from "@/lib/db/import/import-words";
import { momentInTable } from "@/lib/i18n/format-moment";
import { CommitForm } from "./commit-form";
import type { FoundImport, ImportActions } from "./import-refused";
import { useRefusalWords } from "./refusal-words";
import { UndoneNotice } from "./undone-notice";

type Plan = {
  record: FoundImport["record"];
  writes: number;
  /** All rows that stay out. */
  leftOut: number;
};

function planOf(record: FoundImport["record"]): Plan {
  const { new: added = 0, changed = 0 } = record.counts ?? {};
  return { record, writes: added + changed, leftOut: stayingOut(record.counts) };
}

/** What can be done with the file now, or what was done. */
export function CommitPart({
  found: { record, sameFile, overtaken },
  actions,
}: {
  found: FoundImport;
  actions: ImportActions | null;
}) {
  const plan = planOf(record);
  if (record.state === "committed")
    return <Written plan={plan} overtaken={overtaken} mayUndo={actions !== null} />;
  if (record.state === "undone") return <UndoneNotice record={record} />;
  if (record.state !== "ready") return null;
  return (
    <div className="space-y-3">
      {record.problem ? <Trouble problem={record.problem} /> : null}
      {sameFile?.committedAt ? <SameFile at={sameFile.committedAt} /> : null}
      <Ready plan={plan} actions={actions} />
    </div>
  );
}

function SameFile({ at }: { at: Date }) {
  const t = useTranslations("imports.commit");
  const when = momentInTable(at);
  return <Notice>{t("sameFile", { when })}</Notice>;
}

/** Why there is nothing to write: all is known, all is unusable, or some of both. */
function nothingToWrite({ record, leftOut }: Plan) {
  if (leftOut === 0) return "nothingNew";
  return (record.counts?.unchanged ?? 0) > 0 ? "nothingNewSomeUnusable" : "nothingUsable";
}

function Ready({ plan, actions }: { plan: Plan; actions: ImportActions | null }) {
  const t = useTranslations("imports.commit");
  const { record, writes, leftOut } = plan;
  if (hasUncheckedMends(record)) return <Unchecked importId={record.id} />;
  const questions = record.counts?.toConfirm ?? 0;
  if (questions > 0) return <Notice tone="warn">{t("toConfirm", { count: questions })}</Notice>;
  if (writes === 0) return <Notice>{t(nothingToWrite(plan), { count: leftOut })}</Notice>;
  if (actions === null) return null;
  const { writeRows } = actions;
  const byPerson = record.counts?.leftOut ?? 0;
  const staysOut = { unusable: leftOut - byPerson, byPerson };
  return <CommitForm importId={record.id} writes={writes} staysOut={staysOut} action={writeRows} />;
}

function Unchecked({ importId }: { importId: string }) {
  const t = useTranslations("imports");
  return (
    <Notice tone="warn" title={t("commit.mends")}>
      <LinkButton href={`/imports/${importId}/grid`} size="small">
        {t("grid.open")}
      </LinkButton>
    </Notice>
  );
}

function Trouble({ problem }: { problem: NonNullable<FoundImport["record"]["problem"]> }) {
  const { what, how } = useRefusalWords(problem);
  return (
    <Notice tone="error" title={what}>
      {how}
    </Notice>
  );
}

/** Where one goes on after a kind of file is written. */
const NEXT: Readonly<Record<ImportKind, string>> = {
  roster: "/imports",
  crossings: "/students",
  grounds: "/students",
  residents: "/students",
  authority: "/registrations",
};

/** Rows that another import had written first, and which that was. */
function OvertakenRows({ of: { rows, imports } }: { of: NonNullable<FoundImport["overtaken"]> }) {
  const t = useTranslations("imports.commit");
  return (
    <p>
      {t("overtaken", { count: rows })}{" "}
      {imports.map(({ id, fileName }, index) => (
        <span key={id}>
          {index === 0 ? "" : ", "}
          <Link
            href={`/imports/${id}`}
            className="break-all text-lake underline underline-offset-3"
          >
            {fileName}
          </Link>
        </span>
      ))}
    </p>
  );
}

function PairsCounted() {
  const t = useTranslations("imports.decide");
  return <p>{t("pairs")}</p>;
}

function Written({
  plan: { record, writes, leftOut },
  overtaken,
  mayUndo,
}: {
  plan: Plan;
  overtaken: FoundImport["overtaken"];
  mayUndo: boolean;
}) {
  const t = useTranslations("imports.commit");
  const next = NEXT[record.kind];
  return (
    <div className="space-y-3">
      {record.problem ? <Trouble problem={record.problem} /> : null}
      <Notice tone="done" title={t("written", { count: writes })}>
        {overtaken ? <OvertakenRows of={overtaken} /> : null}
        {writes === 0 && !overtaken ? <p>{t("writtenBefore")}</p> : null}
        {leftOut > 0 ? <p>{t("stayedOut", { count: leftOut })}</p> : null}
        {holdsPairs(record) ? <PairsCounted /> : null}
        <p>{t(`next.${record.kind}`)}</p>
        <p className="flex flex-wrap gap-2">
          <LinkButton href={next} size="small">
            {t(`nextLink.${record.kind}`)}
          </LinkButton>
          {mayUndo && writes > 0 ? (
            <LinkButton href={`/imports/${record.id}/undo`} size="small">
              {t("undo")}
            </LinkButton>
          ) : null}
        </p>
      </Notice>
    </div>
  );
}
