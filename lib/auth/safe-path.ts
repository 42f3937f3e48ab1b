import "server-only";

const HERE = "http://sanak.invalid";
/** A browser drops tabs and line ends from an address, and reads "\" as "/". */
const DISGUISE = /[\p{Cc}\\]/u;

/**
 * The path to go on to after signing in: text from the address, if it names a path of this site
 * ("/students?page=2"), else "/". Never another origin, never back to the sign-in page.
 */
export function safePath(text: string | null | undefined): string {
  if (!text?.startsWith("/") || text.startsWith("//") || DISGUISE.test(text)) return "/";
  if (!URL.canParse(text, HERE)) return "/";
  const url = new URL(text, HERE);
  if (url.origin !== HERE || url.pathname.startsWith("//")) return "/";
  if (url.pathname === "/sign-in" || url.pathname.startsWith("/api/auth/")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
