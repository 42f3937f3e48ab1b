import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { DescriptionList } from "@/components/ui/description-list";
import type { DormitoryRecord, ResidenceRecord } from "@/lib/services/students/get-student";

/** The residence for whoever may read but not change it. */
export function ResidenceView({
  residence,
  dormitories,
}: {
  residence: ResidenceRecord | null;
  dormitories: readonly DormitoryRecord[];
}) {
  const t = useTranslations("students.residence");
  if (residence === null) return <p className="text-muted">{t("unknown")}</p>;
  const { livesFrom, livesTo, consentDate, contractDate } = residence;
  const lines: [string, ReactNode][] = [
    ["route", t(`routes.${residence.route}`)],
    ["dormitory", dormitories.find(({ id }) => id === residence.dormitoryId)?.name ?? ""],
    ["room", residence.room],
    ["livesFrom", livesFrom === null ? "" : <DayText key="a" day={livesFrom} form="table" />],
    ["livesTo", livesTo === null ? "" : <DayText key="b" day={livesTo} form="table" />],
    ["address", residence.address],
    ["ownerName", residence.ownerName],
    ["ownerDocument", residence.ownerDocument],
    ["consentNotary", residence.consentNotary],
    ["consentNumber", residence.consentNumber],
    ["consentDate", consentDate === null ? "" : <DayText key="c" day={consentDate} form="table" />],
    ["technicalPassportNo", residence.technicalPassportNo],
    ["contractNo", residence.contractNo],
    [
      "contractDate",
      contractDate === null ? "" : <DayText key="d" day={contractDate} form="table" />,
    ],
    ["feeReceipt", residence.feeReceipt],
  ];
  const known = lines.filter(([, value]) => value !== "");
  return <DescriptionList items={known.map(([name, value]) => ({ term: t(name), value }))} />;
}
