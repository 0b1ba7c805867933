import { Button } from '../../ui/components/button.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { setShortcuts, shortcutsOn } from './use-shortcuts.ts'

type Props = { keys: readonly (readonly [key: string, what: string])[] }

/** What single keys do here; not shown where there is no keyboard. */
export const ShortcutLegend = ({ keys }: Props) => (
  <div class="work-keys soft small">
    {shortcutsOn.value && (
      <ul>
        {keys.map(([key, what]) => (
          <li key={key}>
            <kbd>{key}</kbd> {what}
          </li>
        ))}
      </ul>
    )}
    <Button look="quiet" onClick={() => setShortcuts(!shortcutsOn.value)}>
      {tw(shortcutsOn.value ? 'keys.off' : 'keys.on')}
    </Button>
  </div>
)
