import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { EnterprisePack } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { Button, DatePicker, Form, Input, InputNumber, Modal, Select, Table, type TableProps } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow, useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { packWords } from './words'

const texts = dictionary(
  {
    title: '企业权益包', purpose: '企业为员工买的权益：发给谁、还剩多少、到哪天、有没有用。', add: '登记权益包', none: '还没有权益包', noneHint: '企业买下权益后在这里登记，再一位一位发给员工。',
    whose: '哪家企业', other: '没有账户的企业…', name: '企业名称', what: '什么权益', seats: '买几个名额', quota: '每人几次', period: '次数按', runs: '有效期', save: '登记',
  },
  {
    title: 'Enterprise packs', purpose: 'Benefits that enterprises bought for their people: who has one, what is left, until when, and whether it is used.', add: 'Enter a pack', none: 'No packs yet', noneHint: 'Enter what an enterprise bought, then hand it out person by person.',
    whose: 'Which enterprise', other: 'One without an account…', name: 'Name of the enterprise', what: 'Which benefit', seats: 'Seats bought', quota: 'Uses for each person', period: 'Uses count', runs: 'Valid', save: 'Enter',
  },
)

export function PackMark({ pack }: { pack: EnterprisePack }) {
  const words = useTexts(packWords)
  return <Mark tone={pack.state === 'open' ? 'good' : pack.state === 'full' ? 'indigo' : 'plain'}>{wordFor(words.states, pack.state)}</Mark>
}

export default function Packs() {
  const t = useTexts(texts)
  const words = useTexts(packWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const [adding, setAdding] = useState(false)
  const packs = useQuery({ queryKey: ['enterprise-packs'], queryFn: api.enterprisePacks })
  const add = staff.may('mall.write') && <Button type="primary" onClick={() => setAdding(true)}>{t.add}</Button>
  const columns: TableProps<EnterprisePack>['columns'] = [
    { title: words.buyer, render: (_, one) => <Link to={`/packs/${one.id}`}><b className="long-name">{one.buyer}</b></Link> },
    { title: words.benefit, render: (_, one) => say(one.benefitName) },
    { title: words.each, render: (_, one) => words.times(wordFor(words.periods, one.period), formats.count(one.quota)) },
    { title: words.left, align: 'right', className: 'num', render: (_, one) => <Link to={`/packs/${one.id}`}>{formats.count(one.left)} / {formats.count(one.seats)}</Link> },
    { title: words.until, className: 'num', render: (_, one) => formats.date(one.until) },
    { title: words.state, render: (_, one) => <><PackMark pack={one} /> <Why subject={say(one.benefitName)} explanation={one.why} /></> },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={add}>
      <section className="w-card list-card">
        {packs.error ? (
          <ErrorState error={packs.error} onRetry={() => void packs.refetch()} />
        ) : !packs.data ? (
          <SkeletonBlock />
        ) : packs.data.length === 0 ? (
          <EmptyState title={t.none} hint={t.noneHint} action={add} />
        ) : (
          <Table size="middle" columns={columns} dataSource={packs.data} rowKey="id" pagination={false} scroll={{ x: true }} />
        )}
      </section>
      <Modal open={adding} title={t.add} footer={null} onCancel={() => setAdding(false)} destroyOnHidden>
        <AddPack />
      </Modal>
    </Page>
  )
}

interface Values {
  account: string
  name?: string
  benefit: string
  seats: number
  quota: number
  period: string
  runs: [Dayjs, Dayjs]
}

const OTHER = ' '

function AddPack() {
  const t = useTexts(texts)
  const words = useTexts(packWords)
  const { say } = useAppearance()
  const staff = useStaff()
  const go = useNavigate()
  const queries = useQueryClient()
  const today = dayjs(useNow())
  const [form] = Form.useForm<Values>()
  const account = Form.useWatch('account', form) ?? OTHER
  const mayChoose = staff.may('accounts.read')
  const accounts = useQuery({ queryKey: ['enterprise-accounts'], queryFn: api.enterpriseAccounts, enabled: mayChoose })
  const benefits = useQuery({ queryKey: ['pack-benefits'], queryFn: api.packBenefits, staleTime: 600_000 })
  const save = useAction(
    (value: Values, key) =>
      api.buyPack({ account: value.account === OTHER ? null : value.account, buyer: accounts.data?.find((one) => one.id === value.account)?.name ?? value.name?.trim() ?? '', benefit: value.benefit, seats: value.seats, quota: value.quota, period: value.period, from: value.runs[0].format('YYYY-MM-DD'), until: value.runs[1].format('YYYY-MM-DD') }, key),
    (made) => {
      void queries.invalidateQueries({ queryKey: ['enterprise-packs'] })
      void go(`/packs/${made.id}`)
    },
  )
  const required = [{ required: true, message: words.missing }]
  const number = <InputNumber min={1} precision={0} style={{ width: '100%' }} />
  const choices = [...(accounts.data ?? []).filter((one) => one.active).map((one) => ({ value: one.id, label: one.name })), { value: OTHER, label: t.other }]
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} initialValues={{ account: OTHER, seats: 10, quota: 1, period: 'month', runs: [today, today.add(1, 'year').subtract(1, 'day')] }} onFinish={(value) => save.mutate(value)}>
      {mayChoose && <Form.Item name="account" label={t.whose} rules={required}><Select showSearch optionFilterProp="label" options={choices} /></Form.Item>}
      {account === OTHER && <Form.Item name="name" label={t.name} rules={required}><Input maxLength={80} /></Form.Item>}
      <Form.Item name="benefit" label={t.what} rules={required}><Select options={(benefits.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} /></Form.Item>
      <div className="coupon-form">
        <Form.Item name="seats" label={t.seats} rules={required}>{number}</Form.Item>
        <Form.Item name="quota" label={t.quota} rules={required}>{number}</Form.Item>
        <Form.Item name="period" label={t.period} rules={required}><Select options={(['day', 'week', 'month', 'year', 'term'] as const).map((value) => ({ value, label: words.periods[value] }))} /></Form.Item>
        <Form.Item name="runs" label={t.runs} rules={required}><DatePicker.RangePicker style={{ width: '100%' }} /></Form.Item>
      </div>
      {save.error && <ErrorState error={save.error} kept />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>{t.save}</Button>
    </Form>
  )
}
