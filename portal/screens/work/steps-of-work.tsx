import { onPage, term, timeOf } from '../../work/say.ts'
import type { MyWork } from '../../work/wire.ts'

/** What happened to the application so far. */
export const StepsOfWork = ({ steps }: { steps: MyWork['steps'] }) =>
  steps.length === 0 ? null : (
    <details class="card work-details">
      <summary>{onPage('history')}</summary>
      <ol class="stack-gap">
        {steps.map(({ at, event, state }) => (
          <li key={`${at} ${event}`}>
            <span class="soft small numbers">{timeOf(at)}</span> {term(`state.${state}`)}
          </li>
        ))}
      </ol>
    </details>
  )
