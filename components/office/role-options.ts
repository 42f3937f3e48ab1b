import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/select";

const ROLES = ["administrator", "registrar", "reader"] as const;

/** The roles by their names, for a list to choose from. */
export function useRoleOptions(): Option[] {
  const t = useTranslations("office.roles");
  return ROLES.map((value) => ({ value, label: t(value) }));
}
