"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Heading, Dialog as KitDialog, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";
import { Icon } from "./icon";

/**
 * A question that must be answered before going on. Whoever opens it keeps `open`; focus goes in,
 * stays in and comes back; Escape, the cross and a press outside close it.
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
  return (
    <ModalOverlay
      isDismissable
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
