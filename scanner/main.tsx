import '../ui/base.css'
import './gate.css'
import './night.css'
import { render } from 'preact'
import { showLanguage } from '../ui/i18n/language.ts'
import { App } from './app.tsx'
import { warmCamera } from './screens/load-camera.ts'
import { watchClock } from './state/clock.ts'
import { lastUsedMs, noteUse } from './state/last-use.ts'
import { hasKeptPost } from './state/kept-post.ts'
import { recallPreferences } from './state/preferences.ts'
import { startGate } from './state/start-gate.ts'
import { followTheme } from './state/theme.ts'
import { startTicking } from './state/tick.ts'
import { watchUpdates } from './state/update.ts'

showLanguage()
const place = document.getElementById('app')
if (place !== null) render(<App />, place)
addEventListener('pointerdown', noteUse)
addEventListener('keydown', noteUse)
startTicking()
watchClock()
recallPreferences(localStorage)
followTheme(document.documentElement)
void startGate()
if (hasKeptPost(localStorage)) warmCamera()
void watchUpdates(lastUsedMs)
