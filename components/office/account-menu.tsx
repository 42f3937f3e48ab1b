import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { SignOutForm } from "./sign-out-form";

/** Who is signed in, as the shell shows it. */
export type Person = {
  userId: string;
  name: string;
  email: string;
  role: "administrator" | "registrar" | "reader";
  institutionName: string;
};

/** The account: who one is, `children` (links and choices), signing out. The browser's own popover. */
export function AccountMenu({
  person,
  signOut,
  children,
}: {
  person: Person;
  signOut: () => Promise<void>;
  children?: ReactNode;
}) {
  const t = useTranslations("shell");
  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        className="inline-flex h-7 max-w-48 items-center gap-1.5 rounded-md px-1.5 text-sm hover:bg-lake-wash"
      >
        <Icon name="person" className="text-lake" />
        <span className="truncate max-sm:sr-only">{person.name}</span>
        <Icon name="down" className="text-muted" />
      </button>
      <section
        id="account"
        popover="auto"
        aria-label={t("account.label")}
        className="fixed inset-auto top-11 right-4 m-0 w-72 space-y-4 border border-rule-strong bg-sheet p-4 text-ink shadow-float lg:right-6"
      >
        <div>
          <p className="font-semibold">{person.name}</p>
          <p className="text-muted text-sm">{person.email}</p>
          <p className="text-muted text-sm">
            {t(`roles.${person.role}`)}, {person.institutionName}
          </p>
        </div>
        {children}
        <SignOutForm person={person.userId} signOut={signOut} />
      </section>
    </>
  );
}
