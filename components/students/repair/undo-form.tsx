"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { useRepair } from "./repair-desk";

/** Takes a repair of a crossing back. */
export function UndoForm({
  studentId,
  crossing,
  repair,
}: {
  studentId: number;
  /** The crossing's ref. */
  crossing: string;
  repair: "setAside" | "recorded" | "leftover";
}) {
  const t = useTranslations("logRepair.marks");
  const { send } = useRepair();
  return (
    <form action={send} className="print:hidden">
      <input type="hidden" name="place" value="crossings" />
      <input type="hidden" name="kind" value="undo" />
      <input type="hidden" name="studentId" value={studentId} />
      <input type="hidden" name="ref" value={crossing} />
      <input type="hidden" name="repair" value={repair} />
      <SubmitButton look="plain" size="small" pending={t("sending")}>
        {t(repair === "setAside" ? "countAgain" : "remove")}
      </SubmitButton>
    </form>
  );
}
