"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import type { GroupText, ProblemGroup } from "@/lib/db/import/grid-words";
import type { GridActions } from "./grid-actions";
import type { Mending } from "./use-mending";

type Mend = NonNullable<Mending["mend"]>;

/** The one mending for all rows of a group: a text for each that stands there, or all of them left out. */
export function GroupMending({
  importId,
  group,
  texts,
  mend,
}: {
  importId: string;
  group: ProblemGroup;
  texts: GridActions["texts"];
  mend: Mend;
}) {
  const t = useTranslations("imports.grid.group");
  const { mending, column } = group;
  const answered = mending === "answer" || mending === "word" || mending === "people";
  return (
    <div className="space-y-3 border-lake border-l-2 py-2 pl-3">
      {answered ? (
        <p>
          <Link href={`/imports/${importId}`} className="text-lake underline underline-offset-3">
            {t(`ways.${mending}`)}
          </Link>
        </p>
      ) : null}
      {mending === "rows" ? <p className="text-muted">{t("byHand")}</p> : null}
      {column !== null && (mending === "texts" || mending === "word" || mending === "fill") ? (
        <TextsForm importId={importId} group={group} column={column} texts={texts} mend={mend} />
      ) : null}
      {mending === "takeFile" ? <TakeFileAll count={group.count} mend={mend} /> : null}
      <LeaveOutAll group={group} mend={mend} />
    </div>
  );
}

/** Every different text once, with a field for what is to stand there instead. */
function TextsForm({
  importId,
  group: { code, count },
  column,
  texts,
  mend,
}: {
  importId: string;
  group: ProblemGroup;
  column: number;
  texts: GridActions["texts"];
  mend: Mend;
}) {
  const t = useTranslations("imports.grid.group");
  const [found, setFound] = useState<{ texts: GroupText[]; more: number } | null>(null);
  useEffect(() => {
    let isShown = true;
    void texts(importId, { code, column }).then((answer) => {
      if (isShown && answer.kind === "done") setFound(answer.result);
    });
    return () => {
      isShown = false;
    };
  }, [texts, importId, code, column]);
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const replacements = (found?.texts ?? []).flatMap(({ text: find }, place) => {
      const text = form.get(`text-${place}`);
      if (typeof text !== "string" || text.trim() === "") return [];
      return [{ column, find, whole: true, text: text.trim() }];
    });
    if (replacements.length > 0) mend({ kind: "replace", replacements });
  };
  if (found === null) return <p className="text-muted">{t("waiting", { count })}</p>;
  return (
    <form onSubmit={onSubmit} className="space-y-2">
      <p className="text-muted text-sm">{t("hint")}</p>
      {found.texts.map(({ text, count, rows }, place) => (
        <TextField
          key={text}
          name={`text-${place}`}
          label={text === "" ? t("empty", { count }) : t("text", { text, count })}
          hint={t("rows", {
            count: rows.length,
            rows: rows.join(", "),
            more: count > rows.length ? "yes" : "no",
          })}
          maxLength={2000}
          autoComplete="off"
        />
      ))}
      {found.more > 0 ? (
        <p className="text-muted text-sm">{t("more", { count: found.more })}</p>
      ) : null}
      <Button type="submit" size="small">
        {t("mend")}
      </Button>
    </form>
  );
}

/** The file's registrations hold in all rows, against those that are recorded. */
function TakeFileAll({ count, mend }: { count: number; mend: Mend }) {
  const t = useTranslations("imports.grid.group");
  return (
    <>
      <p className="text-muted">{t("takeFileLead")}</p>
      <AskedFirst
        words={t("takeFile", { count })}
        title={t("takeFileTitle", { count })}
        hint={t("takeFileHint")}
        onYes={() => mend({ kind: "takeFile", rowNos: null })}
      />
    </>
  );
}

function LeaveOutAll({
  group: { code, column, count },
  mend,
}: {
  group: ProblemGroup;
  mend: Mend;
}) {
  const t = useTranslations("imports.grid.group");
  return (
    <AskedFirst
      words={t("leaveOut", { count })}
      title={t("leaveOutTitle", { count })}
      hint={t("leaveOutHint")}
      onYes={() => mend({ kind: "leaveOutGroup", group: { code, column } })}
    />
  );
}

/** What is done to many rows at once is said before it is done. */
function AskedFirst({
  words,
  title,
  hint,
  onYes,
}: {
  words: string;
  title: string;
  hint: string;
  onYes: () => void;
}) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        {words}
      </Button>
      <Dialog title={title} open={asked} onClose={() => setAsked(false)}>
        <p className="mb-4">{hint}</p>
        <Button
          look="primary"
          onClick={() => {
            setAsked(false);
            onYes();
          }}
        >
          {words}
        </Button>
      </Dialog>
    </>
  );
}
