import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, DatePicker, Form, Input, InputNumber, Select, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '新建年卡', purpose: '从哪天起算、能进哪里、每天几次、闭园怎么办。上架后会员即可购买，已售出的卡按购买时的规则。', save: '上架', parts: { what: '叫什么、多少钱', term: '什么时候有效', entry: '能进哪里', care: '特殊情况' }, zh: '中文名称', en: '英文名称', code: '商品代码', codeHint: '大写字母、数字和连字符', price: '售价（元）', points: '每元抵几分（0 为不收积分）', starts: '从哪天起算', startKinds: { now: '付款当天', next_day: '付款次日', first_use: '首次使用', fixed: '固定日' }, fixed: '固定的第一天', months: '有效几个月', renew: '到期前几天可续', grace: '到期后几天内续仍接上', sites: '可入园', uses: '每天每园几次', gap: '两次间隔（分钟）', blackouts: '不可用日', blackoutsHint: '选一天加一天，最多 366 天', addDay: '加入', transferable: '可转让给别人', extends: '闭园时自动顺延', replacement: '补卡费（元）', fill: '请填写',
    seen: '会员看到的规则', say: { months: (n: number) => `有效 ${n} 个月`, from: (kind: string) => `${kind}起算`, uses: (n: number) => `每天每园 ${n} 次`, gap: (n: number) => `两次间隔 ${n} 分钟`, blackout: (n: number) => `${n} 天不可用`, extends: '闭园自动顺延', bound: '仅限本人', free: '可转让', renew: (n: number) => `到期前 ${n} 天起可续，从原到期日接上` },
  },
  {
    title: 'New annual pass', purpose: 'When its days run, where it opens, how often a day, what a closure does. Members can buy it at once; passes sold keep the rules they were bought by.', save: 'Put on sale', parts: { what: 'Name and price', term: 'When it is valid', entry: 'Where it opens', care: 'Special cases' }, zh: 'Name in Chinese', en: 'Name in English', code: 'Code', codeHint: 'Capital letters, digits and hyphens', price: 'Price (yuan)', points: 'Points for a yuan (0: none taken)', starts: 'Its days run from', startKinds: { now: 'the payment', next_day: 'the day after', first_use: 'the first use', fixed: 'a fixed day' }, fixed: 'The fixed first day', months: 'Months', renew: 'Renewable so many days before', grace: 'Days after the end that still join', sites: 'Opens', uses: 'Uses a day at each site', gap: 'Minutes between two uses', blackouts: 'Not valid on', blackoutsHint: 'Add day by day, 366 at most', addDay: 'Add', transferable: 'Can go to somebody else', extends: 'A closure gives days back', replacement: 'Replacement fee (yuan)', fill: 'Fill this in',
    seen: 'The rules as members see them', say: { months: (n: number) => `Valid for ${n} months`, from: (kind: string) => `from ${kind}`, uses: (n: number) => `${n} a day at each site`, gap: (n: number) => `${n} minutes between two uses`, blackout: (n: number) => `not valid on ${n} days`, extends: 'a closure gives days back', bound: 'for its holder only', free: 'can be passed on', renew: (n: number) => `renewable ${n} days before its end, joining it` },
  },
)

type Start = 'now' | 'next_day' | 'first_use' | 'fixed'
interface Values { zh: string; en: string; code: string; price: number; points: number; activation: Start; fixedFrom?: Dayjs; months: number; renewDays: number; graceDays: number; sites: string[]; usesPerDay: number; gapMinutes: number; blackouts: string[]; transferable: boolean; extendsOnClosure: boolean; replacement: number }

export default function NewPass() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const go = useNavigate()
  const queries = useQueryClient()
  const today = dayjs(useNow())
  const [form] = Form.useForm<Values>()
  const start: Partial<Values> = { price: 300, points: 0, activation: 'next_day', months: 12, renewDays: 30, graceDays: 7, sites: [], usesPerDay: 1, gapMinutes: 0, blackouts: [], transferable: false, extendsOnClosure: true, replacement: 20 }
  const now = { ...start, ...(Form.useWatch<Partial<Values>>([], form) ?? {}) }
  const sites = useQuery({ queryKey: ['pass-sites'], queryFn: api.passSites, staleTime: 600_000 })
  const save = useAction(
    (draft: Values, key) => api.addPassProduct(body(draft), key),
    () => {
      void queries.invalidateQueries({ queryKey: ['pass-products'] })
      void go('/passes')
    },
  )
  const required = [{ required: true, message: t.fill }]
  const number = (name: keyof Values & string, label: string, min: number, max?: number, precision = 0) => <Form.Item name={name} label={label} rules={required}><InputNumber min={min} max={max} precision={precision} style={{ width: '100%' }} /></Form.Item>
  const days = (now.blackouts ?? []).toSorted()
  const addDay = (day: Dayjs | null) => day && form.setFieldValue('blackouts', [...new Set([...days, day.format('YYYY-MM-DD')])].slice(0, 366))
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{t.save}</Button>}>
      <div className="columns">
        <Form<Values> form={form} layout="vertical" requiredMark={false} className="stack" initialValues={start} onFinish={(draft) => save.mutate(draft)}>
          {save.error && <ErrorState error={save.error} kept />}
          <Part title={t.parts.what}>
            <Form.Item name="zh" label={t.zh} rules={required}><Input maxLength={40} autoFocus /></Form.Item>
            <Form.Item name="en" label={t.en} rules={required}><Input maxLength={60} /></Form.Item>
            <Form.Item name="code" label={t.code} rules={[...required, { pattern: /^[A-Z0-9-]{2,40}$/, message: t.codeHint }]}><Input maxLength={40} placeholder="PARK-YEAR" /></Form.Item>
            {number('price', t.price, 0.01, undefined, 2)}
            {number('points', t.points, 0)}
          </Part>
          <Part title={t.parts.term}>
            <Form.Item name="activation" label={t.starts} rules={required}><Select options={(['now', 'next_day', 'first_use', 'fixed'] as const).map((value) => ({ value, label: t.startKinds[value] }))} /></Form.Item>
            {now.activation === 'fixed' && <Form.Item name="fixedFrom" label={t.fixed} rules={required}><DatePicker minDate={today} style={{ width: '100%' }} /></Form.Item>}
            {number('months', t.months, 1, 60)}
            {number('renewDays', t.renew, 0)}
            {number('graceDays', t.grace, 0)}
          </Part>
          <Part title={t.parts.entry}>
            <Form.Item name="sites" label={t.sites} rules={[{ required: true, type: 'array', min: 1, message: t.fill }]} className="whole-row"><Select mode="multiple" options={(sites.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} /></Form.Item>
            {number('usesPerDay', t.uses, 1, 99)}
            {number('gapMinutes', t.gap, 0, 1_439)}
            <Form.Item label={t.blackouts} extra={t.blackoutsHint} className="whole-row"><DatePicker value={null} aria-label={t.blackouts} placeholder={t.addDay} onChange={addDay} /></Form.Item>
            <Form.Item name="blackouts" className="whole-row" hidden={days.length === 0}><Select mode="multiple" open={false} suffixIcon={null} aria-label={t.blackouts} /></Form.Item>
          </Part>
          <Part title={t.parts.care}>
            <Form.Item name="extendsOnClosure" label={t.extends} valuePropName="checked"><Switch /></Form.Item>
            <Form.Item name="transferable" label={t.transferable} valuePropName="checked"><Switch /></Form.Item>
            {number('replacement', t.replacement, 0, undefined, 2)}
          </Part>
        </Form>
        <Preview now={now} sites={(now.sites ?? []).map((code) => say(sites.data?.find((one) => one.code === code)?.name) || code)} />
      </div>
    </Page>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="w-card">
      <h2 className="card-title">{title}</h2>
      <div className="coupon-form even-fields">{children}</div>
    </section>
  )
}

function Preview({ now, sites }: { now: Partial<Values>; sites: string[] }) {
  const t = useTexts(texts)
  const { formats, language } = useAppearance()
  const lines = [t.say.months(now.months ?? 0), t.say.from(t.startKinds[now.activation ?? 'next_day']), t.say.uses(now.usesPerDay ?? 0), now.gapMinutes ? t.say.gap(now.gapMinutes) : '', now.blackouts?.length ? t.say.blackout(now.blackouts.length) : '', now.extendsOnClosure ? t.say.extends : '', now.transferable ? t.say.free : t.say.bound, now.renewDays ? t.say.renew(now.renewDays) : '']
  return (
    <aside className="stack trial">
      <section className="w-card">
        <h2 className="card-title">{t.seen}</h2>
        <div className="ticket-look">
          <b className="ticket-offer">{formats.money({ minor: Math.round((now.price ?? 0) * 100), currency: 'CNY' })}</b>
          <span className="long-name">{(language === 'zh' ? now.zh : now.en) || '—'}</span>
          <span className="w-quiet">{formats.list(sites) || '—'}</span>
        </div>
        <ul className="plain-list">{lines.filter(Boolean).map((line) => <li key={line}>{line}</li>)}</ul>
      </section>
    </aside>
  )
}

function body(draft: Values) {
  return {
    code: draft.code,
    name: { zh: draft.zh, en: draft.en },
    priceMinor: Math.round(draft.price * 100),
    pointsPerYuan: draft.points,
    activation: draft.activation,
    fixedFrom: draft.activation === 'fixed' ? (draft.fixedFrom?.format('YYYY-MM-DD') ?? null) : null,
    months: draft.months,
    renewDays: draft.renewDays,
    graceDays: draft.graceDays,
    sites: draft.sites,
    usesPerDay: draft.usesPerDay,
    gapMinutes: draft.gapMinutes,
    blackouts: draft.blackouts ?? [],
    transferable: draft.transferable,
    extendsOnClosure: draft.extendsOnClosure,
    replacementMinor: Math.round(draft.replacement * 100),
  }
}
