import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";

const script = path.join(import.meta.dirname, "check-messages.mjs");
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

type Texts = Record<string, unknown>;

/** A project with one namespace `desk` and one page; what the check says of it. */
function check(texts: { ru: Texts; ky: Texts; en: Texts }, page: string) {
  const root = mkdtempSync(path.join(tmpdir(), "messages-"));
  made.push(root);
  for (const folder of ["app", "components", "lib"]) mkdirSync(path.join(root, folder));
  writeFileSync(path.join(root, "app", "page.tsx"), page);
  for (const [language, content] of Object.entries(texts)) {
    mkdirSync(path.join(root, "messages", language), { recursive: true });
    writeFileSync(path.join(root, "messages", language, "desk.json"), JSON.stringify(content));
  }
  const { status, stderr } = spawnSync(process.execPath, [script, root], { encoding: "utf8" });
  return { status, faults: stderr.trim().split("\n").filter(Boolean) };
}

const PAGE = `const t = useTranslations("desk"); t("title"); t("rows", { n }); t(\`kinds.\${kind}\`);`;
const GOOD = {
  ru: {
    title: "Список",
    rows: "{n, plural, one {# строка} few {# строки} other {# строк}}",
    kinds: { a: "виза", b: "адрес" },
  },
  ky: { title: "Тизме", rows: "{n, number} сап", kinds: { a: "виза", b: "дарек" } },
  en: {
    title: "List",
    rows: "{n, plural, one {# row} other {# rows}}",
    kinds: { a: "visa", b: "address" },
  },
};

describe("check-messages", () => {
  test("is content with three complete languages that the source uses", () => {
    expect(check(GOOD, PAGE)).toEqual({ status: 0, faults: [] });
  });

  test("finds each fault that was planted, and nothing else", () => {
    const bad = {
      ru: { ...GOOD.ru, rows: "{n, plural, one {# строка} other {# строк}}", old: "Старое" },
      ky: { ...GOOD.ky, title: "List", kinds: { a: "", b: "дарек" } },
      en: {
        title: "List",
        rows: "{count, plural, one {# row} other {# rows}}",
        kinds: { a: "visa", b: "адрес" },
        old: "Old",
      },
    };
    const { status, faults } = check(bad, `${PAGE} t("heading");`);
    expect(status).toBe(1);
    expect(faults.sort()).toEqual([
      `app/page.tsx: t("heading"): there is no such text`,
      "desk.kinds.a: empty in ky",
      "desk.kinds.b: en has Cyrillic letters",
      "desk.old: missing in ky",
      "desk.old: nothing asks for this text",
      "desk.rows: en has the arguments (count), not (n)",
      'desk.rows: ru lacks the form "few" of the plural of "n"',
      "desk.title: ky is still in English",
    ]);
  });

  test("finds a message whose brackets do not close, and a sentence left in Russian", () => {
    const bad = {
      ru: { ...GOOD.ru, title: "Список всех студентов факультета" },
      ky: { ...GOOD.ky, title: "Список всех студентов факультета", rows: "{n, number сап" },
      en: GOOD.en,
    };
    expect(check(bad, PAGE).faults).toEqual([
      "desk.title: ky is still in Russian",
      "desk.rows: ky cannot be read: a bracket does not close",
    ]);
  });
});
