import { createServer } from "node:net";

/** The port to serve on. Throws with a sentence for the user where PORT is none or is taken. */
export async function portToServe(): Promise<number> {
  const text = process.env["PORT"] ?? "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(port, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "EADDRINUSE" ? "is already in use" : `cannot be used (${error.code})`;
    throw new Error(
      `Port ${port} ${why}. Stop the program that has it, or choose another: PORT=${port + 1} ./start`,
    );
  });
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
