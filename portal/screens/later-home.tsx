import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../../ui/components/spinner.tsx'
import { replaceAddress } from '../state/location.ts'
import type { Route } from '../state/route.ts'

type HomeRoute = Extract<Route, { page: 'home' | 'home-link' }>

/** Loaded for who comes by a door note. The link's secret is kept and leaves the address. */
export function LaterHome({ route }: { route: HomeRoute }) {
  const [Screen, setScreen] = useState<ComponentType | null>(null)
  useEffect(() => {
    open(route).then(screen => setScreen(() => screen), console.error)
  }, [route.page])
  return Screen === null || route.page !== 'home' ? <Loading /> : <Screen />
}

async function open(route: HomeRoute): Promise<ComponentType> {
  const [{ HomeScreen }, { openHomeLink }] = await Promise.all([import('./home.tsx'), import('../state/home.ts')])
  if (route.page === 'home-link') {
    const { round, household, secret } = route
    openHomeLink({ round, household, secret })
    replaceAddress('#/home')
  }
  return HomeScreen
}
