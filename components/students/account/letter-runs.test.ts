import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/auth/permissions";
import { addDays, day } from "@/lib/civil-date/day";
import type { AccountRun } from "@/lib/compliance/day-account";
import type { StudentFile } from "@/lib/services/students/get-student";
import { runsInWords, type Say } from "./letter-runs";

function translator(locale: Locale): Say {
  const messages = JSON.parse(readFileSync(`messages/${locale}/dayCount.json`, "utf8"));
  const t = createTranslator({ locale, messages: { dayCount: messages }, namespace: "dayCount" });
  return ((key: string, values: Record<string, string | number>) =>
    t(`letterText.${key}` as never, values as never)) as Say;
}

const at = { minute: null, documentNo: "", source: null, recorded: null, setAside: null };
const file = {
  crossings: [
    { ...at, ref: "1", day: day("2025-09-01"), direction: "entry", checkpoint: "Ак-Жол" },
    { ...at, ref: "2", day: day("2025-09-21"), direction: "exit", checkpoint: "" },
  ],
} as unknown as StudentFile;

const run = (from: string, to: string, more: Partial<AccountRun> = {}): AccountRun => ({
  kind: "counted",
  from: day(from),
  to: day(to),
  days: day(to) - day(from) + 1,
  entryRef: "1",
  exitRef: "2",
  open: false,
  grounds: [],
  ...more,
});

const told = (runs: AccountRun[], locale: Locale) =>
  runsInWords(translator(locale), file, runs, locale).filter((text) => text !== "");

describe("the days of a letter", () => {
  test("are stays with their crossings, in the grammar of each language", () => {
    const stay = [run("2025-09-01", "2025-09-21")];
    expect(told(stay, "ru")).toEqual([
      "Учтены дни: с 1 сентября 2025 года по 21 сентября 2025 года, 21 день (въезд 1 сентября 2025 года, Ак-Жол; выезд 21 сентября 2025 года).",
    ]);
    expect(told(stay, "ky")).toEqual([
      "Эсепке алынган күндөр: 2025-жылдын 1-сентябрынан 2025-жылдын 21-сентябрына чейин, 21 күн (киргени 2025-жылдын 1-сентябры, Ак-Жол; чыкканы 2025-жылдын 21-сентябры).",
    ]);
    expect(told(stay, "en")).toEqual([
      "Days counted: from 1 September 2025 to 21 September 2025, 21 days (entry 1 September 2025, Ак-Жол; exit 21 September 2025).",
    ]);
  });

  test("say what is not recorded, what goes on, and what is not known", () => {
    const runs = [
      run("2025-09-01", "2025-09-01", { exitRef: null }),
      run("2025-09-02", "2025-09-04", { kind: "possible", exitRef: null }),
      run("2025-09-05", "2025-09-06", { exitRef: null, open: true }),
    ];
    expect(told(runs, "ru")).toEqual([
      "Учтены дни: 1 сентября 2025 года, 1 день (въезд 1 сентября 2025 года, Ак-Жол; выезд не записан); с 5 сентября 2025 года по 6 сентября 2025 года, 2 дня (въезд 1 сентября 2025 года, Ак-Жол; в стране по сей день).",
      "Неизвестно, был ли студент в стране: с 2 сентября 2025 года по 4 сентября 2025 года, 3 дня; в наибольшее число эти дни входят.",
    ]);
    expect(told(runs, "ky")[0]).toContain("2025-жылдын 1-сентябрында, 1 күн");
    expect(told([], "en")).toEqual(["No days are counted."]);
  });

  test("are told by months where there are many stays, and parted where a month ends", () => {
    const trips = Array.from({ length: 9 }, (_, index) => {
      const from = addDays(day("2025-09-25"), index * 2);
      return { ...run("2025-09-25", "2025-09-25"), from, to: from };
    });
    const [counted, attached] = told([run("2025-08-30", "2025-09-02"), ...trips], "ru");
    expect(counted).toBe(
      "Учтены дни: в августе 2025 года 2 дня (30–31); в сентябре 2025 года 5 дней (1–2, 25, 27, 29); в октябре 2025 года 6 дней (1, 3, 5, 7, 9, 11).",
    );
    expect(attached).toContain("в прилагаемом подсчёте");
    expect(told([run("2025-08-30", "2025-09-02"), ...trips], "ky")[0]).toContain(
      "2025-жылдын сентябрында 5 күн (1–2, 25, 27, 29)",
    );
  });
});
