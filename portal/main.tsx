import '../ui/base.css'
import './portal.css'
import { render } from 'preact'
import { showLanguage } from '../ui/i18n/language.ts'
import { App } from './app.tsx'
import { listenForInstall } from './state/install.ts'
import { showOnlyPass } from './state/location.ts'
import { localStorageHas } from './state/stored-signal.ts'
import { loadPasses, passes } from './state/passes.ts'
import { keepUpToDate } from '../ui/update.ts'

showLanguage()
loadPasses()
showOnlyPass(passes.value.map(({ pass }) => pass.serial))
listenForInstall()
const place = document.getElementById('app')
if (place !== null) render(<App />, place)
void keepUpToDate()
// A form that was on its way when the page was closed goes on, whichever page is opened.
if (localStorageHas('checkpoint.work-drafts', '"isSending":true'))
  import('./work/sending.ts').then(({ resumeSending }) => resumeSending(), console.error)
