import '../ui/base.css'
import './portal.css'
import { render } from 'preact'
import { showLanguage } from '../ui/i18n/language.ts'
import { App } from './app.tsx'
import { listenForInstall } from './state/install.ts'
import { showOnlyPass } from './state/location.ts'
import { loadPasses, passes } from './state/passes.ts'
import { keepUpToDate } from '../ui/update.ts'

showLanguage()
loadPasses()
showOnlyPass(passes.value.map(({ pass }) => pass.serial))
listenForInstall()
const place = document.getElementById('app')
if (place !== null) render(<App />, place)
void keepUpToDate()
