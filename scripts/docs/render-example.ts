import type { Answer, Example } from "./example";
import { table } from "./regime-tables";

const LABELS: Record<string, string> = {
  verdict: "verdict",
  verdictAtLeast: "verdict on the fewest days",
  headline: "headline",
  inside: "inside",
  insideSince: "inside since",
  lastExit: "last exit",
  protectedUntil: "protected until",
  registrationDueOn: "last day without registration",
  registrationUntil: "a registration asked for lasts until",
  alerts: "alerts",
  dataProblems: "what is wrong in the log",
  readings: "readings",
  limit: "limit",
  window: "window",
  used: "used",
  usedMin: "used at least",
  usedMax: "used at most",
  remaining: "remaining",
  overstayDays: "days over the limit",
  firstBreach: "first breach",
  lastLawfulDay: "last lawful day",
  earliestEntry: "earliest entry",
  reachedOn: "limit reached on",
};

function label(key: string): string {
  const [reading, field = ""] = key.split(".");
  if (field === "") return LABELS[key] ?? key;
  const words = field.startsWith("earliestEntry for")
    ? field.replace("earliestEntry", "earliest entry")
    : (LABELS[field] ?? field);
  return `${reading === "each" ? "every reading" : reading}: ${words}`;
}

function inWords(answer: Answer | undefined): string {
  if (answer === undefined) return "";
  if (answer === null) return "–";
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  return Array.isArray(answer) ? answer.join(", ") || "–" : String(answer);
}

function spanInWords(text: string): string {
  const [from = "", to = ""] = text.split("..");
  return to === "" ? `from ${from} on` : `${from} to ${to}`;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function groundInWords(text: string): string {
  const [kind = "", span = "", status] = text.split(" ");
  const words = `${kind.replaceAll("_", " ")} ${spanInWords(span)}`;
  return status === undefined ? words : `${words} (${status})`;
}

/** The facts of an example in one line. */
function factsInWords(example: Example): string {
  const { regime, citizenship, trips } = example;
  const answered = Object.entries(example.settings).map(
    ([id, given]) => `${id} ${Array.isArray(given) ? given.join(", ") : given}`,
  );
  const parts: [string, readonly string[]][] = [
    ["regime ", regime === "kg" ? [] : [`\`${regime}\``]],
    ["born ", example.birth === undefined ? [] : [example.birth]],
    ["inside ", example.inside.map(spanInWords)],
    ["in and out on one day, ", trips === undefined ? [] : [tripsInWords(trips)]],
    ["log: ", example.crossings],
    ["", example.grounds.map(groundInWords)],
    ["document until ", example.documentExpires === undefined ? [] : [example.documentExpires]],
    [
      "academic year ",
      example.academicYear === undefined ? [] : [spanInWords(example.academicYear)],
    ],
    ["holidays: ", example.holidays],
    ["answers: ", answered],
  ];
  const said = parts.filter(([, items]) => items.length > 0);
  const words = said.map(([name, items]) => `${name}${items.join(", ")}`);
  return [`Citizen of ${citizenship}`, ...words].join("; ");
}

function tripsInWords({ upTo, from, to }: NonNullable<Example["trips"]>): string {
  return `Monday to ${WEEKDAYS[upTo - 1] ?? ""}, from ${from} to ${to}`;
}

/** An example as Markdown: what it shows, the facts, and a table of the answers by day. */
export function renderExample(example: Example): string {
  const days = Object.entries(example.on);
  const keys = [...new Set(days.flatMap(([, answers]) => Object.keys(answers)))];
  const rows = days.map(([on, answers]) => [on, ...keys.map((key) => inWords(answers[key]))]);
  return [
    `*Example.* ${example.shows} ${factsInWords(example)}.`,
    "",
    table(["on", ...keys.map(label)], rows),
  ].join("\n");
}
