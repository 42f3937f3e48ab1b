import { useTranslations } from "next-intl";

/** Names for the audit's actions and entities; one that has none yet keeps its own word. */
export function useAuditWords(): {
  action: (word: string) => string;
  entity: (word: string) => string;
} {
  const t = useTranslations("office.audit");
  const named = (key: string, word: string) => (t.has(key) ? t(key) : word);
  return {
    action: (word) => named(`actions.${word}`, word),
    entity: (word) => named(`entities.${word}`, word),
  };
}
