import { useLocale, useTranslations } from "next-intl";
import { formerNameIn } from "@/components/students/people/side-values";
import type { LikelyPerson } from "@/lib/services/imports/decide-people";

type Meant = Pick<LikelyPerson, "reasons" | "formerName">;

/** In words why a student may be meant, with the former name where the names agree by that. */
export function useReasonWords(): (meant: Meant) => string {
  const t = useTranslations("imports.people");
  const locale = useLocale();
  const told = (reason: Meant["reasons"][number], name: Meant["formerName"]) =>
    name === null || !reason.startsWith("name")
      ? t(`reasons.${reason}`)
      : t("formerName", {
          name: formerNameIn(name, locale),
          born: reason === "name" ? "yes" : "no",
        });
  return ({ reasons, formerName }) => reasons.map((one) => told(one, formerName)).join(", ");
}
