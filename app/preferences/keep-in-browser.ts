import { cookies } from "next/headers";

const A_YEAR = 365 * 24 * 60 * 60;

/** Remembers a choice of language or theme in this browser for a year. */
export async function keepInBrowser(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, {
    maxAge: A_YEAR,
    path: "/",
    sameSite: "lax",
    httpOnly: true,
  });
}
