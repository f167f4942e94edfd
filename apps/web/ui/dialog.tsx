import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import { Button, type ButtonLook } from './button.js';
import './dialog.css';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the end; without them there is one that closes. */
  actions?: ReactNode;
  size?: 'normal' | 'wide';
}

/** A question or a form above the page. Escape closes it and the focus goes back to where it was. */
export function Dialog({ isOpen, onClose, title, children, actions, size = 'normal' }: DialogProps) {
  const w = useWords(uiWords);
  return (
    <ModalOverlay className="dialog-ground" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={`dialog-frame ${size}`}>
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="stack">{children}</div>
          <div className="row dialog-actions">{actions ?? <Button onPress={onClose}>{w('close')}</Button>}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  isOpen: boolean;
  title: string;
  /** What will happen, in words. */
  children: ReactNode;
  /** What the button does: “撤回报告”, never just “yes”. */
  action: string;
  look?: ButtonLook;
  isPending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before something that cannot be taken back. */
export function Confirm({
  isOpen,
  title,
  children,
  action,
  look = 'primary',
  isPending = false,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const w = useWords(uiWords);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look={look} isPending={isPending} onPress={onConfirm}>
            {action}
          </Button>
          <Button onPress={onClose}>{w('cancel')}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
