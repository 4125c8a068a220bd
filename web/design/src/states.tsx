import { useState, type ReactNode } from 'react'
import { useAppearance, useTexts } from './appearance'
import type { Explanation } from './explanation'
import { ExplanationView } from './explanation'
import type { Said } from './texts'
import { words } from './words'

/** What an error may carry for a person; the client's problem type fits it. */
export interface ShownError {
  sentence?: Said | string | null
  reference?: string | null
  offline?: boolean
  why?: Explanation | null
}

function shown(error: unknown): ShownError {
  if (typeof error === 'object' && error !== null && ('sentence' in error || 'reference' in error || 'offline' in error)) {
    return error as ShownError
  }
  return { sentence: error instanceof Error ? error.message : null }
}

interface EmptyStateProps {
  title: ReactNode
  hint?: ReactNode
  action?: ReactNode
}

/** Empty says what to do next and offers it. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="w-state">
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <path d="M6 34h32M10 34V18l12-8 12 8v16M18 34v-9h8v9" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <p className="w-state-title">{title}</p>
      {hint && <p className="w-quiet">{hint}</p>}
      {action && <div className="w-state-action">{action}</div>}
    </div>
  )
}

interface ErrorStateProps {
  error: unknown
  onRetry?: () => void
  kept?: boolean
}

/** Error says what happened, what was kept, what to do, and its reference number. */
export function ErrorState({ error, onRetry, kept }: ErrorStateProps) {
  const { say } = useAppearance()
  const t = useTexts(words)
  const problem = shown(error)
  return (
    <div className="w-state w-state-error" role="alert">
      <p className="w-state-title">{problem.offline ? t.offline : say(problem.sentence) || t.failed}</p>
      {kept && <p className="w-quiet">{t.kept}</p>}
      {problem.why && <ExplanationView explanation={problem.why} />}
      {problem.reference && <Reference value={problem.reference} />}
      {onRetry && (
        <div className="w-state-action">
          <button type="button" className="w-button" onClick={onRetry}>
            {t.retry}
          </button>
        </div>
      )}
    </div>
  )
}

/** A reference number one can read out or copy with one click. */
export function Reference({ value }: { value: string }) {
  const t = useTexts(words)
  const [copied, setCopied] = useState(false)
  return (
    <p className="w-quiet">
      {t.reference} <code>{value}</code>{' '}
      <button
        type="button"
        className="w-link"
        onClick={() => void navigator.clipboard?.writeText(value).then(() => setCopied(true))}
      >
        {copied ? '✓' : t.copyReference}
      </button>
    </p>
  )
}

/** Rows that keep the layout still while it loads. */
export function SkeletonRows({ rows = 8, height = 40 }: { rows?: number; height?: number }) {
  const t = useTexts(words)
  return (
    <div role="status" aria-label={t.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="w-skeleton-row" style={{ height }}>
          <span className="w-skeleton" style={{ width: `${52 - ((row * 7) % 24)}%` }} />
        </div>
      ))}
    </div>
  )
}

export function SkeletonBlock({ height = 160 }: { height?: number }) {
  const t = useTexts(words)
  return <div className="w-skeleton w-skeleton-block" role="status" aria-label={t.loading} style={{ height }} />
}
