import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lockDataFolder } from "./data-lock";
import { portToServe } from "./port";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sanak-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

test("a second start on the same data is told who has it", async () => {
  const unlock = await lockDataFolder(folder, "http://localhost:3000");
  await expect(lockDataFolder(folder, "http://localhost:3001")).rejects.toThrow(
    `http://localhost:3000, process ${process.pid}`,
  );
  unlock();
  (await lockDataFolder(folder, "http://localhost:3001"))();
  expect(readdirSync(folder)).toEqual([]);
});

test("the lock of a process that was killed is taken over", async () => {
  const killed = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  (await lockDataFolder(folder, "a"))();
  const theirs = { pid: killed.pid, startedAt: "unknown", address: "a" };
  killed.kill("SIGKILL");
  await once(killed, "exit");
  writeFileSync(join(folder, "lock"), JSON.stringify(theirs));
  await lockDataFolder(folder, "b");
  expect(readFileSync(join(folder, "lock"), "utf8")).toContain(`"pid":${process.pid}`);
});

test("a process that merely has the number of the one that held the lock does not hold it", async () => {
  const unlock = await lockDataFolder(folder, "a");
  const ours = JSON.parse(readFileSync(join(folder, "lock"), "utf8"));
  unlock();
  writeFileSync(join(folder, "lock"), JSON.stringify({ ...ours, startedAt: "1" }));
  await expect(lockDataFolder(folder, "b")).resolves.toBeTypeOf("function");
});

test("a port in use is named, with a way out", async () => {
  const other = createServer();
  other.listen(0);
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  vi.stubEnv("PORT", String(port));
  await expect(portToServe()).rejects.toThrow(`Port ${port} is already in use`);
  other.close();
  await once(other, "close");
  await expect(portToServe()).resolves.toBe(port);
});

test.each(["0", "65536", "http", "-1", ""])("PORT=%j is no port", async (text) => {
  vi.stubEnv("PORT", text);
  await expect(portToServe()).rejects.toThrow("PORT must be a number");
});
