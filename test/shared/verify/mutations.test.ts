import t from 'tap'
import { runMutations } from '../../fuzz/run-mutations.ts'

t.test('20,000 spoiled passes: none is taken for genuine, none throws', async t => {
  const { mutations, accepted, thrown, checked, examples } = await runMutations(20_000, 1)
  t.same({ mutations, accepted, thrown, examples }, { mutations: 20_000, accepted: 0, thrown: 0, examples: [] })
  t.ok(checked > 2000, `${checked} came as far as a signature check`)
})
