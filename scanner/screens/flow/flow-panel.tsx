import type { ComponentChildren } from 'preact'
import './flow.css'

type Props = {
  readonly title: string
  /** Whose passage this is, masked, or what it is. */
  readonly who?: string | null
  readonly tone?: 'plain' | 'check' | 'fever' | 'stop'
  readonly name: string
  readonly children: ComponentChildren
  /** Buttons at the bottom, within reach of the thumb. */
  readonly foot?: ComponentChildren
}

/** The whole screen for one question: title above, answers in the middle, the way out below. */
export const FlowPanel = ({ title, who = null, tone = 'plain', name, children, foot }: Props) => (
  <section class={`flow flow-${tone}`} data-panel={name} aria-label={title}>
    <header class="flow-head">
      <h2>{title}</h2>
      {who !== null && <p class="flow-who">{who}</p>}
    </header>
    <div class="flow-body">{children}</div>
    {foot !== undefined && <footer class="flow-foot">{foot}</footer>}
  </section>
)

type KeyProps = {
  readonly onClick: () => void
  readonly children: ComponentChildren
  readonly isMain?: boolean
  readonly isPressed?: boolean
  readonly disabled?: boolean
  readonly label?: string
  readonly name?: string
}

/** A key for a glove. */
export const FlowKey = ({ onClick, children, isMain = false, isPressed, disabled = false, label, name }: KeyProps) => (
  <button
    type="button"
    class={isMain ? 'flow-key flow-key-main' : 'flow-key'}
    onClick={onClick}
    disabled={disabled}
    aria-pressed={isPressed}
    aria-label={label}
    data-key={name}
  >
    {children}
  </button>
)
