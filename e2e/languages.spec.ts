import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/desk-test";
import { DESK_PAGES, type DeskPage } from "./fixtures/every-page";
import { SignInPage } from "./pages/sign-in-page";

const LANGUAGES = ["ru", "ky", "en"] as const;
type Language = (typeof LANGUAGES)[number];

const DOOR: DeskPage = {
  route: "/sign-in",
  open: async (page) => void (await page.goto("/sign-in")),
};

const NAMESPACES = readdirSync("messages/ru").map((file) => file.replace(/\.json$/, ""));
/** "students.columns.name": what next-intl shows where a message is missing. */
const RAW_KEY = new RegExp(`\\b(?:${NAMESPACES.join("|")})\\.[a-z][A-Za-z]*(?:\\.[A-Za-z_0-9]+)*`);
/** "{count, plural, …" and "<day>": a message shown as it is written. */
const RAW_MESSAGE = /\{[a-z]\w*(?:, |\})|<\/?[a-z]+>/i;

function textsOf(messages: unknown): string[] {
  if (typeof messages === "string") return [messages];
  return typeof messages === "object" && messages !== null
    ? Object.values(messages).flatMap(textsOf)
    : [];
}

/** The words of all messages of a language, small, without what stands in braces and tags. */
function vocabulary(language: Language): Set<string> {
  const texts = NAMESPACES.flatMap((name) =>
    textsOf(JSON.parse(readFileSync(`messages/${language}/${name}.json`, "utf8"))),
  );
  return new Set(texts.flatMap(wordsOf));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** What is called so in any language: files, addresses of people and pages, sources by their ids. */
const NAMES = /\S+\.(?:csv|xlsx)|\S+@\S+|[\w-]+(?:\.[\w-]+)+\/\S*|\b[A-Z]+(?:-[A-Z0-9]+)+\b/g;

/** Words of the page that Sanak itself says in English but not in this language. */
function leftovers(page: string, language: Language): string[] {
  const text = page.replaceAll(NAMES, " ");
  const own = vocabulary(language);
  const english = vocabulary("en");
  return wordsOf(text).filter(
    (word) => /^[a-z]+$/.test(word) && english.has(word) && !own.has(word),
  );
}

/** What is to be read on the page, with the texts that only a screen reader or pointing brings out. */
function everyText(page: Page): Promise<string> {
  return page.evaluate(() => {
    // The names of the languages stand in their own; <pre> holds lines of a file as they are.
    const foreign = "body [lang], select[name=locale], pre, script, style, template";
    const texts: (string | null)[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest(foreign)) texts.push(textContent);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const elements = document.body.querySelectorAll(`[${name}]:not([lang])`);
      texts.push(...[...elements].map((element) => element.getAttribute(name)));
    }
    return texts.join("\n");
  });
}

async function expectLanguage(page: Page, language: Language): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  const text = await everyText(page);
  expect.soft(RAW_KEY.exec(text)?.[0], "a raw key").toBeUndefined();
  expect.soft(RAW_MESSAGE.exec(text)?.[0], "a raw message").toBeUndefined();
  if (language !== "en") expect.soft(leftovers(text, language), "English left over").toEqual([]);
}

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({ role: "administrator" });

    test(`every page speaks ${language} and nothing else`, async ({ page, context, baseURL }) => {
      test.slow();
      await context.addCookies([{ name: "sanak-locale", value: language, url: baseURL ?? "" }]);
      for (const { route, open } of DESK_PAGES) {
        await test.step(route, async () => {
          await open(page);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectLanguage(page, language);
        });
      }
    });
  });

  test(`the door speaks ${language} to a browser that prefers it`, async ({ browser }) => {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    await DOOR.open(page);
    await expectLanguage(page, language);
    await context.close();
  });
}

test("a language chosen at the desk is the user's in every browser, after signing out and in again", async ({
  newcomer,
  page,
  browser,
}) => {
  const account = await newcomer("reader");
  await new SignInPage(page).enter(account);
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.getByRole("button", { name: "Кыр" }).click();
  await expect(page.getByRole("link", { name: "Студенттер" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ky");
  await page.locator("button[popovertarget=account]").click();
  await page.getByRole("button", { name: "Чыгуу" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  const elsewhere = await browser.newContext({ locale: "en-GB" });
  const other = await elsewhere.newPage();
  await new SignInPage(other).enter(account);
  await expect(other.getByRole("link", { name: "Студенттер" })).toBeVisible();
  await expect(other.locator("html")).toHaveAttribute("lang", "ky");
  await elsewhere.close();
});
