import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/office/language-switch";
import { Wordmark } from "@/components/office/wordmark";
import { DaysOfTheWindow } from "@/components/sign-in/days-of-the-window";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { currentActor } from "@/lib/auth/actor";
import { safePath } from "@/lib/auth/safe-path";
import { chooseLanguageHere, signInHere } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = await searchParams;
  const next = safePath(first(asked["next"]));
  if ((await currentActor()) !== null) redirect(next);
  const t = await getTranslations("signIn");
  const product = (await getTranslations("shell"))("product");
  return (
    <div className="flex flex-1 flex-col">
      <header className="flex items-center justify-between px-5 py-4 lg:px-10 lg:py-6">
        <Wordmark name={product} />
        <LanguageSwitch action={chooseLanguageHere.bind(null, next)} />
      </header>
      <main className="grid flex-1 items-center gap-x-20 px-5 pb-16 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:px-10 xl:px-24">
        <div className="w-full max-w-96 space-y-6 justify-self-center">
          <div>
            <h1 className="font-semibold text-2xl tracking-tight">{t("title")}</h1>
            <p className="mt-1 text-muted">{t("lead")}</p>
          </div>
          {asked["ended"] === undefined ? null : <Notice>{t("ended")}</Notice>}
          {asked["unsent"] === undefined ? null : <Notice tone="warn">{t("unsent")}</Notice>}
          <ClientMessages namespaces={["signIn"]}>
            <SignInForm action={signInHere} next={next} chosen={first(asked["chosen"]) ?? ""} />
          </ClientMessages>
          <p className="text-muted text-sm">{t("forgotten")}</p>
        </div>
        <DaysOfTheWindow caption={t("picture")} />
      </main>
    </div>
  );
}
