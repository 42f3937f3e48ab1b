import { useLocale } from "next-intl";

/** Puts a text that a person has written in the quotation marks of the page's language. */
export function useQuoted(): (text: string) => string {
  const isEnglish = useLocale() === "en";
  return (text) => (isEnglish ? `“${text}”` : `«${text}»`);
}
