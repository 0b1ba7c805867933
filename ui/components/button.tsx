import type { ComponentChildren, JSX } from 'preact'
import { Spinner } from './spinner.tsx'

type Props = Omit<JSX.IntrinsicElements['button'], 'type'> & {
  children: ComponentChildren
  look?: 'primary' | 'plain' | 'danger' | 'quiet'
  type?: 'button' | 'submit'
  /** Work is under way: the button keeps its place and takes no second press. */
  busy?: boolean
}

export const Button = ({ look = 'plain', type = 'button', busy = false, disabled, children, class: extra, ...rest }: Props) => (
  <button
    {...rest}
    type={type}
    class={`button button-${look} ${extra ?? ''}`}
    disabled={disabled === true || busy}
    aria-busy={busy}
  >
    {busy && <Spinner />}
    <span>{children}</span>
  </button>
)

type LinkProps = JSX.IntrinsicElements['a'] & { children: ComponentChildren; look?: 'primary' | 'plain' | 'quiet' }

/** Goes somewhere, and looks like a button. */
export const ButtonLink = ({ look = 'plain', children, class: extra, ...rest }: LinkProps) => (
  <a {...rest} class={`button button-${look} ${extra ?? ''}`}>
    <span>{children}</span>
  </a>
)
