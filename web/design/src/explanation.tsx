import { useAppearance, useTexts } from './appearance'
import type { Said } from './texts'
import { words } from './words'

export interface Reason {
  code: string
  held: boolean
  text: Said
  values?: Record<string, unknown> | null
}

export interface Explanation {
  sentence: Said
  reasons: Reason[]
}

/** The sentence first, then the trace: what was looked at, which held, with the values used. */
export function ExplanationView({ explanation }: { explanation: Explanation }) {
  const { say } = useAppearance()
  const t = useTexts(words)
  const reasons = explanation.reasons ?? []
  return (
    <div className="w-explanation">
      <p className="w-sentence">{say(explanation.sentence)}</p>
      {reasons.length === 0 ? (
        <p className="w-quiet">{t.noTrace}</p>
      ) : (
        <ul className="w-trace" aria-label={t.trace}>
          {reasons.map((reason, index) => (
            <li key={`${reason.code}-${index}`} className={reason.held ? 'is-held' : 'is-open'}>
              <span className="w-trace-mark" role="img" aria-label={reason.held ? t.held : t.notHeld}>
                {reason.held ? '✓' : '–'}
              </span>
              <span className="w-trace-text">
                {say(reason.text)}
                <TraceValues values={reason.values} said={say(reason.text)} />
              </span>
              <code className="w-trace-code">{reason.code}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Values the sentence has said already are not said again, in words only programs know. */
export function unsaid(values: Reason['values'], said: string): [string, unknown][] {
  const text = said.replace(/(\d),(?=\d{3})/g, '$1')
  return Object.entries(values ?? {}).filter(([, value]) => value !== null && value !== '' && !text.includes(plain(value)))
}

function TraceValues({ values, said }: { values: Reason['values']; said: string }) {
  const entries = unsaid(values, said)
  if (entries.length === 0) return null
  return (
    <span className="w-trace-values">
      {entries.map(([key, value]) => (
        <span key={key}>
          {key} <b>{plain(value)}</b>
        </span>
      ))}
    </span>
  )
}

function plain(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
