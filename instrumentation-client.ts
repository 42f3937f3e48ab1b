import { lendNumbersToKyrgyz } from "@/lib/i18n/lend-numbers";

// Next.js runs this file in the browser before it draws anything.
lendNumbersToKyrgyz(Intl);
