import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { Button, Form, Input, InputNumber, Modal, Select, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { partnerWords } from './words'

const texts = dictionary(
  {
    title: (month: string) => `${month} 结算单`, purpose: '三方核对：我方账本、对方对账单、实际付款。锁账后不再变动，更正记入以后的月份。', net: '净额', theyPay: '合作方付我方', wePay: '我方付合作方', paid: '已付', kind: '项目', points: '积分', money: '金额', ours: '我方', theirs: '对方', events: (events: string, units: string) => `${events} 笔，合计 ${units}`, differences: '差异', noDifferences: '三方一致，没有差异。', event: '事件号', gap: '差异', dispute: '提出争议', disputed: '争议中', note: '说明', send: '提出', decide: '处理', decision: '结论', minor: '调整金额（元，正数为合作方付）', save: '保存', lock: '锁账', lockTitle: '锁定这个月？', lockEffect: '锁账后这张结算单不再变动，争议的调整会记入以后的月份。', keep: '先不锁', locked: '已锁账', payments: '付款', noPayments: '还没有登记付款。', disputes: '争议', adjustedIn: (month: string) => `调整记入 ${month}`,
  },
  {
    title: (month: string) => `Statement ${month}`, purpose: 'Three accounts compared: our ledger, the partner’s and the payments. A locked month stays; corrections belong to a later one.', net: 'Net', theyPay: 'The partner pays us', wePay: 'We pay the partner', paid: 'Paid', kind: 'Item', points: 'Points', money: 'Amount', ours: 'Ours', theirs: 'Theirs', events: (events: string, units: string) => `${events} events, ${units} in all`, differences: 'Differences', noDifferences: 'All three agree.', event: 'Event', gap: 'Difference', dispute: 'Dispute', disputed: 'Disputed', note: 'Say why', send: 'Open it', decide: 'Decide', decision: 'Decision', minor: 'Adjustment (yuan, positive: the partner pays)', save: 'Save', lock: 'Lock', lockTitle: 'Lock this month?', lockEffect: 'The statement stays as it is; adjustments of disputes fall into a later month.', keep: 'Not yet', locked: 'Locked', payments: 'Payments', noPayments: 'No payment was noted.', disputes: 'Disputes', adjustedIn: (month: string) => `adjusted in ${month}`,
  },
)

type Statement = Awaited<ReturnType<typeof api.partnerMonth>>
type Difference = Statement['differences'][number]
type Dispute = Statement['disputes'][number]

export default function StatementScreen() {
  const { code = '', month = '' } = useParams()
  const t = useTexts(texts)
  const staff = useStaff()
  const queries = useQueryClient()
  const statement = useQuery({ queryKey: ['partner-month', code, month], queryFn: () => api.partnerMonth(code, month) })
  const again = () => void queries.invalidateQueries({ queryKey: ['partner-month', code, month] })
  const [locking, setLocking] = useState(false)
  const lock = useAction((_: string, key) => api.lockPartnerMonth(code, month, key), () => {
    setLocking(false)
    again()
  })
  const actions = statement.data?.locked ? (
    <Mark tone="good">{t.locked}</Mark>
  ) : (
    staff.may('partners.settle') && <Button onClick={() => setLocking(true)}>{t.lock}</Button>
  )
  return (
    <Page title={t.title(month)} name={t.title(month)} purpose={t.purpose} actions={actions}>
      {statement.error ? (
        <ErrorState error={statement.error} onRetry={() => void statement.refetch()} />
      ) : !statement.data ? (
        <SkeletonBlock />
      ) : (
        <div className="stack">
          <Lines statement={statement.data} />
          <Differences statement={statement.data} code={code} month={month} may={staff.may('partners.settle')} again={again} />
          <Disputes statement={statement.data} may={staff.may('partners.settle')} again={again} />
          <Payments statement={statement.data} />
        </div>
      )}
      <Modal open={locking} title={t.lockTitle} okText={t.lock} cancelText={t.keep} onCancel={() => setLocking(false)} onOk={() => lock.mutate(month)} confirmLoading={lock.isPending}>
        <p>{t.lockEffect}</p>
        {lock.error && <ErrorState error={lock.error} kept />}
      </Modal>
    </Page>
  )
}

const yuan = (minor: number) => ({ minor, currency: 'CNY' })

function Lines({ statement }: { statement: Statement }) {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const { formats } = useAppearance()
  const columns: TableProps<Statement['lines'][number]>['columns'] = [
    { title: t.kind, render: (_, one) => wordFor(words.lines, one.kind) },
    { title: t.points, align: 'right', className: 'num', render: (_, one) => formats.count(one.points) },
    {
      title: t.money,
      align: 'right',
      className: 'num',
      render: (_, one) => (
        <>
          {formats.money(yuan(one.minor))} <Why subject={wordFor(words.lines, one.kind)} explanation={one.why} />
        </>
      ),
    },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.net} <span className="num">{formats.money(yuan(Math.abs(statement.net)))}</span> <Mark tone="plain">{statement.net >= 0 ? t.theyPay : t.wePay}</Mark>
      </h2>
      <p className="w-quiet num">
        {t.ours}: {t.events(formats.count(statement.ours.events), formats.count(statement.ours.units))} · {t.theirs}: {t.events(formats.count(statement.theirs.events), formats.count(statement.theirs.units))} · {t.paid}: {formats.money(yuan(statement.paid))}
      </p>
      <Table size="small" columns={columns} dataSource={statement.lines} rowKey="kind" pagination={false} scroll={{ x: true }} />
    </section>
  )
}

function Differences({ statement, code, month, may, again }: { statement: Statement; code: string; month: string; may: boolean; again(): void }) {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const { formats } = useAppearance()
  const [about, setAbout] = useState<Difference | null>(null)
  const open = useAction(
    ({ eventId, note }: { eventId: string; note: string }, key) => api.disputePartnerMonth(code, month, eventId, note, key),
    () => {
      setAbout(null)
      again()
    },
  )
  const value = (one: Difference, amount: number) => (one.kind === 'PAYMENT_DIFFERS' ? formats.money(yuan(amount)) : formats.count(amount))
  const columns: TableProps<Difference>['columns'] = [
    { title: t.event, render: (_, one) => (one.kind === 'PAYMENT_DIFFERS' ? t.payments : <code>{one.eventId}</code>) },
    { title: t.gap, render: (_, one) => <Mark tone="attention">{wordFor(words.gaps, one.kind)}</Mark> },
    { title: t.ours, align: 'right', className: 'num', render: (_, one) => value(one, one.ours) },
    { title: t.theirs, align: 'right', className: 'num', render: (_, one) => value(one, one.theirs) },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        one.disputeId ? (
          <Mark tone="plain">{t.disputed}</Mark>
        ) : (
          may && (
            <Button size="small" onClick={() => setAbout(one)}>
              {t.dispute}
            </Button>
          )
        ),
    },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.differences}</h2>
      {statement.differences.length === 0 ? <p className="w-quiet">{t.noDifferences}</p> : <Table size="small" columns={columns} dataSource={statement.differences} rowKey={(one) => one.eventId + one.kind} pagination={false} scroll={{ x: true }} />}
      <Modal open={about !== null} title={t.dispute} footer={null} onCancel={() => setAbout(null)} destroyOnHidden>
        <Form<{ note: string }> layout="vertical" requiredMark={false} onFinish={({ note }) => about && open.mutate({ eventId: about.eventId, note })}>
          <Form.Item name="note" label={t.note} rules={[{ required: true, min: 4, message: words.missing }]}>
            <Input maxLength={200} />
          </Form.Item>
          {open.error && <ErrorState error={open.error} kept />}
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            {t.send}
          </Button>
        </Form>
      </Modal>
    </section>
  )
}

function Disputes({ statement, may, again }: { statement: Statement; may: boolean; again(): void }) {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const [about, setAbout] = useState<Dispute | null>(null)
  const decide = useAction(
    ({ id, decision, note, yuan: amount }: { id: string; decision: string; note: string; yuan?: number }, key) => api.decidePartnerDispute(id, { decision, note, minor: Math.round((amount ?? 0) * 100) }, key),
    () => {
      setAbout(null)
      again()
    },
  )
  if (statement.disputes.length === 0) return null
  const columns: TableProps<Dispute>['columns'] = [
    { title: t.event, render: (_, one) => (one.kind === 'PAYMENT_DIFFERS' ? t.payments : <code>{one.eventId}</code>) },
    { title: t.decision, render: (_, one) => <Mark tone={one.state === 'OPEN' ? 'attention' : 'plain'}>{wordFor(words.decisions, one.state)}</Mark> },
    { title: t.note, render: (_, one) => `${one.note}${one.adjustedIn ? ` · ${t.adjustedIn(one.adjustedIn.slice(0, 7))}` : ''}` },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        may &&
        one.state === 'OPEN' && (
          <Button size="small" onClick={() => setAbout(one)}>
            {t.decide}
          </Button>
        ),
    },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.disputes}</h2>
      <Table size="small" columns={columns} dataSource={statement.disputes} rowKey="id" pagination={false} scroll={{ x: true }} />
      <Modal open={about !== null} title={t.decide} footer={null} onCancel={() => setAbout(null)} destroyOnHidden>
        <Form<{ decision: string; note: string; yuan?: number }> layout="vertical" requiredMark={false} initialValues={{ decision: 'rejected' }} onFinish={(values) => about && decide.mutate({ id: about.id, ...values })}>
          <Form.Item name="decision" label={t.decision}>
            <Select options={(['ACCEPTED', 'REJECTED', 'ADJUSTED'] as const).map((value) => ({ value: value.toLowerCase(), label: words.decisions[value] }))} />
          </Form.Item>
          <Form.Item name="yuan" label={t.minor}>
            <InputNumber precision={2} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="note" label={t.note} rules={[{ required: true, message: words.missing }]}>
            <Input maxLength={200} />
          </Form.Item>
          {decide.error && <ErrorState error={decide.error} kept />}
          <Button type="primary" htmlType="submit" loading={decide.isPending}>
            {t.save}
          </Button>
        </Form>
      </Modal>
    </section>
  )
}

function Payments({ statement }: { statement: Statement }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  return (
    <section className="w-card">
      <h2 className="card-title">{t.payments}</h2>
      {statement.payments.length === 0 ? (
        <p className="w-quiet">{t.noPayments}</p>
      ) : (
        <ul>
          {statement.payments.map((one) => (
            <li key={one.reference} className="num">
              {formats.date(one.paidOn)} · {one.reference} · {formats.money(yuan(one.minor))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
