import { formatDay } from "@/lib/civil-date/day";
import type {
  CitizenshipRules,
  Dated,
  DatedLimits,
  Limit,
  OpenQuestion,
} from "@/lib/compliance/regimes/regime";
import { REGIME_IDS, type RuleSet, ruleSetFor } from "@/lib/compliance/rule-set";

/** A table in Markdown. Bars inside cells are kept from being read as columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** A limit as lawyers write it. */
export function limitInWords(limit: Limit): string {
  switch (limit.kind) {
    case "window":
      return `${limit.days} in ${limit.within}`;
    case "per_stay":
      return `${limit.days} per stay`;
    case "calendar_year":
      return `${limit.days} per calendar year`;
  }
}

function limitsInWords(limits: readonly Limit[], byVisa: boolean): string {
  if (limits.length > 0) return limits.map(limitInWords).join(", and ");
  return byVisa ? "while the visa is valid" : "no limit applied";
}

function groupsOf(ruleSet: RuleSet): { name: string; rules: CitizenshipRules }[] {
  const groups = ruleSet.rules.map((rules) => ({
    name: `${rules.name?.en ?? ""}: ${rules.citizenships.join(", ")}`,
    rules,
  }));
  return [...groups, { name: "every other", rules: ruleSet.everyOther }];
}

/** Dated limits of every group, other answers to open questions included. */
export function limitsTable(ruleSet: RuleSet): string {
  const rows = groupsOf(ruleSet).flatMap(({ name, rules }) => [
    ...limitRows(name, rules.limits, rules),
    ...(rules.alternatives ?? []).flatMap(({ question, answer, limits }) =>
      limitRows(`… where ${question} is answered ${answer}`, limits, { byVisa: rules.byVisa }),
    ),
  ]);
  return table(["citizenship", "days", "from", "to", "sources", "grade", "note"], rows);
}

function limitRows(
  who: string,
  series: readonly DatedLimits[],
  { byVisa, note }: Pick<CitizenshipRules, "byVisa" | "note">,
): string[][] {
  return series.map((dated, index) => {
    const first = index === 0;
    const notes = [first ? note : undefined, dated.note].flatMap((one) => one?.en ?? []);
    const value = limitsInWords(dated.value, byVisa);
    return [first ? who : "", value, ...datesAndSources(dated), notes.join(" ")];
  });
}

function datesAndSources({ from, to, citations, grade }: Dated<unknown>): string[] {
  return [formatDay(from), to === null ? "" : formatDay(to), citations.join(", "), grade];
}

/** The days free of registration of every group. */
export function registrationTable(ruleSet: RuleSet): string {
  const rows = groupsOf(ruleSet).flatMap(({ name, rules }) =>
    rules.registration.map((dated, index) => [
      index === 0 ? name : "",
      dated.value === null ? "no duty" : `${dated.value.days} ${dated.value.unit} days`,
      ...datesAndSources(dated),
      dated.note?.en ?? "",
    ]),
  );
  return table(
    ["citizenship", "free of registration", "from", "to", "sources", "grade", "note"],
    rows,
  );
}

/** The sources of all regimes, each once. */
export function sourcesTable(): string {
  const sources = REGIME_IDS.flatMap((id) =>
    ruleSetFor(id).sources.map((source) => ({ ...source, regime: id })),
  );
  const ids = [...new Set(sources.map(({ id }) => id))];
  const rows = ids.map((id) => {
    const same = sources.filter((source) => source.id === id);
    const [source] = same;
    if (source === undefined) return [];
    const { title, date, grade, links } = source;
    return [
      id,
      title.en,
      date,
      grade,
      links.join(", "),
      same.map(({ regime }) => regime).join(", "),
    ];
  });
  return table(["id", "what", "date", "grade", "where", "regimes"], rows);
}

/** Each open question with its answers, and who said what, when. */
export function questionsList(ruleSet: RuleSet): string {
  return ruleSet.questions.map(questionInWords).join("\n\n");
}

function questionInWords(question: OpenQuestion): string {
  const { id, asks, values, setting, statements, note } = question;
  const isDefault = (value: string) => question.default.includes(value);
  const answers = values.map((value) => (isDefault(value) ? `**${value}**` : value)).join(", ");
  const switched = setting === null ? "not switched" : `setting \`${setting}\``;
  const said = statements.map(
    ({ who, on, says, citation }) => `- ${on}, ${who.en}: ${says.en} (${citation})`,
  );
  return [
    `**${id}.** ${asks.en} ${answers} (${switched}).${note ? ` ${note.en}` : ""}`,
    ...said,
  ].join("\n");
}

/** The public holidays that are proposed to an office. */
export function holidaysTable(ruleSet: RuleSet): string {
  const rows = ruleSet.holidays.flatMap(({ year, days, note }) => [
    [String(year), "", "", "", note?.en ?? ""],
    ...days.map(({ day, name, citations, grade }) => [
      formatDay(day),
      name.en,
      citations.join(", "),
      grade,
      "",
    ]),
  ]);
  return table(["day", "holiday", "sources", "grade", "note"], rows);
}

/** What a regime computes, in a line each. */
export function regimeSummary(ruleSet: RuleSet): string {
  const { home, readings, pausingKinds, reentryWait, looksBackBeforeFrom, notes } = ruleSet;
  const read = readings.map(({ name, citations }) => `${name} (${citations.join(", ")})`);
  const wait =
    reentryWait && `${reentryWait.days} whole days (${reentryWait.citations.join(", ")})`;
  return [
    `- Version \`${ruleSet.version}\`; at home: ${home.join(", ") || "nobody that it knows"}`,
    `- A limit of days within days is read: ${read.join(", ") || "(there is none)"}`,
    `- Grounds that stop the count: ${pausingKinds.join(", ")}`,
    `- Re-entry wait: ${wait ?? "none"}`,
    `- Days before the first day of a rule: ${looksBackBeforeFrom ? "count too" : "never looked back on"}`,
    ...notes.map((note) => `- ${note.en}`),
  ].join("\n");
}
