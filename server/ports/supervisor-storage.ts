/** Which duty passes may override verdicts. */
export interface SupervisorStorage {
  /** `endsAt`: when the pass ends, epoch seconds. Doing it again changes nothing. */
  grantSupervisors(rights: readonly { serial: number; endsAt: number }[]): Promise<void>
  isSupervisor(serial: number): Promise<boolean>
  /** Serials whose pass ends after `endsAfter` (epoch seconds), in order. */
  supervisors(endsAfter: number): Promise<number[]>
}
