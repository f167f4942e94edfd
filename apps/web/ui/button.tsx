import type { ButtonHTMLAttributes, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';

import './button.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  look?: ButtonLook;
  /** `big`: the one thing to do on a resident's page. */
  size?: 'normal' | 'small' | 'big';
}

export interface ButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled' | 'onClick'>, Look {
  ref?: Ref<HTMLButtonElement>;
  onPress?: () => void;
  /** It was pressed and works: it stays where it is, and a second press does nothing. */
  isPending?: boolean;
  isDisabled?: boolean;
}

const classOf = ({ look = 'secondary', size = 'normal' }: Look): string => `button ${look} ${size}`;

/** A button. While it is pending it keeps the focus, which a disabled one would lose. */
export function Button({
  look,
  size,
  onPress,
  isPending = false,
  isDisabled = false,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      className={classOf({ look, size })}
      aria-disabled={isPending || isDisabled || undefined}
      aria-busy={isPending || undefined}
      data-pending={isPending || undefined}
      data-disabled={isDisabled || undefined}
      onClick={(event) => {
        if (isPending || isDisabled) event.preventDefault();
        else onPress?.();
      }}
    />
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ look, size, ...props }: LinkProps & Look) {
  return <Link {...props} className={classOf({ look, size })} />;
}
