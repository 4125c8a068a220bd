import { useQuery } from '@tanstack/react-query'
import { dictionary, ErrorState, Mark, useAppearance, useTexts } from '@waystation/design'
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { useVenueDays, type VenueDays } from '../../data/venue-days'
import { Page } from '../../shell/page'
import { hundredths, sumOfOdds } from './odds'

const texts = dictionary(
  {
    title: '新建抽奖', purpose: '概率会公示给会员，开放后不能再改；结果由事先封存的种子决定，结束后任何人都能核对。', open: '开放', what: '抽奖', zh: '中文名称', en: '英文名称', cost: '每次花多少积分（0 为免费）', perDay: '每人每天几次', runs: '开放时间', prizes: '奖项', prizesHint: '概率合计必须正好 100%。最后一个奖项不限量：别的奖项发完时由它补上，公示的概率不变。',
    prize: (n: number) => `奖项 ${n}`, odds: '概率', kind: '给什么', kinds: { points: '积分', benefit: '权益', none: '无（谢谢参与）' }, points: '几分', benefit: '权益', days: '几天内有效', stock: '库存', endless: '不限', last: '兜底奖项', add: '加一个奖项', remove: '去掉', rest: (n: string) => `把剩下的 ${n} 给最后一个`, right: '合计 100%', missing: (sum: string, n: string) => `合计 ${sum}，还差 ${n}`, over: (sum: string, n: string) => `合计 ${sum}，多了 ${n}`, fill: '请填写', sumFirst: '概率合计不是 100%，先调整再开放。',
    expected: '平均每次送出', expectedNote: (points: string, cost: string) => `${points}，会员付 ${cost}`, seen: '会员看到的概率',
  },
  {
    title: 'New draw', purpose: 'Members see the odds, and they cannot change once it is open; results follow from a seed sealed before, for anybody to check at the end.', open: 'Open it', what: 'The draw', zh: 'Name in Chinese', en: 'Name in English', cost: 'Points for a spin (0: free)', perDay: 'Spins a day for each', runs: 'Open', prizes: 'Prizes', prizesHint: 'The odds must come to exactly 100%. The last prize has no limit: it stands in for those that run out, so the stated odds hold.',
    prize: (n: number) => `Prize ${n}`, odds: 'Odds', kind: 'Gives', kinds: { points: 'points', benefit: 'a benefit', none: 'nothing (thanks)' }, points: 'Points', benefit: 'Benefit', days: 'Days to use it', stock: 'Stock', endless: 'no limit', last: 'stands in for the others', add: 'Add a prize', remove: 'Remove', rest: (n: string) => `Give the remaining ${n} to the last`, right: '100% in all', missing: (sum: string, n: string) => `${sum} in all, ${n} missing`, over: (sum: string, n: string) => `${sum} in all, ${n} too much`, fill: 'Fill this in', sumFirst: 'The odds do not come to 100%. Adjust them first.',
    expected: 'A spin gives on average', expectedNote: (points: string, cost: string) => `${points}; the member pays ${cost}`, seen: 'Odds as members see them',
  },
)

type Kind = 'points' | 'benefit' | 'none'
interface PrizeRow { zh: string; en: string; odds: number; kind: Kind; points?: number; benefit?: string; days?: number; stock?: number | null }
interface Values { zh: string; en: string; cost: number; perDay: number; runs: [Dayjs, Dayjs]; prizes: PrizeRow[] }

const MOST = 12
const DAYS = 30

export default function NewDraw() {
  const t = useTexts(texts)
  const { say, language } = useAppearance()
  const go = useNavigate()
  const clocks = useVenueDays()
  const now = clocks.shown(useNow())
  const [form] = Form.useForm<Values>()
  const values = Form.useWatch<Partial<Values>>([], form) ?? {}
  const rows = values.prizes ?? []
  const { missing } = sumOfOdds(rows.map((one) => one?.odds))
  const benefits = useQuery({ queryKey: ['pack-benefits'], queryFn: api.packBenefits, staleTime: 600_000 })
  const save = useAction((draft: Values, key) => api.openDraw(body(draft, clocks), key), () => void go('/games'))
  const required = [{ required: true, message: t.fill }]
  const start: Partial<Values> = { cost: 0, perDay: 1, runs: [now, now.add(30, 'day')], prizes: [{ zh: '100 积分', en: '100 points', odds: 10, kind: 'points', points: 100, stock: 500 }, { zh: '谢谢参与', en: 'Thank you', odds: 90, kind: 'none' }] }
  const giveRest = () => form.setFieldValue(['prizes', rows.length - 1, 'odds'], (hundredths(rows.at(-1)?.odds) + missing) / 100)
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<Button type="primary" disabled={missing !== 0} title={missing !== 0 ? t.sumFirst : undefined} loading={save.isPending} onClick={() => form.submit()}>{t.open}</Button>}>
      <div className="columns">
        <Form<Values> form={form} layout="vertical" requiredMark={false} className="stack" initialValues={start} onFinish={(draft) => missing === 0 && save.mutate(draft)}>
          {save.error && <ErrorState error={save.error} kept />}
          <section className="w-card">
            <h2 className="card-title">{t.what}</h2>
            <div className="coupon-form even-fields">
              <Form.Item name="zh" label={t.zh} rules={required}><Input maxLength={40} autoFocus /></Form.Item>
              <Form.Item name="en" label={t.en} rules={required}><Input maxLength={60} /></Form.Item>
              <Form.Item name="cost" label={t.cost} rules={required}><InputNumber min={0} precision={0} style={{ width: '100%' }} /></Form.Item>
              <Form.Item name="perDay" label={t.perDay} rules={required}><InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} /></Form.Item>
              <Form.Item name="runs" label={t.runs} rules={required} className="whole-row"><DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} /></Form.Item>
            </div>
          </section>
          <section className="w-card">
            <h2 className="card-title">{t.prizes} <SumMark missing={missing} /></h2>
            <p className="w-quiet">{t.prizesHint}</p>
            <Form.List name="prizes">
              {(fields, { add, remove }) => (
                <>
                  {fields.map((field, at) => (
                    <Prize key={field.key} name={field.name} at={at} last={at === fields.length - 1} kind={rows[at]?.kind ?? 'none'} benefits={(benefits.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} onRemove={fields.length > 2 ? () => remove(field.name) : undefined} />
                  ))}
                  <div className="chips">
                    {fields.length < MOST && <Button onClick={() => add({ zh: '', en: '', odds: 0, kind: 'points', points: 10, stock: 100 }, fields.length - 1)}>{t.add}</Button>}
                    {missing > 0 && <Button type="text" onClick={giveRest}>{t.rest(percent(missing))}</Button>}
                  </div>
                </>
              )}
            </Form.List>
          </section>
        </Form>
        <Preview rows={rows} missing={missing} cost={values.cost ?? 0} name={(language === 'zh' ? values.zh : values.en) ?? ''} />
      </div>
    </Page>
  )
}

const percent = (part: number) => `${(part / 100).toFixed(2).replace(/\.?0+$/, '')}%`

function SumMark({ missing }: { missing: number }) {
  const t = useTexts(texts)
  const sum = percent(10_000 - missing)
  return <span aria-live="polite"><Mark tone={missing === 0 ? 'good' : 'stop'}>{missing === 0 ? t.right : missing > 0 ? t.missing(sum, percent(missing)) : t.over(sum, percent(-missing))}</Mark></span>
}

function Prize({ name, at, last, kind, benefits, onRemove }: { name: number; at: number; last: boolean; kind: Kind; benefits: { value: string; label: string }[]; onRemove: (() => void) | undefined }) {
  const t = useTexts(texts)
  const required = [{ required: true, message: t.fill }]
  return (
    <fieldset className="arm">
      <legend>{t.prize(at + 1)} {last && <small className="w-quiet">{t.last}</small>}</legend>
      <div className="coupon-form even-fields">
        <Form.Item name={[name, 'zh']} label={t.zh} rules={required}><Input maxLength={30} /></Form.Item>
        <Form.Item name={[name, 'en']} label={t.en} rules={required}><Input maxLength={40} /></Form.Item>
        <Form.Item name={[name, 'odds']} label={t.odds} rules={required}><InputNumber min={0.01} max={100} precision={2} suffix="%" style={{ width: '100%' }} /></Form.Item>
        <Form.Item name={[name, 'kind']} label={t.kind} rules={required}><Select options={(['points', 'benefit', 'none'] as const).map((value) => ({ value, label: t.kinds[value] }))} /></Form.Item>
        {kind === 'points' && <Form.Item name={[name, 'points']} label={t.points} rules={required}><InputNumber min={1} precision={0} style={{ width: '100%' }} /></Form.Item>}
        {kind === 'benefit' && <Form.Item name={[name, 'benefit']} label={t.benefit} rules={required}><Select options={benefits} /></Form.Item>}
        {kind !== 'none' && <Form.Item name={[name, 'days']} label={t.days} initialValue={DAYS} rules={required}><InputNumber min={1} max={3_650} precision={0} style={{ width: '100%' }} /></Form.Item>}
        {!last && <Form.Item name={[name, 'stock']} label={t.stock}><InputNumber min={1} precision={0} placeholder={t.endless} style={{ width: '100%' }} /></Form.Item>}
      </div>
      {onRemove && <Button size="small" type="text" onClick={onRemove}>{t.remove}</Button>}
    </fieldset>
  )
}

/** What members are told, and what a spin costs the house on average. */
function Preview({ rows, missing, cost, name }: { rows: (PrizeRow | undefined)[]; missing: number; cost: number; name: string }) {
  const t = useTexts(texts)
  const { formats, language } = useAppearance()
  const average = rows.reduce((all, one) => all + (one?.kind === 'points' ? (hundredths(one.odds) * (one.points ?? 0)) / 10_000 : 0), 0)
  return (
    <aside className="stack trial">
      <section className="w-card">
        <h2 className="card-title">{t.seen}</h2>
        <p className="long-name"><b>{name || '—'}</b></p>
        <ul className="plain-list">
          {rows.map((one, at) => (
            <li key={at}><span className="long-name">{(language === 'zh' ? one?.zh : one?.en) || t.prize(at + 1)}</span><b className="num">{percent(hundredths(one?.odds))}</b></li>
          ))}
        </ul>
        <SumMark missing={missing} />
      </section>
      <section className="w-card">
        <h2 className="card-title">{t.expected}</h2>
        <p className="num">{t.expectedNote(formats.points(Math.round(average * 100) / 100), formats.points(cost))}</p>
      </section>
    </aside>
  )
}

function body(draft: Values, clocks: VenueDays) {
  return {
    name: { zh: draft.zh, en: draft.en },
    costPoints: draft.cost,
    perDay: draft.perDay,
    opens: clocks.moment(draft.runs[0]),
    closes: clocks.moment(draft.runs[1]),
    prizes: draft.prizes.map((one, at) => ({ name: { zh: one.zh, en: one.en }, weight: hundredths(one.odds), points: one.kind === 'points' ? (one.points ?? 0) : 0, benefit: one.kind === 'benefit' ? (one.benefit ?? null) : null, validDays: one.days ?? DAYS, stock: at === draft.prizes.length - 1 ? null : (one.stock ?? null) })),
  }
}
