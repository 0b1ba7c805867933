import type { RosterClaim } from '../../../shared/roster/roster-format.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import type { Signer } from '../../ports/signer.ts'
import type { RosterPass, RosterResident } from '../../ports/roster-storage.ts'
import { openText } from '../pass-secrets.ts'
import { openPerson } from '../register/records.ts'

/** A pass and one of the things by which its holder is found. `index`: keyed hash of the claim. */
export type ClaimedPass = {
  readonly pass: RosterPass
  readonly building: string
  readonly index: string
  /** Opened only when its slow key has to be made. */
  readonly claim: () => RosterClaim | null
}

/** By the pass's document, and by telephone and name where the register knows the holder; who may not be found is not in it. */
export function claimPasses(
  signer: Pick<Signer, 'mac' | 'open'>,
  passes: readonly RosterPass[],
  residents: readonly RosterResident[]
): ClaimedPass[] {
  const byPerson = new Map(residents.map(resident => [resident.person, resident]))
  const byDocument = new Map(residents.map(resident => [resident.documentIndex, resident]))
  return passes.flatMap(pass => {
    const resident =
      (pass.person === null ? undefined : byPerson.get(pass.person)) ??
      (pass.documentIndex === null ? undefined : byDocument.get(pass.documentIndex))
    const building = resident?.building ?? ''
    return [...byNumber(signer, pass), ...byPhone(signer, resident)].map(found => ({ pass, building, ...found }))
  })
}

type Found = Pick<ClaimedPass, 'index' | 'claim'>

function byNumber(signer: Pick<Signer, 'open'>, { documentIndex, documentSealed }: RosterPass): Found[] {
  if (documentIndex === null) return []
  const claim = (): RosterClaim | null => {
    const number = openText(signer, 'document', documentSealed)
    return number === null ? null : { kind: 'document', number }
  }
  return [{ index: documentIndex, claim }]
}

function byPhone(signer: Pick<Signer, 'mac' | 'open'>, resident: RosterResident | undefined): Found[] {
  if (resident === undefined) return []
  const { phone, name } = openPerson(signer, resident.body)
  if (phone === null) return []
  const hash = Buffer.from(signer.mac('index/roster-phone', Buffer.from(`${phone}\n${plainName(name)}`)))
  return [{ index: `phone:${hash.toString('base64url').slice(0, 22)}`, claim: () => ({ kind: 'phone', number: phone, name }) }]
}
