import type { ComponentChildren } from 'preact'

/** A table on wide screens; on a phone each row becomes a card whose cells carry their heading. */
export const Table = ({
  caption,
  heads,
  children
}: {
  caption: string
  heads: readonly string[]
  children: ComponentChildren
}) => (
  <div class="table-frame">
    <table class="table">
      <caption class="off-screen">{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)

/** `main`: names the row. */
export const Cell = ({ label, main = false, children }: { label: string; main?: boolean; children?: ComponentChildren }) => (
  <td data-label={label} class={main ? 'cell-main' : ''}>
    <span class="cell-content">{children}</span>
  </td>
)
