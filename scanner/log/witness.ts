/** Where the highest number is remembered apart from the database, to notice that the browser threw the database away. */
export type Witness = {
  remember(device: string, number: number): void
  acknowledge(device: string, number: number): void
  recall(): { readonly device: string; readonly number: number; readonly acknowledged: number } | null
  forget(): void
}

const KEY = 'checkpoint.gate.witness'

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function createWitness(storage: Kept): Witness {
  const recall: Witness['recall'] = () => {
    const text = storage.getItem(KEY)
    if (text === null) return null
    const [device = '', number, acknowledged] = text.split(' ')
    return { device, number: Number(number), acknowledged: Number(acknowledged) }
  }
  const write = (device: string, number: number, acknowledged: number): void => {
    try {
      storage.setItem(KEY, `${device} ${number} ${acknowledged}`)
    } catch {
      // Full or closed: the entry itself is on the disk, and a gate must not stop for want of the second copy.
    }
  }
  return {
    recall,
    remember(device, number) {
      const known = recall()
      write(device, number, known?.device === device ? known.acknowledged : 0)
    },
    acknowledge(device, number) {
      const known = recall()
      const [last, acknowledged] = known?.device === device ? [known.number, known.acknowledged] : [0, 0]
      write(device, Math.max(number, last), Math.max(number, acknowledged))
    },
    forget: () => storage.removeItem(KEY)
  }
}
