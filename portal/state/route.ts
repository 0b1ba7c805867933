/** Proof of holding a pass: what the resident's link carries in its fragment. */
export type PassLink = { readonly serial: number; readonly secret: string }

export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'pass'; readonly serial: number }
  | { readonly page: 'open'; readonly link: PassLink }
  | { readonly page: 'shifts' }
  | { readonly page: 'site-link'; readonly site: number; readonly secret: string }
  | { readonly page: 'volunteer-link'; readonly volunteer: string; readonly secret: string }
  | { readonly page: 'home' }
  | { readonly page: 'home-link'; readonly round: string; readonly household: number; readonly secret: string }
  | { readonly page: 'work'; readonly path: string }
  | { readonly page: 'work-link'; readonly number: string; readonly secret: string }
  | { readonly page: 'employer'; readonly path: string }
  | { readonly page: 'employer-link'; readonly employer: string; readonly secret: string }
  | { readonly page: 'bad-link' }

const LINK = /^(\d{1,8})\.([A-Za-z0-9_-]{22})$/
const MAX_SERIAL = 0xffffff

const SITE_LINK = /^shifts\.(\d{1,5})\.([A-Za-z0-9_-]{22})$/
const HOME_LINK = /^home\.([a-z0-9-]{1,40})\.(\d{1,15})\.([A-Za-z0-9_-]{22})$/
const VOLUNTEER_LINK = /^shift\.([a-z0-9]{1,40})\.([A-Za-z0-9_-]{22})$/

const WORK_LINK = /^work\.([a-z0-9]{12})\.([A-Za-z0-9_-]{22})$/
const EMPLOYER_LINK = /^employer\.([a-z0-9][a-z0-9-]{0,39})\.([A-Za-z0-9_-]{22})$/
const WORK_PATH = /^\/(work|employer)(?:\/([A-Za-z0-9/_-]{1,100}))?$/

/** `#home.<round>.<household>.<secret>` opens a household's own report, `#/home` shows it. `#work.<number>.<secret>` and `#employer.<id>.<secret>` are kept and open their pages; `#/work…` and `#/employer…` are these pages. `#shifts.<site>.<secret>` and `#shift.<volunteer>.<secret>` open the plan of shifts, `#/shifts` shows it. `#<serial>.<secret>` adds a pass, `#/<serial>` shows one, nothing shows the list. */
export function routeOf(hash: string): Route {
  const text = hash.replace(/^#/, '').trim()
  if (text === '' || text === '/') return { page: 'list' }
  const shown = /^\/(\d{1,8})$/.exec(text)
  if (shown !== null) return { page: 'pass', serial: Number(shown[1]) }
  if (text === '/shifts') return { page: 'shifts' }
  if (text === '/home') return { page: 'home' }
  const [, round, household, homeSecret] = HOME_LINK.exec(text) ?? []
  if (round !== undefined) return { page: 'home-link', round, household: Number(household), secret: homeSecret as string }
  const [, site, siteSecret] = SITE_LINK.exec(text) ?? []
  if (site !== undefined) return { page: 'site-link', site: Number(site), secret: siteSecret as string }
  const [, volunteer, ownSecret] = VOLUNTEER_LINK.exec(text) ?? []
  if (volunteer !== undefined) return { page: 'volunteer-link', volunteer, secret: ownSecret as string }
  const [, section, path = ''] = WORK_PATH.exec(text) ?? []
  if (section !== undefined) return { page: section as 'work' | 'employer', path }
  const [, number, workSecret] = WORK_LINK.exec(text) ?? []
  if (number !== undefined) return { page: 'work-link', number, secret: workSecret as string }
  const [, employer, employerSecret] = EMPLOYER_LINK.exec(text) ?? []
  if (employer !== undefined) return { page: 'employer-link', employer, secret: employerSecret as string }
  const link = LINK.exec(text)
  if (link === null || Number(link[1]) > MAX_SERIAL) return { page: 'bad-link' }
  return { page: 'open', link: { serial: Number(link[1]), secret: link[2] as string } }
}
