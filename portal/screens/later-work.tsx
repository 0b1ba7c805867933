import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { replaceAddress } from '../state/location.ts'
import type { Route } from '../state/route.ts'

type WorkRoute = Extract<Route, { page: 'work' | 'work-link' | 'employer' | 'employer-link' }>
type Screen = ComponentType<{ path: string }>

/** A part of the app that is not kept on this phone yet, and no network. */
const UNREACHED = { code: 'network', path: null, status: 0, requestId: null } as const

/** Loaded for who applies for a card or employs people: whoever only shows a pass does not carry it. */
export function LaterWork({ route }: { route: WorkRoute }) {
  const [loaded, setLoaded] = useState<{ page: WorkRoute['page']; screen: Screen } | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    let isLeft = false
    const show = (screen: Screen | null): void => {
      if (!isLeft && screen !== null) setLoaded({ page: route.page, screen })
    }
    const fail = (error: unknown): void => {
      console.error(error)
      if (!isLeft) setFailed(true)
    }
    open(route).then(show, fail)
    return () => {
      isLeft = true
    }
  }, [route.page])
  if (hasFailed) return <FailureNotice failure={UNREACHED} onRetry={() => location.reload()} />
  if (loaded === null || loaded.page !== route.page || !('path' in route)) return <Loading />
  return <loaded.screen path={route.path} />
}

/** A link's secret is kept and leaves the address; null: another address is shown now. */
async function open(route: WorkRoute): Promise<Screen | null> {
  switch (route.page) {
    case 'work':
      return (await import('./work/work.tsx')).WorkScreen
    case 'employer':
      return (await import('./employer/employer.tsx')).EmployerScreen
    case 'work-link': {
      const { keepWork } = await import('../work/kept.ts')
      keepWork({ number: route.number, secret: route.secret })
      replaceAddress(`#/work/${route.number}`)
      return null
    }
    case 'employer-link': {
      const { keepEmployer } = await import('../employer/kept.ts')
      keepEmployer({ id: route.employer, secret: route.secret })
      replaceAddress(`#/employer/${route.employer}`)
      return null
    }
  }
}
