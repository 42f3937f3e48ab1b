const PREFIX = "sanak-unsaved ";

/** Where in a tab's own storage it is kept what a person has typed at a place and what is not saved yet. */
export const unsavedKey = (person: string, place: string) => `${PREFIX}${person} ${place}`;

/** Forgets what was typed and not saved in this tab: by everybody, or by everybody but one person. */
export function forgetUnsaved(storage: Storage, but: string | null): void {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
  const others = keys.filter(
    (key) => key.startsWith(PREFIX) && (but === null || !key.startsWith(unsavedKey(but, ""))),
  );
  for (const key of others) storage.removeItem(key);
}
