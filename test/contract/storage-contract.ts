import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import { accountContract } from './accounts.ts'
import { alertContract } from './alerts.ts'
import { deviceContract } from './devices.ts'
import { directoryContract } from './directory.ts'
import { flagContract } from './flags.ts'
import { importContract } from './imports.ts'
import { keyContract } from './keys.ts'
import { logContract } from './log.ts'
import { passContract } from './passes.ts'
import { recordContract } from './records.ts'
import { massIssueContract } from './mass-issue.ts'
import { registerContract } from './register.ts'
import { retentionContract } from './retention.ts'
import { rosterContract } from './roster.ts'
import { serviceContract } from './service.ts'
import { sharedContract } from './shared.ts'
import { shiftContract } from './shifts.ts'
import { surveyContract } from './survey.ts'
import { supervisorContract } from './supervisors.ts'
import { visitorContract } from './visitors.ts'
import { workContract } from './work.ts'

/** A fresh, empty storage; the suite closes it. */
export type OpenStorage = () => Promise<Storage>
export type Contract = (t: Test, open: OpenStorage) => void

const CONTRACTS: Readonly<Record<string, Contract>> = {
  flags: flagContract,
  retention: retentionContract,
  roster: rosterContract,
  'realm and directory': directoryContract,
  accounts: accountContract,
  keys: keyContract,
  passes: passContract,
  devices: deviceContract,
  log: logContract,
  alerts: alertContract,
  visitors: visitorContract,
  'gate records': recordContract,
  shifts: shiftContract,
  supervisors: supervisorContract,
  service: serviceContract,
  'several servers': sharedContract,
  'mass issue': massIssueContract,
  register: registerContract,
  survey: surveyContract,
  imports: importContract,
  'work cards': workContract
}

/** What `Storage` means. Every engine passes it unchanged. */
export function storageContract(t: Test, open: OpenStorage): void {
  for (const [concern, contract] of Object.entries(CONTRACTS)) {
    t.test(concern, async tt => {
      contract(tt, open)
    })
  }
}
