// What ./start does, from an empty folder to an address to open. Everything it makes lies in the data folder.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { migrateDatabase } from "@/lib/db/migrations/migrate-database";
import { buildApplication, generateClient } from "./start/build";
import { stopChildren } from "./start/child";
import { lockDataFolder } from "./start/data-lock";
import { type Database, isEmpty, openDatabase } from "./start/database";
import {
  askedFor,
  chooseFirstData,
  demonstrationIn,
  type FirstData,
  installAdministrator,
  loadDemonstration,
  wasCutShort,
} from "./start/first-data";
import { portToServe } from "./start/port";
import { keptSecrets, type Secrets } from "./start/secrets";
import { serve } from "./start/serve";

type Undo = () => void | Promise<void>;

const say = (text: string) => console.log(`sanak: ${text}`);
/** What was started, newest last; undone in reverse. */
const started: Undo[] = [];
let stopping: Promise<void> | undefined;

async function undoAll(): Promise<void> {
  stopChildren();
  for (let undo = started.pop(); undo !== undefined; undo = started.pop()) await undo();
}

/** Ends everything in its order, however often it is asked to. */
function stop(): Promise<void> {
  stopping ??= undoAll();
  return stopping;
}

/** Fills an empty database; returns the lines that say how to sign in for the first time. */
async function fill(
  asked: FirstData | null,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<string[]> {
  if ((await chooseFirstData(asked)) === "demo") {
    say("loading the demonstration data …");
    await loadDemonstration(folder, environment);
    return [];
  }
  const { email, password } = await installAdministrator(environment);
  return [
    "The first administrator (shown only now; change the password after signing in):",
    `  ${email}  ${password}`,
  ];
}

function demonstrationLines(folder: string): string[] {
  const demonstration = demonstrationIn(folder);
  if (demonstration === null) return [];
  return [
    "Accounts of the demonstration:",
    ...demonstration.accounts.map(
      ({ email, password, role }) => `  ${email}  ${password}  (${role})`,
    ),
  ];
}

/** A database at this version, its server started where it is the embedded one. */
async function prepareDatabase(folder: string, secrets: Secrets): Promise<Database> {
  say("starting the database …");
  const database = await openDatabase(folder, secrets, wasCutShort(folder));
  const { cluster, ownerUrl, applicationPassword } = database;
  if (cluster !== null) started.push(() => cluster.stop());
  const applied = await migrateDatabase(ownerUrl, applicationPassword);
  if (applied.length > 0) say(`applied ${applied.length} migrations`);
  return database;
}

/** Builds, serves, tells how to sign in, and returns the exit status when something ends. */
async function serveUntilTheEnd(
  port: number,
  database: Database,
  environment: NodeJS.ProcessEnv,
  lines: string[],
): Promise<number> {
  await buildApplication();
  const server = await serve(port, environment);
  started.push(() => server.stop());
  console.log(["", ...lines, "Stop with Ctrl-C.", ""].join("\n"));
  const { cluster } = database;
  const status = await Promise.race([
    server.ended,
    ...(cluster === null ? [] : [cluster.ended.then(() => 1)]),
  ]);
  if (stopping !== undefined) return 0;
  say("the application or its database ended by itself; stopping");
  return status;
}

async function run(): Promise<number> {
  const asked = askedFor(process.argv.slice(2));
  const folder = resolve(process.env["SANAK_DATA_DIR"] ?? ".data");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const address = process.env["NEXTAUTH_URL"] ?? `http://localhost:${process.env["PORT"] ?? 3000}`;
  started.push(await lockDataFolder(folder, address));
  const port = await portToServe();
  const secrets = keptSecrets(folder);
  const database = await prepareDatabase(folder, secrets);
  await generateClient();
  const environment: NodeJS.ProcessEnv = {
    NEXTAUTH_SECRET: secrets.sessionSecret,
    ...process.env,
    DATABASE_URL: database.applicationUrl,
    NEXTAUTH_URL: address,
    SANAK_DATA_DIR: folder,
    NODE_ENV: "production",
  };
  const empty = await isEmpty(database.ownerUrl);
  if (!empty && asked !== null) say(`the database is not empty: --${asked} changes nothing`);
  const firstLines = empty ? await fill(asked, folder, environment) : [];
  const today = process.env["SANAK_TODAY"] ?? demonstrationIn(folder)?.today;
  if (today !== undefined) environment["SANAK_TODAY"] = today;
  return serveUntilTheEnd(port, database, environment, [
    `Sanak is ready: ${address}`,
    ...firstLines,
    ...demonstrationLines(folder),
    ...(today === undefined ? [] : [`"Today" is fixed at ${today} (SANAK_TODAY).`]),
  ]);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping === undefined) say("stopping …");
    void stop().then(() => process.exit(0));
  });
}

try {
  process.exitCode = await run();
} catch (error) {
  // A signal takes things away under a start that is still at work; that is no failure of its own.
  if (stopping === undefined) {
    console.error(`sanak: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
} finally {
  await stop();
}
