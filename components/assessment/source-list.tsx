import { useLocale, useTranslations } from "next-intl";
import type { Source } from "@/lib/compliance/rule-set";

/** Sources by their ids, each leading to its place in the list of them. */
export function SourceMarks({
  ids,
  sources,
}: {
  ids: readonly string[];
  sources: readonly Source[];
}) {
  const t = useTranslations("students.sources");
  return (
    <ul className="text-sm">
      {ids.map((id) => {
        const source = sources.find((known) => known.id === id);
        return (
          <li key={id}>
            <a href={`#source-${id}`} className="text-lake underline underline-offset-3">
              {id}
            </a>
            {source ? (
              <abbr title={t(`grades.${source.grade}`)} className="ml-1.5 text-muted no-underline">
                {source.grade}
              </abbr>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What the verdict rests on: instruments and statements, how sure each is, and where to read it. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const t = useTranslations("students.sources");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {sources.map(({ id, title, date, grade, links }) => (
        <li key={id} id={`source-${id}`} className="scroll-mt-24 py-2 target:bg-lake-wash">
          <p>
            <span className="font-medium">{id}</span> · <span className="tabular-nums">{date}</span>
          </p>
          <p>{title[locale]}</p>
          <p className="text-muted text-sm">
            {t("grade", { grade })}: {t(`grades.${grade}`)}
            {links.map((link) => (
              <span key={link}>
                {" · "}
                {link.startsWith("https://") ? (
                  <a
                    href={link}
                    rel="noreferrer"
                    target="_blank"
                    className="break-all text-lake underline underline-offset-3"
                  >
                    {link.slice("https://".length)}
                  </a>
                ) : (
                  link
                )}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
