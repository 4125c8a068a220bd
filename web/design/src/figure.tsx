import type { ReactNode } from 'react'
import { useFormats, useTexts } from './appearance'
import type { MoneyValue } from './format'
import { words } from './words'

interface FigureProps {
  label: ReactNode
  value: ReactNode
  unit?: ReactNode
  exact?: string
  note?: ReactNode
  tone?: 'good' | 'attention' | 'stop'
  why?: ReactNode
  children?: ReactNode
}

/** One figure with its unit, its time or note, and a way to its reason or rows. */
export function Figure({ label, value, unit, exact, note, tone, why, children }: FigureProps) {
  return (
    <div className="w-card w-figure">
      <div className="w-figure-label">
        <span>{label}</span>
        {why}
      </div>
      <div className="w-figure-value num" title={exact}>
        {value}
        {unit && <span className="w-figure-unit">{unit}</span>}
      </div>
      {note && <div className={`w-figure-note${tone ? ` is-${tone}` : ''}`}>{note}</div>}
      {children}
    </div>
  )
}

export function Sparkline({ values, name }: { values: number[]; name: string }) {
  if (values.length < 2) return null
  const top = Math.max(...values, 1)
  const width = 100
  const step = width / values.length
  return (
    <svg className="w-spark" viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" role="img" aria-label={name}>
      {values.map((value, index) => {
        const height = Math.max((value / top) * 24, 1)
        return (
          <rect
            key={index}
            x={index * step}
            y={24 - height}
            width={step * 0.72}
            height={height}
            className={index === values.length - 1 ? 'is-now' : undefined}
          />
        )
      })}
    </svg>
  )
}

export function MoneyText({ value }: { value: MoneyValue | null | undefined }) {
  return <span className="num">{useFormats().money(value)}</span>
}

export function PointsText({ value, signed }: { value: number; signed?: boolean }) {
  const formats = useFormats()
  return <span className="num">{signed && value > 0 ? `+${formats.points(value)}` : formats.points(value)}</span>
}

export function DateTimeText({ at }: { at: string | null | undefined }) {
  const formats = useFormats()
  return at ? (
    <time className="num" dateTime={at} title={at}>
      {formats.dateTime(at)}
    </time>
  ) : (
    <span>—</span>
  )
}

export function AsOf({ at }: { at: string }) {
  const formats = useFormats()
  return <small className="w-quiet num">{useTexts(words).asOf(formats.clock(at))}</small>
}

export type Tone = 'plain' | 'indigo' | 'good' | 'attention' | 'stop'

/** A status: a tint, a shape and its word, so that colour never speaks alone. */
export function Mark({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`w-mark is-${tone}`}>
      {tone !== 'plain' && tone !== 'indigo' && (
        <i aria-hidden="true">{tone === 'good' ? '✓' : tone === 'stop' ? '✕' : '!'}</i>
      )}
      {children}
    </span>
  )
}
