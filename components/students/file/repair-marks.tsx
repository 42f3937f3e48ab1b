import { useTranslations } from "next-intl";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { FileCrossing, Repair } from "@/lib/services/students/get-student";
import { UndoForm } from "../repair/undo-form";

/** What the office did to a crossing: who, when, why, and the way back for whoever may. */
export function RepairMarks({
  studentId,
  crossing: { ref, source, recorded, setAside, leftover },
  mayRepair,
}: {
  studentId: number;
  crossing: FileCrossing;
  mayRepair: boolean;
}) {
  const t = useTranslations("logRepair.marks");
  // What a log holds by now cannot be removed any more.
  const mayRemove = mayRepair && recorded !== null && source === null && setAside === null;
  return (
    <>
      {recorded === null ? null : (
        <div className="space-y-1">
          <p>{t("recordedBy", told(recorded, t("nobody")))}</p>
          {mayRemove ? <UndoForm studentId={studentId} crossing={ref} repair="recorded" /> : null}
        </div>
      )}
      {setAside === null ? null : (
        <div className="space-y-1">
          <p>{t("setAsideBy", told(setAside, t("nobody")))}</p>
          {leftover ? <p>{t("leftover")}</p> : null}
          {mayRepair ? (
            <UndoForm
              studentId={studentId}
              crossing={ref}
              repair={leftover ? "leftover" : "setAside"}
            />
          ) : null}
        </div>
      )}
    </>
  );
}

function told({ by, at, reason }: Repair, nobody: string) {
  return { by: by ?? nobody, at: momentInTable(at), reason };
}
