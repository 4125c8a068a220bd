import { useMutation } from '@tanstack/react-query'
import type { EarningAnswer } from '@waystation/client'
import { ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, DatePicker, Form, Input, InputNumber } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { useVenueDays } from '../../data/venue-days'
import { ruleWords } from './rule-words'

const paid = new Set(['trip.completed', 'order.paid', 'partner.purchase'])

/** One case worked out by the live engine, now or on a day ahead; nothing is written. */
export function TryCard({ programme, trigger, draft }: { programme: string; trigger: string; draft: string | null }) {
  const t = useTexts(ruleWords)
  const now = useNow()
  const days = useVenueDays()
  const [at, setAt] = useState<Dayjs | null>(null)
  const [yuan, setYuan] = useState(1000)
  const [category, setCategory] = useState('')
  const [age, setAge] = useState(30)
  const run = useMutation({
    mutationFn: () =>
      api.tryEarning({
        event: {
          programme, trigger, reference: 'try', member: null, at: at ? days.moment(at) : now, site: null, title: null, facts: null,
          lines: paid.has(trigger) ? [{ item: 'try', category, paidMinor: Math.round(yuan * 100), award: null, realName: null, refunded: null }] : [],
        },
        earner: { age, senior: age >= 60, student: false, tiers: [], segments: [] },
        draft,
      }),
  })
  return (
    <section className="w-card">
      <h2 className="card-title">{t.dry}</h2>
      <p className="w-quiet">{t.dryHint} {draft && t.withDraft}</p>
      <Form layout="vertical" onFinish={() => run.mutate()}>
        <Form.Item label={t.at}><DatePicker showTime style={{ width: '100%' }} value={at} onChange={setAt} /></Form.Item>
        <div className="rule-row">
          {paid.has(trigger) && <Form.Item label={t.amount}><InputNumber min={0} prefix="¥" style={{ width: '100%' }} value={yuan} onChange={(next) => setYuan(next ?? 0)} /></Form.Item>}
          <Form.Item label={t.age}><InputNumber min={0} max={120} style={{ width: '100%' }} value={age} onChange={(next) => setAge(next ?? 30)} /></Form.Item>
        </div>
        {paid.has(trigger) && <Form.Item label={t.category}><Input value={category} onChange={(event) => setCategory(event.target.value)} /></Form.Item>}
        <Button htmlType="submit" loading={run.isPending} disabled={!programme}>{t.run}</Button>
      </Form>
      {run.error && <ErrorState error={run.error} kept />}
      {run.data && <Tried answer={run.data} />}
    </section>
  )
}

function Tried({ answer }: { answer: EarningAnswer }) {
  const t = useTexts(ruleWords)
  const { say, formats } = useAppearance()
  return (
    <div style={{ marginTop: 12 }}>
      <p className="w-sentence">{say(answer.why.sentence)}</p>
      {answer.fired.length > 0 && <h3 className="drawer-title">{t.fired}</h3>}
      <ul className="plain-list">
        {answer.fired.map((fired) => (
          <li key={fired.rule}><span>{say(fired.name)} <span className="w-quiet">v{fired.version}</span></span><b className="num">{formats.signed(fired.points)}</b></li>
        ))}
      </ul>
      {answer.budgets.length > 0 && <h3 className="drawer-title">{t.budgets}</h3>}
      <ul className="plain-list">{answer.budgets.map((budget) => <li key={`${budget.rule} ${budget.most}`}><span>{say(budget.limit)}</span><span className="num">{formats.count(budget.possible)} / {formats.count(budget.desired)}</span></li>)}</ul>
      {answer.refused.length > 0 && <h3 className="drawer-title">{t.refused}</h3>}
      <ul className="plain-list">{answer.refused.map((refused) => <li key={`${refused.subject} ${refused.code}`}><span className="w-quiet">{say(refused.text)}</span></li>)}</ul>
    </div>
  )
}
