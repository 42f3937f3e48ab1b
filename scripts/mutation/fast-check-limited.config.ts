import real, {
  type IAsyncProperty,
  type IProperty,
  type Parameters,
} from "../../node_modules/fast-check/lib/fast-check.js";

/**
 * fast-check as `npm run mutate` has it: always the same random values, no search for a smaller failure, and few runs
 * but for the oracle's properties, which name a seed and how often themselves.
 */
function limited<T>(parameters: Parameters<T> = {}): Parameters<T> {
  const { numRuns = 12, seed } = parameters;
  const runs = seed === undefined ? Math.min(numRuns, 12) : numRuns;
  return { ...parameters, numRuns: runs, seed: seed ?? 20250901, endOnFailure: true };
}

export default {
  ...real,
  assert: <T>(property: IProperty<T> | IAsyncProperty<T>, parameters?: Parameters<T>) =>
    real.assert(property, limited(parameters)),
};
