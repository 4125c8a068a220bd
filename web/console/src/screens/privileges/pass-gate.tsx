import { useQuery } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Select } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  { site: '年卡入园场所', opens: '请进', refused: '不能进', holder: (name: string) => `持卡人 ${name}，请核对本人`, nth: (n: string) => `今日第 ${n} 次` },
  { site: 'Site for annual passes', opens: 'Admit', refused: 'Refuse', holder: (name: string) => `For ${name}: check the person`, nth: (n: string) => `Entry ${n} of today` },
)

/** What a gate does with the code of an annual pass. Each scan is one use, sent again as the same. */
export function usePassGate(after: () => void) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const sites = useQuery({ queryKey: ['pass-sites'], queryFn: api.passSites, staleTime: 600_000 })
  const [chosen, setChosen] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Shapes['passes.UseAnswer'] | null>(null)
  const site = chosen ?? sites.data?.[0]?.code ?? ''
  const use = useAction(
    (scan: { token: string; site: string }, key) => api.usePasses([{ ...scan, reference: key }], key),
    (answers) => {
      setAnswer(answers[0] ?? null)
      after()
    },
  )
  return {
    answer,
    error: use.error,
    pending: use.isPending,
    isPass: (code: string) => code.startsWith('WP1.'),
    use: (token: string) => use.mutate({ token, site }),
    clear: () => {
      setAnswer(null)
      use.reset()
    },
    sites: (sites.data ?? []).length > 0 && (
      <label>
        <span className="w-quiet">{t.site}</span>
        <Select value={site} onChange={setChosen} options={(sites.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} aria-label={t.site} style={{ width: '100%' }} />
      </label>
    ),
  }
}

export function PassDecision({ gate }: { gate: ReturnType<typeof usePassGate> }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  if (gate.error) return <ErrorState error={gate.error} />
  if (!gate.answer) return null
  const { opens, sentence, holder, nth, code } = gate.answer
  return (
    <div className={`gate-decision ${opens ? 'is-admit' : 'is-refuse'}`} role="status" aria-live="assertive">
      <div className="gate-word">
        <span aria-hidden="true">{opens ? '✓' : '✕'}</span> {opens ? t.opens : t.refused}
      </div>
      <p className="gate-sentence">{say(sentence)}</p>
      {opens && (
        <p className="num">
          {holder ? `${t.holder(holder)}   ` : ''}
          {t.nth(formats.count(nth))}
        </p>
      )}
      {code && <small>{code}</small>}
    </div>
  )
}
