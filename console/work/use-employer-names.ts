import { useEffect, useState } from 'preact/hooks'
import type { Option } from '../../ui/components/select.tsx'
import { listEmployers } from '../api/work.ts'

/** A subdistrict has some hundred; beyond these the employer's own page leads to its applications. */
const PAGES = 5
const PAGE_SIZE = 200

/** Employers as choices; an empty list while they are not known. */
export function useEmployerNames(): Option[] {
  const [names, setNames] = useState<Option[]>([])
  useEffect(() => {
    let isGone = false
    void readNames().then(read => {
      if (!isGone) setNames(read)
    })
    return () => {
      isGone = true
    }
  }, [])
  return names
}

async function readNames(): Promise<Option[]> {
  const names: Option[] = []
  let cursor: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const answer: Awaited<ReturnType<typeof listEmployers>> = await listEmployers({ cursor, limit: PAGE_SIZE })
    if (!answer.ok) break
    names.push(...answer.value.items.map(({ id, name }) => ({ value: id, label: name })))
    cursor = answer.value.next
    if (cursor === null) break
  }
  return names.sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'))
}
