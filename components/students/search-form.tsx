"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";

/**
 * The search of the desk. It is sent, not put into an address, since the words may be a document
 * number. «/» leads to it from anywhere on the page.
 */
export function SearchForm({
  words,
  query,
  action,
}: {
  words: string;
  /** The filter around the search, as a query string. */
  query: string;
  action: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("students.search");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.matches("input, select, textarea");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <search className="print:hidden">
      <form action={action} className="flex gap-2">
        <input type="hidden" name="filter" value={query} />
        <label className="relative min-w-0 flex-1">
          <span className="sr-only">{t("label")}</span>
          <Icon
            name="search"
            className="pointer-events-none absolute top-2.5 left-2.5 text-muted"
          />
          <input
            key={words}
            ref={input}
            type="search"
            name="q"
            maxLength={100}
            defaultValue={words}
            placeholder={t("placeholder")}
            aria-keyshortcuts="/"
            className={`${CONTROL} pl-8`}
          />
        </label>
        <Button type="submit">{t("find")}</Button>
      </form>
    </search>
  );
}
