import type { DeviceHealth, QuarantinedEntry } from '../../shared/schema/device-health.ts'
import type { CarriedAnswer, CarriedBody } from '../../shared/schema/gate.ts'
import { type Answer, newIdempotencyKey } from '../../ui/api/client.ts'
import { call } from './call.ts'

export const readHealth = (): Promise<Answer<DeviceHealth[]>> => call('GET', '/api/v1/devices/health')
export const readQuarantine = (id: string): Promise<Answer<QuarantinedEntry[]>> => call('GET', `/api/v1/devices/${id}/quarantine`)
export const deliverCarried = (body: CarriedBody): Promise<Answer<CarriedAnswer>> =>
  call('POST', '/api/v1/entries/carried', { body, idempotencyKey: newIdempotencyKey() })
