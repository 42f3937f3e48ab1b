"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** A text to take along, with a button that copies it and says whether that went well. */
export function CopyText({ text, lang }: { text: string; lang: string }) {
  const t = useTranslations("dayCount.letter");
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("notCopied"),
    );
  return (
    <div className="space-y-2">
      <p
        lang={lang}
        className="select-text border-rule-strong border-l-3 bg-sheet px-4 py-3 font-serif text-lg"
      >
        {text}
      </p>
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        {/* Without a secure connection a browser has no clipboard. */}
        <Button
          onClick={() => (navigator.clipboard === undefined ? setOutcome("notCopied") : copy())}
        >
          {t("copy")}
        </Button>
        <p role="status" className={outcome === "copied" ? "text-covered" : "text-near"}>
          {outcome === null ? "" : t(outcome)}
        </p>
      </div>
    </div>
  );
}
