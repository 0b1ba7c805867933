import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../../ui/components/spinner.tsx'
import { replaceAddress } from '../state/location.ts'
import type { Route } from '../state/route.ts'

type ShiftRoute = Extract<Route, { page: 'shifts' | 'site-link' | 'volunteer-link' }>

/** Few residents are volunteers: the page is loaded for those who are. A link's secret is kept and leaves the address. */
export function LaterShifts({ route }: { route: ShiftRoute }) {
  const [Screen, setScreen] = useState<ComponentType | null>(null)
  useEffect(() => {
    open(route).then(screen => setScreen(() => screen), console.error)
  }, [route.page])
  return Screen === null || route.page !== 'shifts' ? <Loading /> : <Screen />
}

async function open(route: ShiftRoute): Promise<ComponentType> {
  const [{ ShiftsScreen }, { keepShifts, openSiteLink }] = await Promise.all([
    import('./shifts.tsx'),
    import('../state/shifts.ts')
  ])
  if (route.page === 'site-link') openSiteLink(route.site, route.secret)
  if (route.page === 'volunteer-link') keepShifts({ me: { volunteer: route.volunteer, secret: route.secret } })
  if (route.page !== 'shifts') replaceAddress('#/shifts')
  return ShiftsScreen
}
