import { dictionary, ErrorState, useTexts } from '@waystation/design'
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { Page } from '../../shell/page'
import { couponWords, minor } from './words'

const texts = dictionary(
  {
    title: '新建券活动', purpose: '先存为草稿，在活动页发布。', zh: '中文名称', en: '英文名称', kind: '发放方式', effect: '优惠', amount: '减固定金额（元）', percent: '减百分比（%）', worth: '优惠额', minimum: '满多少元可用', cap: '最多减多少元，0 为不封顶',
    category: '类别（同类默认只用一张）', products: '适用商品', allProducts: '全部商品', runs: '有效期', within: '领取后几天内有效', total: '总次数', perDay: '每天次数', perMember: '每人次数', stock: '可领数量', code: '公开码', save: '存为草稿',
  },
  {
    title: 'New campaign', purpose: 'Saved as a draft first; publish it on its page.', zh: 'Name in Chinese', en: 'Name in English', kind: 'How it is given', effect: 'Effect', amount: 'A fixed amount off (yuan)', percent: 'A share off (%)', worth: 'Worth', minimum: 'From how many yuan', cap: 'At most how many yuan off, 0 for no cap',
    category: 'Category (one of each by default)', products: 'For', allProducts: 'everything', runs: 'Valid', within: 'Days of life after the claim', total: 'Uses in all', perDay: 'Uses a day', perMember: 'Uses per member', stock: 'How many to claim', code: 'Public code', save: 'Save draft',
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
  const navigate = useNavigate()
  const [form] = Form.useForm<Draft>()
  const kind = Form.useWatch('kind', form) ?? 'personal'
  const effect = Form.useWatch('effect', form) ?? 'AMOUNT'
  const save = useAction(
    (draft: Draft, key) => api.draftCampaign(body(draft), key),
    (made) => void navigate(`/coupons/${encodeURIComponent(made.campaign.id)}`),
  )
  const required = [{ required: true, message: words.missing }]
  const number = <InputNumber min={1} precision={0} style={{ width: '100%' }} />
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <section className="w-card">
        <Form<Draft> form={form} layout="vertical" requiredMark={false} className="coupon-form" initialValues={{ kind: 'personal', effect: 'AMOUNT', minimum: 0, cap: 0, category: 'order', stock: 1000 }} onFinish={(draft) => save.mutate(draft)}>
          <Form.Item name="zh" label={t.zh} rules={required}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="en" label={t.en} rules={required}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="kind" label={t.kind}>
            <Select options={(['personal', 'public', 'pooled'] as const).map((value) => ({ value, label: words.kinds[value] }))} />
          </Form.Item>
          {kind === 'public' && (
            <Form.Item name="code" label={t.code} rules={required}>
              <Input autoComplete="off" />
            </Form.Item>
          )}
          {kind === 'personal' && (
            <Form.Item name="stock" label={t.stock} rules={required}>
              {number}
            </Form.Item>
          )}
          <Form.Item name="effect" label={t.effect}>
            <Select
              options={[
                { value: 'AMOUNT', label: t.amount },
                { value: 'PERCENT', label: t.percent },
              ]}
            />
          </Form.Item>
          <Form.Item name="worth" label={t.worth} rules={required}>
            <InputNumber min={0.01} max={effect === 'PERCENT' ? 100 : undefined} precision={2} style={{ width: '100%' }} />
          </Form.Item>
          {effect === 'PERCENT' && (
            <Form.Item name="cap" label={t.cap}>
              <InputNumber min={0} precision={2} style={{ width: '100%' }} />
            </Form.Item>
          )}
          <Form.Item name="minimum" label={t.minimum}>
            <InputNumber min={0} precision={2} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="products" label={t.products}>
            <Select mode="multiple" allowClear placeholder={t.allProducts} options={(['rail', 'park'] as const).map((value) => ({ value, label: words.products[value] }))} />
          </Form.Item>
          <Form.Item name="category" label={t.category} rules={required}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="runs" label={t.runs} rules={required}>
            <DatePicker.RangePicker style={{ width: '100%' }} />
          </Form.Item>
          {kind === 'personal' && (
            <Form.Item name="within" label={t.within}>
              {number}
            </Form.Item>
          )}
          <Form.Item name="total" label={t.total}>
            {number}
          </Form.Item>
          <Form.Item name="perDay" label={t.perDay}>
            {number}
          </Form.Item>
          <Form.Item name="perMember" label={t.perMember}>
            {number}
          </Form.Item>
          <div className="coupon-form-end">
            {save.error && <ErrorState error={save.error} kept />}
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t.save}
            </Button>
          </div>
        </Form>
      </section>
    </Page>
  )
}

function body(draft: Draft) {
  return {
    name: { zh: draft.zh, en: draft.en },
    kind: draft.kind,
    category: draft.category,
    worth: { kind: draft.effect, value: minor(draft.worth), capMinor: minor(draft.cap), minimumMinor: minor(draft.minimum), currency: 'CNY' },
    products: draft.products ?? [],
    condition: {},
    startsAt: draft.runs[0].startOf('day').toISOString(),
    endsAt: draft.runs[1].endOf('day').toISOString(),
    useWithinDays: draft.within ?? null,
    limits: { total: draft.total ?? null, perDay: draft.perDay ?? null, perMember: draft.perMember ?? null, claimStock: draft.kind === 'personal' ? (draft.stock ?? null) : null, claimsPerMember: 1 },
    publicCode: draft.kind === 'public' ? (draft.code ?? null) : null,
  }
}
