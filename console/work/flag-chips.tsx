import type { WorkFlag } from '../../shared/work/words.ts'
import { tw } from '../../ui/i18n/work-console.ts'

/** `none`: said where there are none. */
export const FlagChips = ({ flags, none = null }: { flags: readonly WorkFlag[]; none?: string | null }) => {
  if (flags.length === 0) return none === null ? null : <span class="soft">{none}</span>
  return (
    <ul class="work-flags">
      {flags.map(flag => (
        <li key={flag} class="work-flag" title={tw(`flagHelp.${flag}`)}>
          <span aria-hidden="true">⚑</span> {tw(`flag.${flag}`)}
        </li>
      ))}
    </ul>
  )
}

/** Each flag with what it points at. */
export const FlagList = ({ flags }: { flags: readonly WorkFlag[] }) => (
  <section class={`panel stack work-flag-panel ${flags.length > 0 ? 'work-flagged' : ''}`}>
    <h2>{tw('detail.flags')}</h2>
    {flags.length === 0 ? (
      <p>{tw('detail.noFlags')}</p>
    ) : (
      <dl class="work-flag-list">
        {flags.map(flag => (
          <div key={flag} data-flag={flag}>
            <dt>
              <span aria-hidden="true">⚑</span> {tw(`flag.${flag}`)}
            </dt>
            <dd>{tw(`flagHelp.${flag}`)}</dd>
          </div>
        ))}
      </dl>
    )}
    <p class="soft small">{tw('detail.flagsHelp')}</p>
  </section>
)
