import { Compile } from 'typebox/compile'
import { WireEntry } from '../../shared/schema/gate.ts'
import type { IsWireEntry } from '../domain/take-entries.ts'

const wireEntry = Compile(WireEntry)
export const isWireEntry: IsWireEntry = (value): value is WireEntry => wireEntry.Check(value)
