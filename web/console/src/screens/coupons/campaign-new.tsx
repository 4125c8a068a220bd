import { useQuery } from '@tanstack/react-query'
import type { Said } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { AutoComplete, Button, DatePicker, Form, Input, InputNumber, Segmented, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useVenueDays, type VenueDays } from '../../data/venue-days'
import { Page } from '../../shell/page'
import { CampaignTrialPanel } from './campaign-trial'
import { couponWords, minor } from './words'

const texts = dictionary(
  {
    title: '新建券活动', purpose: '右边随时看到会员看到什么、实付多少、最多花多少。先存为草稿，在活动页发布。', parts: { name: '叫什么', worth: '减多少', who: '谁能拿', when: '多久、多少次' }, yuan: '元', worthShare: '减多少', zh: '中文名称', en: '英文名称', kind: '发放方式', effect: '优惠', amount: '减固定金额', percent: '减百分比', worth: '减多少', minimum: '满多少可用', cap: '最多减多少，0 为不封顶',
    category: '类别（同类默认只用一张）', group: '组（同组先取舍）', ownGroup: '与类别相同', products: '适用商品', allProducts: '全部商品', runs: '有效期', within: '领取后几天内有效', total: '总次数', perDay: '每天次数', perMember: '每人次数', stock: '可领数量', code: '公开码', save: '存为草稿',
  },
  {
    title: 'New campaign', purpose: 'What members see, what is paid and what it can cost stand beside it. Saved as a draft first; publish it on its page.', parts: { name: 'What it is called', worth: 'What it takes off', who: 'Who gets it', when: 'How long and how often' }, yuan: 'yuan', worthShare: 'How much off', zh: 'Name in Chinese', en: 'Name in English', kind: 'How it is given', effect: 'Effect', amount: 'A fixed amount', percent: 'A share', worth: 'How much off', minimum: 'From how much', cap: 'At most how much off, 0 for no cap',
    category: 'Category (one of each by default)', group: 'Group (chooses among its own)', ownGroup: 'the same as the category', products: 'For', allProducts: 'everything', runs: 'Valid', within: 'Days of life after the claim', total: 'Uses in all', perDay: 'Uses a day', perMember: 'Uses per member', stock: 'How many to claim', code: 'Public code', save: 'Save draft',
  },
)

interface Draft {
  zh: string
  en: string
  kind: 'public' | 'pooled' | 'personal'
  effect: 'AMOUNT' | 'PERCENT'
  worth: number
  minimum?: number
  cap?: number
  category: string
  group?: string
  products?: string[]
  runs: [Dayjs, Dayjs]
  within?: number
  total?: number
  perDay?: number
  perMember?: number
  stock?: number
  code?: string
}

export default function NewCampaign() {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { language, say } = useAppearance()
  const stacking = useQuery({ queryKey: ['coupon-stacking'], queryFn: api.couponStacking })
  const listed = (list: { code: string; name?: Said | null }[] | undefined) => (list ?? []).map((one) => ({ value: one.code, label: one.name ? `${say(one.name)} · ${one.code}` : one.code }))
  const navigate = useNavigate()
  const days = useVenueDays()
  const [form] = Form.useForm<Draft>()
  const draft = Form.useWatch<Partial<Draft>>([], form) ?? {}
  const kind = draft.kind ?? 'personal'
  const effect = draft.effect ?? 'AMOUNT'
  const save = useAction(
    (whole: Draft, key) => api.draftCampaign(body(whole, days), key),
    (made) => void navigate(`/coupons/${encodeURIComponent(made.campaign.id)}`),
  )
  const required = [{ required: true, message: words.missing }]
  const number = <InputNumber min={1} precision={0} style={{ width: '100%' }} />
  const complete = draft.worth && draft.runs?.[0] && draft.runs[1] ? body({ ...(draft as Draft), kind, effect, zh: draft.zh || '—', en: draft.en || '—', category: draft.category || 'order' }, days) : null
  const products = (['rail', 'park'] as const).map((value) => ({ value, label: words.products[value] }))
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{t.save}</Button>}>
      <div className="columns">
        <Form<Draft> form={form} layout="vertical" requiredMark={false} className="stack" initialValues={{ kind: 'personal', effect: 'AMOUNT', minimum: 0, cap: 0, category: 'order', stock: 1000 }} onFinish={(whole) => save.mutate(whole)}>
          {save.error && <ErrorState error={save.error} kept />}
          <Part title={t.parts.name}>
            <Form.Item name="zh" label={t.zh} rules={required}><Input maxLength={40} autoFocus /></Form.Item>
            <Form.Item name="en" label={t.en} rules={required}><Input maxLength={60} /></Form.Item>
          </Part>
          <Part title={t.parts.worth}>
            <Form.Item name="effect" label={t.effect} className="whole-row">
              <Segmented aria-label={t.effect} options={[{ value: 'AMOUNT', label: t.amount }, { value: 'PERCENT', label: t.percent }]} />
            </Form.Item>
            <Form.Item name="worth" label={effect === 'PERCENT' ? t.worthShare : t.worth} rules={required}>
              <InputNumber min={0.01} max={effect === 'PERCENT' ? 100 : undefined} precision={2} suffix={effect === 'PERCENT' ? '%' : t.yuan} style={{ width: '100%' }} />
            </Form.Item>
            {effect === 'PERCENT' && <Form.Item name="cap" label={t.cap}><InputNumber min={0} precision={2} suffix={t.yuan} style={{ width: '100%' }} /></Form.Item>}
            <Form.Item name="minimum" label={t.minimum}><InputNumber min={0} precision={2} suffix={t.yuan} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="products" label={t.products}><Select mode="multiple" allowClear placeholder={t.allProducts} options={products} /></Form.Item>
          </Part>
          <Part title={t.parts.who}>
            <Form.Item name="kind" label={t.kind} className="whole-row">
              <Segmented aria-label={t.kind} options={(['personal', 'public', 'pooled'] as const).map((value) => ({ value, label: words.kinds[value] }))} />
            </Form.Item>
            {kind === 'public' && <Form.Item name="code" label={t.code} rules={required}><Input autoComplete="off" /></Form.Item>}
            {kind === 'personal' && <Form.Item name="stock" label={t.stock} rules={required}>{number}</Form.Item>}
            <Form.Item name="perMember" label={t.perMember}>{number}</Form.Item>
            <Form.Item name="category" label={t.category} rules={required}><AutoComplete maxLength={40} options={listed(stacking.data?.rules.categories)} /></Form.Item>
            <Form.Item name="group" label={t.group}><AutoComplete maxLength={40} allowClear placeholder={t.ownGroup} options={listed(stacking.data?.rules.groups)} /></Form.Item>
          </Part>
          <Part title={t.parts.when}>
            <Form.Item name="runs" label={t.runs} rules={required}><DatePicker.RangePicker style={{ width: '100%' }} /></Form.Item>
            {kind === 'personal' && <Form.Item name="within" label={t.within}>{number}</Form.Item>}
            <Form.Item name="total" label={t.total}>{number}</Form.Item>
            <Form.Item name="perDay" label={t.perDay}>{number}</Form.Item>
          </Part>
        </Form>
        <CampaignTrialPanel draft={complete} look={{ name: (language === 'zh' ? draft.zh : draft.en) ?? '', days: draft.within, until: draft.runs?.[1] && days.end(draft.runs[1]), products: (draft.products ?? []).map((one) => words.products[one as 'rail']) }} />
      </div>
    </Page>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="w-card">
      <h2 className="card-title">{title}</h2>
      <div className="coupon-form">{children}</div>
    </section>
  )
}

function body(draft: Draft, days: VenueDays) {
  return {
    name: { zh: draft.zh, en: draft.en },
    kind: draft.kind,
    category: draft.category,
    group: draft.group || null,
    worth: { kind: draft.effect, value: minor(draft.worth), capMinor: minor(draft.cap), minimumMinor: minor(draft.minimum), currency: 'CNY' },
    products: draft.products ?? [],
    condition: {},
    startsAt: days.begin(draft.runs[0]),
    endsAt: days.end(draft.runs[1]),
    useWithinDays: draft.within ?? null,
    limits: { total: draft.total ?? null, perDay: draft.perDay ?? null, perMember: draft.perMember ?? null, claimStock: draft.kind === 'personal' ? (draft.stock ?? null) : null, claimsPerMember: 1 },
    publicCode: draft.kind === 'public' ? (draft.code ?? null) : null,
  }
}
