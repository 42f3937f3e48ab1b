/** Names one after the other. Intl lists what is of one kind without commas in Russian, where names of several words run together. */
export const inARow = (names: readonly string[]): string => names.join(", ");
