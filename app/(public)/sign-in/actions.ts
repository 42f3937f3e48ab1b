"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { keepInBrowser } from "@/app/preferences/keep-in-browser";
import type { SignInState } from "@/components/sign-in/sign-in-form";
import { requestOrigin } from "@/lib/auth/request-origin";
import { safePath } from "@/lib/auth/safe-path";
import { writeSessionCookie } from "@/lib/auth/session-cookie";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/choose-locale";
import { signIn } from "@/lib/services/access/sign-in";

function text(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}

/** Tries what the form holds; on success goes on to the page that was asked for. */
export async function signInHere(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = text(form, "email");
  const password = text(form, "password");
  if (email.trim() === "" || password === "") return { kind: "empty", email };
  const chosen = text(form, "chosen");
  const outcome = await signIn(
    { email, password },
    requestOrigin(await headers()),
    isLocale(chosen) ? chosen : undefined,
  );
  if (outcome.kind !== "open") return { ...outcome, email };
  await writeSessionCookie(outcome.sessionId);
  await keepInBrowser(LOCALE_COOKIE, outcome.locale);
  redirect(safePath(text(form, "next")));
}

/** The page in another language. The address keeps the choice, so that signing in can store it. */
export async function chooseLanguageHere(next: string, form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  await keepInBrowser(LOCALE_COOKIE, locale);
  redirect(`/sign-in?${new URLSearchParams({ next: safePath(next), chosen: locale })}`);
}
