import { getTranslations } from "next-intl/server";
import { idInAddress } from "@/app/api/in-address";
import { withActor } from "@/app/api/with-actor";
import { columnLetters } from "@/components/imports/reading-words";
import { remarkText } from "@/components/imports/remark-words";
import { labelOf } from "@/components/imports/target-label";
import { openLeftOutRows } from "@/lib/services/imports/left-out-rows";

type Context = { params: Promise<{ id: string }> };

/** The rows that stay out of an import, with the reasons in the user's language. */
export const GET = withActor<Context>(async (_request, actor, { params }) => {
  const t = await getTranslations("imports");
  const { fileName, contentType, content } = await openLeftOutRows(
    actor,
    idInAddress((await params).id),
    {
      row: t("rows.number"),
      reason: t("rows.remarks"),
      reasonOf: ({ outcome, issues }) =>
        outcome === "unknownStudent"
          ? t("rows.unknownStudentHint")
          : issues.map((remark) => remarkText(t, remark)).join("; ") || t(`outcomes.${outcome}`),
      short: (found, expected) => t("rows.short", { found, expected }),
      column: ({ kind, target, place }) =>
        target === null
          ? t("mapping.noHeading", { letter: columnLetters(place) })
          : t(`fields.${labelOf(kind, target)}`),
    },
  );
  return new Response(content, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
