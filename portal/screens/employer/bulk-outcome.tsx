import { Notice } from '../../../ui/components/notice.tsx'
import type { WorkersDone, WorkerView } from '../../employer/api.ts'
import { es } from '../../employer/say.ts'

/** What came of a step with many, worker by worker. */
export const BulkOutcome = ({ done, workers }: { done: WorkersDone; workers: readonly WorkerView[] }) => (
  <Notice tone={done.left.length === 0 ? 'info' : 'warn'}>
    <p>{es('done', { count: done.done.length })}</p>
    {done.left.length > 0 && (
      <>
        <p>{es('notDone', { count: done.left.length })}</p>
        <ul class="stack-gap">
          {done.left.map(({ number, why }) => (
            <li key={number}>
              <strong>{workers.find(worker => worker.number === number)?.name ?? number}</strong> {es(`why.${why}`)}
            </li>
          ))}
        </ul>
      </>
    )}
  </Notice>
)
