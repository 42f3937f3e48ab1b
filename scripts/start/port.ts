import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Why the port cannot be listened on, as the system's error code; null where it can. */
async function faultOf(port: number): Promise<string | null> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once("error", reject);
      probe.listen(port, resolve);
    });
    await new Promise((resolve) => probe.close(resolve));
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** The port to serve on. Throws with a sentence for the user where PORT is none or is taken. */
export async function portToServe(): Promise<number> {
  const text = process.env["PORT"] ?? "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  let fault = await faultOf(port);
  // A server whose ./start was killed a moment ago is about to let go.
  for (let tries = 0; fault !== null && tries < 10; tries++) {
    await wait(200);
    fault = await faultOf(port);
  }
  if (fault === null) return port;
  const why = fault === "EADDRINUSE" ? "is already in use" : `cannot be used (${fault})`;
  throw new Error(
    `Port ${port} ${why}. Stop the program that has it, or choose another: PORT=${port + 1} ./start`,
  );
}
