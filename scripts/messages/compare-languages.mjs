import { readIcu } from "./icu-arguments.mjs";

/** @typedef {Record<string, Record<string, string>>} Languages texts by language, then by full key */

/**
 * What is wrong between the languages: a key or an argument that one lacks, an empty text, a plural
 * without a form that its language has, a text left in another language.
 * @param {Languages} languages the first is the one that the others are held against
 * @returns {string[]} one sentence each
 */
export function compareLanguages(languages) {
  const names = Object.keys(languages);
  const keys = new Set(names.flatMap((name) => Object.keys(languages[name] ?? {})));
  return [...keys].flatMap((key) => {
    const missing = names.filter((name) => languages[name]?.[key] === undefined);
    if (missing.length > 0) return [`${key}: missing in ${missing.join(", ")}`];
    const texts = names.map((name) => ({ name, text: languages[name]?.[key] ?? "" }));
    return [...faultsOfEach(key, texts), ...leftovers(key, texts)];
  });
}

function faultsOfEach(key, texts) {
  const faults = [];
  let expected = null;
  for (const { name, text } of texts) {
    if (text.trim() === "") {
      faults.push(`${key}: empty in ${name}`);
      continue;
    }
    try {
      const icu = readIcu(text);
      const names = [...icu.names].sort().join(", ");
      expected ??= names;
      if (names !== expected)
        faults.push(`${key}: ${name} has the arguments (${names}), not (${expected})`);
      faults.push(...pluralFaults(key, name, icu));
    } catch (error) {
      faults.push(`${key}: ${name} cannot be read: ${error.message}`);
    }
  }
  return faults;
}

/** Every plural must have the forms of its language; "other" may stand for "many". */
function pluralFaults(key, language, { plurals }) {
  const forms = new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== "many" && form !== "other")
    .filter((form) => !(language === "ky" && form === "one")); // a Kyrgyz noun keeps its form after a number
  return plurals.flatMap(({ name, branches }) =>
    forms
      .filter((form) => !branches.includes(form))
      .map((form) => `${key}: ${language} lacks the form "${form}" of the plural of "${name}"`),
  );
}

const LATIN_WORD = /[a-z]{3,}/;
const CYRILLIC = /[а-яё]/i;
/** The two share many words, but hardly a sentence. */
const SENTENCE = /[а-яё]+ [а-яё]+ [а-яё]+/i;

function leftovers(key, texts) {
  const {
    ru = "",
    ky = "",
    en = "",
  } = Object.fromEntries(texts.map(({ name, text }) => [name, text]));
  const faults = [];
  const plain = (text) => text.replaceAll(/\{[^{}]*\}|<[^>]*>/g, "");
  if (CYRILLIC.test(en)) faults.push(`${key}: en has Cyrillic letters`);
  for (const [language, text] of Object.entries({ ru, ky }))
    if (text === en && LATIN_WORD.test(plain(text)))
      faults.push(`${key}: ${language} is still in English`);
  if (ru === ky && SENTENCE.test(plain(ky))) faults.push(`${key}: ky is still in Russian`);
  return faults;
}
