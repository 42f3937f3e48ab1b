/**
 * Raise it with every change of the engine that can give the same facts another answer: what was stored under
 * a lower number is then assessed anew.
 */
export const ENGINE_VERSION = 9;
