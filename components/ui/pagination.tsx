import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "./button-class";
import { Icon, type IconName } from "./icon";

/** Where one is among the rows, and the pages beside it. Pages are counted from 1. */
export function Pagination({
  page,
  pageSize,
  total,
  hrefOf,
}: {
  page: number;
  pageSize: number;
  total: number;
  hrefOf: (page: number) => string;
}) {
  const t = useTranslations("ui");
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav
      aria-label={t("pagination.label")}
      className="flex flex-wrap items-center justify-between gap-3 text-sm print:hidden"
    >
      <p className="text-muted tabular-nums">{t("pagination.rows", { from, to, total })}</p>
      <ul className="flex gap-1.5">
        <PageStep
          to={page > 1 ? hrefOf(page - 1) : null}
          icon="left"
          label={t("pagination.previous")}
        />
        <li className="flex items-center px-2 tabular-nums">
          {t("pagination.page", { page, last })}
        </li>
        <PageStep
          to={page < last ? hrefOf(page + 1) : null}
          icon="right"
          label={t("pagination.next")}
        />
      </ul>
    </nav>
  );
}

function PageStep({ to, icon, label }: { to: string | null; icon: IconName; label: string }) {
  const look = buttonClass({ size: "small" });
  const face = (
    <>
      <Icon name={icon} />
      <span className="sr-only">{label}</span>
    </>
  );
  return (
    <li>
      {to === null ? (
        <span className={`${look} opacity-45`} aria-hidden="true">
          <Icon name={icon} />
        </span>
      ) : (
        <Link href={to} className={look} rel={icon === "left" ? "prev" : "next"}>
          {face}
        </Link>
      )}
    </li>
  );
}
