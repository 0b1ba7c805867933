import { useEffect, useState } from 'preact/hooks'
import type { Option } from '../../ui/components/select.tsx'
import { listEmployers } from '../api/work.ts'
import { readPages } from '../state/read-pages.ts'

/** A subdistrict has some hundred; beyond these the employer's own page leads to its applications. */
const MOST = 1_000
const PAGE_SIZE = 200

/** Employers as choices; an empty list while they are not known. */
export function useEmployerNames(): Option[] {
  const [names, setNames] = useState<Option[]>([])
  useEffect(() => {
    let isGone = false
    void readPages(cursor => listEmployers({ cursor, limit: PAGE_SIZE }), MOST).then(answer => {
      if (answer.ok && !isGone) setNames(answer.value.items.map(({ id, name }) => ({ value: id, label: name })).sort(byName))
    })
    return () => {
      isGone = true
    }
  }, [])
  return names
}

const byName = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'zh-CN')
