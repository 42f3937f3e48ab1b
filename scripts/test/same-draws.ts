import fc from "fast-check";

/**
 * What properties draw is the same in every run, so that a commit is judged the same way each time.
 * `SANAK_PROPERTY_SEED` with another number draws other students, files and names.
 */
process.env["SANAK_PROPERTY_SEED"] ??= "20250901";
fc.configureGlobal({ seed: Number(process.env["SANAK_PROPERTY_SEED"]) });
