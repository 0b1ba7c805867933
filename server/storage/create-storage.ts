import type { Storage } from '../ports/storage.ts'
import type { Engine } from './engine.ts'
import { accountMethods } from './groups/accounts.ts'
import { alertMethods } from './groups/alerts.ts'
import { deviceMethods } from './groups/devices.ts'
import { directoryMethods } from './groups/directory.ts'
import { flagMethods } from './groups/flags.ts'
import { importMethods } from './groups/imports.ts'
import { importReads } from './groups/import-reads.ts'
import { keyMethods } from './groups/keys.ts'
import { logMethods } from './groups/log.ts'
import { passReads, passWrites } from './groups/passes.ts'
import { policyMethods } from './groups/policies.ts'
import { realmMethods } from './groups/realm.ts'
import { recordMethods } from './groups/records.ts'
import { massIssueMethods } from './groups/mass-issue.ts'
import { massMembers } from './groups/mass-members.ts'
import { massPassReads } from './groups/mass-passes.ts'
import { registerPlaces } from './groups/register-places.ts'
import { registerBulk } from './groups/register-bulk.ts'
import { registerReads } from './groups/register-reads.ts'
import { registerWrites } from './groups/register-writes.ts'
import { retentionMethods } from './groups/retention.ts'
import { rosterMethods } from './groups/roster.ts'
import { serviceMethods } from './groups/service.ts'
import { sharedMethods } from './groups/shared.ts'
import { slotMethods } from './groups/slots.ts'
import { surveyRounds } from './groups/survey-rounds.ts'
import { surveyVisits } from './groups/survey-visits.ts'
import { supervisorMethods } from './groups/supervisors.ts'
import { visitorMethods } from './groups/visitors.ts'
import { volunteerMethods } from './groups/volunteers.ts'
import { workReads, workWrites } from './groups/work.ts'
import { workCardMethods } from './groups/work-cards.ts'
import { workEmployers } from './groups/work-employers.ts'
import { workNotices } from './groups/work-notices.ts'
import { workQueues } from './groups/work-queue.ts'
import { workTimers } from './groups/work-timers.ts'

/** The whole port over any engine. */
export const createStorage = (engine: Engine): Storage => ({
  ...flagMethods(engine),
  ...retentionMethods(engine),
  ...rosterMethods(engine),
  ...realmMethods(engine),
  ...accountMethods(engine),
  ...directoryMethods(engine),
  ...policyMethods(engine),
  ...keyMethods(engine),
  ...passReads(engine),
  ...passWrites(engine),
  ...deviceMethods(engine),
  ...logMethods(engine),
  ...alertMethods(engine),
  ...recordMethods(engine),
  ...slotMethods(engine),
  ...volunteerMethods(engine),
  ...supervisorMethods(engine),
  ...visitorMethods(engine),
  ...serviceMethods(engine),
  ...sharedMethods(engine),
  ...massIssueMethods(engine),
  ...massMembers(engine),
  ...massPassReads(engine),
  ...importMethods(engine),
  ...importReads(engine),
  ...registerBulk(engine),
  ...registerPlaces(engine),
  ...registerReads(engine),
  ...registerWrites(engine),
  ...surveyRounds(engine),
  ...surveyVisits(engine),
  ...workReads(engine),
  ...workWrites(engine),
  ...workQueues(engine),
  ...workCardMethods(engine),
  ...workTimers(engine),
  ...workEmployers(engine),
  ...workNotices(engine)
})
