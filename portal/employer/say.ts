import { WORK_EMPLOYER_WORDS } from '../../ui/i18n/work-employer.ts'
import { sayer } from '../work/say.ts'

/** Words of the employers' pages. */
export const es = sayer(WORK_EMPLOYER_WORDS)
