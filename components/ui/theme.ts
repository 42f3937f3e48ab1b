/** The cookie in which a browser keeps its choice between light and dark. */
export const THEME_COOKIE = "sanak-theme";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The theme that a cookie or a form names; anything else is "as the system has it". */
export function themeOf(text: unknown): Theme {
  return THEMES.find((theme) => theme === text) ?? "system";
}
