/** The languages of papers and letters, each by its own name. */
export const LANGUAGES = { ru: "Русский", ky: "Кыргызча", en: "English" } as const;
