import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, LinkButton } from "@/components/ui/button";

/** There is nothing at this address, or nothing that the reader's institution may know of. */
export function NotFoundWords() {
  const t = useTranslations("errors");
  return (
    <ErrorWords title={t("notFound.title")} body={t("notFound.body")}>
      <LinkButton href="/">{t("page.home")}</LinkButton>
    </ErrorWords>
  );
}

/** The reader's role does not allow this page. */
export function ForbiddenWords() {
  const t = useTranslations("errors");
  return (
    <ErrorWords title={t("forbiddenPage")} body={t("forbidden")}>
      <LinkButton href="/">{t("page.home")}</LinkButton>
    </ErrorWords>
  );
}

/** A fault of ours: what to do, and the number under which the server's log has it. */
export function FaultWords({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors.page");
  if (digestOf(error) === BEING_ASSESSED) return <BeingAssessedWords retry={retry} />;
  if (isServerAway(error)) return <AwayWords retry={retry} />;
  return (
    <ErrorWords title={t("title")} body={t("body")}>
      <p>
        {t("reference")}: <code>{digestOf(error) ?? t("noReference")}</code>
      </p>
      <p className="flex gap-2">
        <Button look="primary" onClick={retry}>
          {t("retry")}
        </Button>
        <LinkButton href="/">{t("home")}</LinkButton>
      </p>
    </ErrorWords>
  );
}

/** The digest of BeingAssessed (lib/services/assessments). */
const BEING_ASSESSED = "being-assessed";

/** No fault: a large office's day is still being computed. */
function BeingAssessedWords({ retry }: { retry: () => void }) {
  const t = useTranslations("errors");
  return (
    <ErrorWords title={t("beingAssessedTitle")} body={t("beingAssessed")}>
      <Button look="primary" onClick={retry}>
        {t("page.retry")}
      </Button>
    </ErrorWords>
  );
}

/** What `fetch` throws, in each browser's words, where no answer came at all. */
const NO_ANSWER = /failed to fetch|networkerror|load failed|network error|fetch failed/i;

/** A fault of the server has a number; without one and without an answer, it was not reached. */
function isServerAway(error: unknown): boolean {
  return (
    error instanceof TypeError && digestOf(error) === undefined && NO_ANSWER.test(error.message)
  );
}

/** No fault: the server or the network is away. */
function AwayWords({ retry }: { retry: () => void }) {
  const t = useTranslations("errors");
  return (
    <ErrorWords title={t("awayTitle")} body={t("away")}>
      <Button look="primary" onClick={retry}>
        {t("page.retry")}
      </Button>
    </ErrorWords>
  );
}

function ErrorWords({
  title,
  body,
  children,
}: {
  title: string;
  body: string;
  children: ReactNode;
}) {
  return (
    <div className="max-w-xl space-y-5">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        <p className="mt-2 text-muted">{body}</p>
      </div>
      {children}
    </div>
  );
}

/** What Next.js calls the digest: the same number stands in the server's log. */
function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
