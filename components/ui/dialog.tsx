"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Heading, Dialog as KitDialog, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";
import { Icon } from "./icon";

/** Longer than the pause within a double click. */
const DOUBLE_CLICK_MS = 600;

/**
 * A question that must be answered before going on. Whoever opens it keeps `open`; focus goes in,
 * stays in and comes back; Escape, the cross and a press outside close it. The second press of the double click
 * that opened it falls outside: it does not close it again.
 */
export function Dialog({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  const stands = useStandsAWhile(open);
  return (
    <ModalOverlay
      isDismissable={stands}
      isOpen={open}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-ink/35 p-4 pt-[12vh]"
    >
      <Modal className="w-full max-w-lg border border-rule-strong bg-sheet shadow-float">
        <KitDialog className="p-5 outline-none">
          <div className="mb-3 flex items-start justify-between gap-4">
            <Heading slot="title" className="font-semibold text-lg">
              {title}
            </Heading>
            <Button look="quiet" size="small" onClick={onClose} aria-label={t("close")}>
              <Icon name="close" />
            </Button>
          </div>
          {children}
        </KitDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whether the dialog has been open for longer than a double click takes. */
function useStandsAWhile(open: boolean): boolean {
  const [stands, setStands] = useState(false);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setStands(true), DOUBLE_CLICK_MS);
    return () => {
      clearTimeout(timer);
      setStands(false);
    };
  }, [open]);
  return stands;
}
