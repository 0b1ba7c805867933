import { Select } from '../../../ui/components/select.tsx'
import { ts } from '../../../ui/i18n/shifts.ts'
import { known, siteName } from '../../state/directory.ts'

const siteOptions = () => (known()?.sites ?? []).map(({ number }) => ({ value: String(number), label: siteName(number) }))
export const firstSite = (): string => siteOptions()[0]?.value ?? ''

type Props = { value: string; onValue: (site: string) => void; any?: boolean }

export const SiteChoice = ({ value, onValue, any = false }: Props) => (
  <Select
    label={ts('shifts.site')}
    value={value}
    options={[...(any ? [{ value: '', label: ts('shifts.anySite') }] : []), ...siteOptions()]}
    onValue={onValue}
  />
)
