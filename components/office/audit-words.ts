import { useTranslations } from "next-intl";

/** Names for the audit's actions, entities, fields and values; one that has none yet keeps its own word. */
export function useAuditWords(): {
  action: (word: string) => string;
  entity: (word: string) => string;
  field: (word: string) => string;
  /** What a word means as the value of a field. */
  value: (field: string, word: string) => string;
} {
  const t = useTranslations("office.audit");
  const named = (key: string, word: string) => (t.has(key) ? t(key) : word);
  return {
    action: (word) => named(`actions.${word}`, word),
    entity: (word) => named(`entities.${word}`, word),
    field: (word) => named(`fields.${word}`, word),
    value: (field, word) =>
      isPlain(word) ? named(`values.${field}.${word}`, named(`values.any.${word}`, word)) : word,
  };
}

/** A word that can be the name of a message: no dots, which would lead deeper. */
function isPlain(word: string): boolean {
  return /^\w+$/.test(word);
}
