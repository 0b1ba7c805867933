import '../ui/base.css'
import './console.css'
import './register/register.css'
import './survey/survey.css'
import { render } from 'preact'
import { showLanguage } from '../ui/i18n/language.ts'
import { App } from './app.tsx'
import { loadSession } from './state/ask-session.ts'

showLanguage()
const place = document.getElementById('app')
if (place !== null) render(<App />, place)
void loadSession()
