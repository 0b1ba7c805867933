import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Me } from '../shared/schema/session.ts'
import type { Failure } from '../ui/api/client.ts'
import { Button } from '../ui/components/button.tsx'
import { LanguageSwitch } from '../ui/components/language-switch.tsx'
import { Empty, FailureNotice } from '../ui/components/notice.tsx'
import { Loading } from '../ui/components/spinner.tsx'
import { t } from '../ui/i18n/console.ts'
import { nameOf } from '../ui/i18n/language.ts'
import { AlertBanner } from './parts/alert-banner.tsx'
import { AlertsScreen } from './screens/alerts.tsx'
import { HandoversScreen } from './screens/handovers.tsx'
import { IssueScreen } from './screens/issue.tsx'
import { LogScreen } from './screens/log.tsx'
import { MassIssueScreen } from './screens/mass-issue.tsx'
import { LogHealthScreen } from './screens/log-health.tsx'
import { PassScreen } from './screens/pass.tsx'
import { PassesScreen } from './screens/passes.tsx'
import { PasswordScreen } from './screens/password.tsx'
import { ImportScreen } from './screens/import.tsx'
import { ImportsScreen } from './screens/imports.tsx'
import { HouseholdScreen, NewHouseholdScreen } from './screens/household.tsx'
import { PhonesScreen } from './screens/phones.tsx'
import { RegisterScreen } from './screens/register.tsx'
import { PoliciesScreen } from './screens/policies.tsx'
import { RetentionScreen } from './screens/retention.tsx'
import { GridsScreen } from './screens/grids.tsx'
import { SettingsScreen } from './screens/settings.tsx'
import { SurveyDoorScreen } from './screens/survey-door.tsx'
import { SurveyNotesScreen } from './screens/survey-notes.tsx'
import { SurveyRoundScreen } from './screens/survey-round.tsx'
import { SurveysScreen } from './screens/surveys.tsx'
import { ShiftsScreen } from './screens/shifts.tsx'
import { TrainingsScreen } from './screens/trainings.tsx'
import { WorkApplicationScreen } from './screens/work-application.tsx'
import { WorkBulkRunScreen } from './screens/work-bulk-run.tsx'
import { WorkBulkScreen } from './screens/work-bulk.tsx'
import { WorkCardsScreen } from './screens/work-cards.tsx'
import { WorkEmployerScreen } from './screens/work-employer.tsx'
import { WorkEmployersScreen } from './screens/work-employers.tsx'
import { WorkPoliciesScreen } from './screens/work-policies.tsx'
import { WorkQueueScreen } from './screens/work-queue.tsx'
import { leave } from './state/ask-session.ts'
import { directory, forgetDirectory, loadDirectory } from './state/directory.ts'
import type { Route } from './state/route.ts'

const LINKS = [
  ['passes', ['passes', 'issue', 'pass']],
  ['register', ['register', 'new-household', 'household', 'imports', 'import']],
  ['surveys', ['surveys', 'survey', 'survey-door', 'survey-notes', 'grids']],
  ['mass-issue', ['mass-issue']],
  [
    'work',
    ['work', 'work-application', 'work-bulk', 'work-bulk-run', 'work-cards', 'work-employers', 'work-employer', 'work-policies']
  ],
  ['phones', ['phones', 'health']],
  ['log', ['log']],
  ['alerts', ['alerts']],
  ['policies', ['policies']],
  ['shifts', ['shifts', 'handovers', 'trainings']],
  ['settings', ['settings', 'password', 'retention']]
] as const

/** Everything behind the sign-in: who, where, and the page. */
export function Shell({ me, route }: { me: Me; route: Route }) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    void loadDirectory()
    return forgetDirectory
  }, [])
  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('nav.skip')}
      </button>
      <header class="shell-head">
        <p class="brand">{t('app.name')}</p>
        <nav class="shell-nav" aria-label={t('nav.main')}>
          {LINKS.map(([page, pages]) => (
            <a
              key={page}
              href={`#/${page}`}
              aria-current={(pages as readonly string[]).includes(route.page) ? 'page' : undefined}
            >
              {t(`nav.${page}`)}
            </a>
          ))}
        </nav>
        <Person me={me} />
      </header>
      <main class="shell-main" id="content" tabIndex={-1} ref={main}>
        {directory.value.kind === 'ready' && <AlertBanner isHidden={route.page === 'alerts'} />}
        <WithDirectory me={me} route={route} />
      </main>
    </div>
  )
}

function Person({ me }: { me: Me }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  return (
    <div class="person">
      <LanguageSwitch />
      <p class="person-name">
        <strong>{me.displayName}</strong>
        <span class="soft small">{me.community === null ? t(`role.${me.role}`) : nameOf(me.community)}</span>
      </p>
      <Button look="quiet" onClick={async () => setFailure(await leave())}>
        {t('nav.signOut')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </div>
  )
}

/** Sites and gates have names only after the directory is here, so every page waits for it. */
function WithDirectory(props: { me: Me; route: Route }): JSX.Element {
  const now = directory.value
  if (now.kind === 'loading') return <Loading />
  if (now.kind === 'failed') return <FailureNotice failure={now.failure} onRetry={loadDirectory} />
  return <Page {...props} />
}

function Page({ me, route }: { me: Me; route: Route }): JSX.Element {
  switch (route.page) {
    case 'passes':
      return <PassesScreen />
    case 'issue':
      return <IssueScreen me={me} />
    case 'pass':
      return <PassScreen key={route.serial} serial={route.serial} fresh={route.fresh} />
    case 'register':
      return <RegisterScreen grid={route.grid} />
    case 'new-household':
      return <NewHouseholdScreen />
    case 'household':
      return <HouseholdScreen key={route.id} id={route.id} />
    case 'imports':
      return <ImportsScreen />
    case 'import':
      return <ImportScreen key={route.id} id={route.id} />
    case 'surveys':
      return <SurveysScreen />
    case 'survey':
      return <SurveyRoundScreen key={route.round} id={route.round} tab={route.tab} worker={route.worker} />
    case 'survey-door':
      return <SurveyDoorScreen key={route.household} round={route.round} household={route.household} />
    case 'survey-notes':
      return <SurveyNotesScreen round={route.round} household={route.household} />
    case 'grids':
      return <GridsScreen me={me} />
    case 'mass-issue':
      return <MassIssueScreen />
    case 'work':
      return <WorkQueueScreen />
    case 'work-application':
      return <WorkApplicationScreen key={`${route.number} ${route.bulk}`} number={route.number} bulk={route.bulk} />
    case 'work-bulk':
      return <WorkBulkScreen />
    case 'work-bulk-run':
      return <WorkBulkRunScreen key={route.id} id={route.id} />
    case 'work-cards':
      return <WorkCardsScreen />
    case 'work-employers':
      return <WorkEmployersScreen />
    case 'work-employer':
      return <WorkEmployerScreen key={route.id} id={route.id} />
    case 'work-policies':
      return <WorkPoliciesScreen me={me} />
    case 'phones':
      return <PhonesScreen />
    case 'alerts':
      return <AlertsScreen />
    case 'health':
      return <LogHealthScreen />
    case 'log':
      return <LogScreen />
    case 'policies':
      return <PoliciesScreen me={me} />
    case 'shifts':
      return <ShiftsScreen />
    case 'handovers':
      return <HandoversScreen />
    case 'trainings':
      return <TrainingsScreen />
    case 'settings':
      return <SettingsScreen me={me} />
    case 'retention':
      return me.role === 'administrator' ? <RetentionScreen /> : <Empty title={t('nav.notFound')} />
    case 'password':
      return <PasswordScreen />
    case 'field':
    case 'setup':
    case 'unknown':
      return <Empty title={t('nav.notFound')} />
  }
}
