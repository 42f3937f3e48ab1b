"use client";

import en from "@/messages/en/errors.json";
import ky from "@/messages/ky/errors.json";
import ru from "@/messages/ru/errors.json";
import "./globals.css";

const LANGUAGES = [
  { lang: "ru", text: ru.page },
  { lang: "ky", text: ky.page },
  { lang: "en", text: en.page },
] as const;

/** The root layout itself failed: nothing is known of the reader, so all three languages speak. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <html lang="ru">
      <head>
        <title>{ru.page.title}</title>
      </head>
      <body>
        <main className="mx-auto max-w-xl space-y-8 px-4 py-16">
          {LANGUAGES.map(({ lang, text }) => (
            <section key={lang} lang={lang} className="space-y-2">
              <h1 className="font-semibold text-xl">{text.title}</h1>
              <p>{text.body}</p>
              <p>
                {text.reference}: <code>{digest ?? text.noReference}</code>
              </p>
              <button type="button" className="text-lake underline" onClick={retry}>
                {text.retry}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
