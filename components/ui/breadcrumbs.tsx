import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way back up. The last step is the page itself and has no link. */
export function Breadcrumbs({ steps }: { steps: readonly { label: string; href?: string }[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumbs")} className="text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-muted">
        {steps.map(({ label, href }) => (
          <li
            key={label}
            className="after:ml-2 after:text-rule-strong after:content-['/'] last:after:content-none"
          >
            {href === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link href={href} className="text-lake underline-offset-3 hover:underline">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
