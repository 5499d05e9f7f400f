import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A button is a verb; with an icon alone it must have an `aria-label`. */
export function Button({ variant = 'plain', icon, children, className = '', ...rest }: Props) {
  const shape = children === undefined ? 'icon' : '';
  return (
    <AriaButton {...rest} className={`button ${variant} ${shape} ${className}`}>
      {icon}
      {children}
    </AriaButton>
  );
}

/** A button that reads as a link: names of records in tables and sentences. */
export function LinkButton({
  children,
  ...rest
}: Omit<ButtonProps, 'className' | 'children'> & { readonly children: ReactNode }) {
  return (
    <AriaButton {...rest} className="link-button">
      {children}
    </AriaButton>
  );
}

/** A pressable without the looks of a button: legend entries, cells of a matrix. */
export function PlainButton({ children, ...rest }: Omit<ButtonProps, 'children'> & { readonly children: ReactNode }) {
  return <AriaButton {...rest}>{children}</AriaButton>;
}
