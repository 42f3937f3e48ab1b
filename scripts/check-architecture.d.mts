/** Walks over app, components and lib under `root`. */
export function checkArchitecture(root: string): { files: number; breaches: string[] };
