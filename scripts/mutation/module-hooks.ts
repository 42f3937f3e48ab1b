import { existsSync, readFileSync, statSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const STAND_INS: Record<string, string> = {
  vitest: new URL("./test-words.ts", import.meta.url).href,
  "fast-check": new URL("./fast-check-limited.config.ts", import.meta.url).href,
};

/** The address of a file named without its ending, as the bundler would find it; null where there is none. */
function fileFor(path: string): string | null {
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, "index.ts")];
  const file = candidates.find((one) => existsSync(one) && statSync(one).isFile());
  return file === undefined ? null : pathToFileURL(file).href;
}

/** Where a file below the root imports from, if that is a file of ours or one that stands in for a package. */
function urlFor(specifier: string, parent: string, root: string): string | null {
  const standIn = STAND_INS[specifier];
  if (standIn !== undefined) return standIn;
  if (specifier.startsWith("@/")) return fileFor(join(root, specifier.slice(2)));
  return specifier.startsWith(".") ? fileFor(fileURLToPath(new URL(specifier, parent))) : null;
}

/** Code as Stryker changed it, its counting of who reaches what taken out again: that takes two thirds of the time. */
function withoutCounting(code: string): string {
  return code.replace(/stryCov_\w+\(("\d+"(, )?)+\)/g, "0");
}

/** Ends the address of a file that is loaded without Stryker's counting, and of all that it imports. */
export const BARE = "?bare";

/**
 * Lets Node load the engine and its tests below `root` as they are: paths without endings, "@/…", JSON, and in
 * place of vitest and fast-check those that `npm run mutate` uses.
 */
export function loadTestsFrom(root: string): void {
  const rootUrl = pathToFileURL(`${resolve(root)}/`).href;
  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? "";
      const isOurs = parent.startsWith(rootUrl) && !parent.includes("/node_modules/");
      const url = isOurs ? urlFor(specifier, parent, root) : null;
      if (url === null) return next(specifier, context);
      const isBare = parent.endsWith(BARE) && url.startsWith(rootUrl);
      return { url: isBare ? url + BARE : url, shortCircuit: true };
    },
    load(url, context, next) {
      const path = url.replace(BARE, "");
      if (path.startsWith(rootUrl) && path.endsWith(".json")) {
        const source = `export default ${readFileSync(fileURLToPath(path), "utf8")}`;
        return { format: "module", source, shortCircuit: true };
      }
      if (path === url) return next(url, context);
      const code = withoutCounting(readFileSync(fileURLToPath(path), "utf8"));
      return { format: "module", source: stripTypeScriptTypes(code), shortCircuit: true };
    },
  });
}
