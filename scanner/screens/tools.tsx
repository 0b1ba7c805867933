import { type TOOL_WORDS, tt } from '../../ui/i18n/tools.ts'
import { openPanel, type PanelName } from '../state/panel.ts'
import type { ScanCamera } from '../state/scan-camera.ts'
import type { TorchGuide } from '../state/torch-guide.ts'
import type { VerdictFlow } from '../state/verdict-flow.ts'
import { ToolIcon, type ToolIconName } from './tool-icon.tsx'

type Tool = { readonly panel: PanelName; readonly label: keyof typeof TOOL_WORDS; readonly icon: ToolIconName }

/** What the volunteer can do beside scanning, one line a panel, in the order of the thumb's way. */
export const TOOLS: readonly Tool[] = [
  { panel: 'vehicle', label: 'tool.vehicle', icon: 'vehicle' },
  { panel: 'visitor', label: 'tool.visitor', icon: 'people' },
  { panel: 'temperature', label: 'tool.temperature', icon: 'thermometer' },
  { panel: 'roster', label: 'tool.nocode', icon: 'nocode' },
  { panel: 'menu', label: 'tool.menu', icon: 'menu' }
]

type Props = { readonly camera: ScanCamera; readonly flow: VerdictFlow; readonly guide: TorchGuide }

/** Large keys at the bottom of the scan screen: light, picture, and every panel. */
export const Tools = ({ camera, flow, guide }: Props) => (
  <nav class="gate-tools">
    <Light camera={camera} guide={guide} />
    <Picture camera={camera} flow={flow} />
    {TOOLS.map(({ panel, label, icon }) => (
      <button key={panel} type="button" class="gate-tool" onClick={() => openPanel(panel)} {...{ [`data-${panel}`]: true }}>
        <ToolIcon name={icon} />
        {tt(label)}
      </button>
    ))}
  </nav>
)

function Light({ camera, guide }: Pick<Props, 'camera' | 'guide'>) {
  if (!camera.hasTorch.value) return null
  const toggle = (): void => {
    guide.switchedByHand()
    void camera.setTorch(!camera.isTorchOn.value)
  }
  return (
    <button
      type="button"
      class="gate-tool"
      aria-pressed={camera.isTorchOn.value}
      onClick={toggle}
      data-suggested={guide.isSuggested.value}
    >
      <ToolIcon name="light" />
      {tt('tool.light')}
    </button>
  )
}

function Picture({ camera, flow }: Pick<Props, 'camera' | 'flow'>) {
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const text = await camera.readFile(file)
    if (text === null) flow.foundNothing()
    else await flow.take(text, 'file')
  }
  return (
    <label class="gate-tool">
      <ToolIcon name="picture" />
      {tt('tool.picture')}
      <input
        type="file"
        accept="image/*"
        class="gate-file"
        onChange={event => {
          void takeFile(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
