import { useLayoutEffect, useRef } from 'preact/hooks'

/** One line a word; a word that is wider than the phone is made narrower, never smaller: height is what is read from afar. */
export function VerdictWord({ word }: { word: string }) {
  const element = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    const room = element.current?.clientWidth ?? 0
    for (const line of element.current?.querySelectorAll('span') ?? []) {
      line.style.transform = ''
      if (line.offsetWidth > room) line.style.transform = `scaleX(${room / line.offsetWidth})`
    }
  }, [word])
  return (
    <p class="gate-verdict-word" ref={element}>
      {word.split(' ').map((line, at) => (
        <span key={`${at} ${line}`}>{line}</span>
      ))}
    </p>
  )
}
