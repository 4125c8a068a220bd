import type { ReactNode } from 'react'
import { useAppearance } from './appearance'
import type { Said } from './texts'

export interface WaterfallStep {
  code: string
  label: Said | string
  /** People left at this step for the first and last, people lost (negative or positive) between. */
  count: number
}

export interface WaterfallBar extends WaterfallStep {
  kind: 'total' | 'loss'
  from: number
  to: number
}

/** Turns steps into bars: the first and last stand on zero, each cause hangs where it takes people away. */
export function waterfallBars(steps: readonly WaterfallStep[]): WaterfallBar[] {
  const total = steps[0]?.count ?? 0
  let left = total
  return steps.map((step, index) => {
    if (index === 0 || index === steps.length - 1) {
      return { ...step, kind: 'total', from: 0, to: step.count }
    }
    const lost = Math.abs(step.count)
    const bar: WaterfallBar = { ...step, kind: 'loss', from: Math.max(left - lost, 0), to: left }
    left -= lost
    return bar
  })
}

interface WaterfallProps {
  steps: readonly WaterfallStep[]
  onOpen?: (code: string) => void
  note?: ReactNode
}

export function Waterfall({ steps, onOpen, note }: WaterfallProps) {
  const { say, formats } = useAppearance()
  const bars = waterfallBars(steps)
  const whole = Math.max(bars[0]?.to ?? 0, 1)
  return (
    <div className="w-waterfall">
      {bars.map((bar, index) => {
        const last = index === bars.length - 1
        const text = bar.kind === 'total' ? formats.count(bar.count) : formats.signed(-Math.abs(bar.count))
        const row = (
          <>
            <span className="w-waterfall-label">{say(bar.label)}</span>
            <span className="w-waterfall-track">
              <span
                className={`w-waterfall-bar is-${bar.kind === 'loss' ? `loss-${Math.min(index, 4)}` : last ? 'end' : 'start'}`}
                style={{ left: `${(bar.from / whole) * 100}%`, width: `${Math.max(((bar.to - bar.from) / whole) * 100, bar.count === 0 ? 0 : 0.8)}%` }}
              />
            </span>
            <span className="w-waterfall-count num">{text}</span>
          </>
        )
        return onOpen ? (
          <button type="button" key={bar.code} className={`w-waterfall-row${last ? ' is-last' : ''}`} onClick={() => onOpen(bar.code)}>
            {row}
          </button>
        ) : (
          <div key={bar.code} className={`w-waterfall-row${last ? ' is-last' : ''}`}>
            {row}
          </div>
        )
      })}
      {note && <p className="w-quiet">{note}</p>}
    </div>
  )
}
