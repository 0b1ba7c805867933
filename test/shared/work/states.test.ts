import t from 'tap'
import { nextEmployerState } from '../../../shared/work/employer-states.ts'
import {
  FINAL_WORK_STATES,
  fromStatesOf,
  isOpenWorkState,
  nextWorkState,
  WORK_EVENTS,
  WORK_STATES
} from '../../../shared/work/states.ts'

t.test('only what DOMAIN.md §2.5 allows leads anywhere', async t => {
  const allowed = [
    'draft submit submitted',
    'submitted claim under-review',
    'under-review release submitted',
    'under-review idle submitted',
    'under-review ask more-info',
    'more-info resubmit submitted',
    'more-info lapse lapsed',
    'under-review approve approved',
    'approved sign issued',
    'under-review reject rejected',
    'draft withdraw withdrawn',
    'submitted withdraw withdrawn',
    'more-info withdraw withdrawn'
  ]
  const found = WORK_STATES.flatMap(state =>
    WORK_EVENTS.flatMap(event => {
      const next = nextWorkState(state, event)
      return next === null ? [] : [`${state} ${event} ${next}`]
    })
  )
  t.same(found.sort(), allowed.sort())
  t.same(FINAL_WORK_STATES, ['issued', 'rejected', 'withdrawn', 'lapsed'])
  t.equal(isOpenWorkState('approved'), true)
  t.same(fromStatesOf('withdraw'), ['draft', 'submitted', 'more-info'])
})

t.test('an employer is approved after filing, and a suspended one comes back by the office alone', async t => {
  t.equal(nextEmployerState('draft', 'approve'), null)
  t.equal(nextEmployerState('draft', 'file'), 'filed')
  t.equal(nextEmployerState('filed', 'visit'), 'site-check')
  t.equal(nextEmployerState('site-check', 'return'), 'returned')
  t.equal(nextEmployerState('returned', 'file'), 'filed')
  t.equal(nextEmployerState('suspended', 'file'), null)
  t.equal(nextEmployerState('suspended', 'resume'), 'approved')
})
