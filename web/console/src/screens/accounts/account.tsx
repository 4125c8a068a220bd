import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, Figure, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Modal, Switch, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { accountWords } from './words'

const texts = dictionary(
  { purpose: '员工、每月额度、账单与付款。', employees: '员工', member: '会员', memberId: '会员号', centre: '成本中心', monthly: '每月额度', monthlyYuan: '每月额度（元）', used: '本月已用', stopped: '已停用', months: '账单', none: '还没有员工', noneHint: '添加员工后，他们付款时就能选择企业支付。', noMonths: '还没有账单', noMonthsHint: '有了第一笔记账或付款，当月账单就会出现。', add: '添加员工', change: '修改', pay: '登记付款', transfer: '转账凭证号', amount: '金额（元）', limits: '额度与状态', inUse: '可以使用' },
  { purpose: 'Employees, their limits of a month, statements and payments.', employees: 'Employees', member: 'Member', memberId: 'Member number', centre: 'Cost centre', monthly: 'A month', monthlyYuan: 'Limit a month (yuan)', used: 'Used this month', stopped: 'Stopped', months: 'Statements', none: 'No employees yet', noneHint: 'Whoever is put on the account can choose it when paying.', noMonths: 'No statements yet', noMonthsHint: 'The first charge or payment opens the statement of its month.', add: 'Add an employee', change: 'Change', pay: 'Note a payment', transfer: 'Transfer number', amount: 'Amount (yuan)', limits: 'Limits', inUse: 'In use' },
)

type View = Awaited<ReturnType<typeof api.enterpriseAccount>>
type Employee = View['employees'][number]
type Act = 'pay' | 'limits' | 'add' | Employee

export default function Account() {
  const { id = '' } = useParams()
  const t = useTexts(texts)
  const words = useTexts(accountWords)
  const { formats } = useAppearance()
  const staff = useStaff()
  const [act, setAct] = useState<Act | null>(null)
  const view = useQuery({ queryKey: ['enterprise-account', id], queryFn: () => api.enterpriseAccount(id) })
  const account = view.data?.account
  const actions = (
    <>
      {staff.may('accounts.write') && <Button onClick={() => setAct('add')}>{t.add}</Button>}
      {staff.may('accounts.write') && <Button onClick={() => setAct('limits')}>{t.limits}</Button>}
      {staff.may('accounts.settle') && <Button type="primary" onClick={() => setAct('pay')}>{t.pay}</Button>}
    </>
  )
  return (
    <Page title={account?.name ?? ''} name={account?.name ?? ''} purpose={t.purpose} actions={account && actions}>
      {view.error ? (
        <ErrorState error={view.error} onRetry={() => void view.refetch()} />
      ) : !view.data || !account ? (
        <SkeletonBlock />
      ) : (
        <div className="stack">
          <section className="w-card">
            <h2 className="card-title">
              <span className="num">{account.creditCode}</span> <Mark tone={account.active ? 'good' : 'attention'}>{account.active ? words.active : words.suspended}</Mark>
            </h2>
            <div className="figures is-dense">
              <Figure label={words.owed} value={formats.money(account.owed)} />
              <Figure label={words.credit} value={formats.money(account.credit)} />
              <Figure label={words.left} value={formats.money(account.left)} />
            </div>
          </section>
          <Months view={view.data} />
          <Employees view={view.data} onChange={staff.may('accounts.write') ? setAct : null} />
          <Modal open={act !== null} title={act === 'pay' ? t.pay : act === 'limits' ? t.limits : t.employees} footer={null} onCancel={() => setAct(null)} destroyOnHidden>
            {act && <Change view={view.data} act={act} onDone={() => setAct(null)} />}
          </Modal>
        </div>
      )}
    </Page>
  )
}

function Months({ view }: { view: View }) {
  const t = useTexts(texts)
  const words = useTexts(accountWords)
  const { formats } = useAppearance()
  const money = (title: string, of: (one: View['months'][number]) => View['months'][number]['closing']) => ({ title, align: 'right' as const, className: 'num', render: (_: unknown, one: View['months'][number]) => formats.money(of(one)) })
  const columns: TableProps<View['months'][number]>['columns'] = [
    { title: words.month, render: (_, one) => <Link to={`/accounts/${view.account.id}/months/${one.month}`}>{one.month}</Link> },
    money(words.opening, (one) => one.opening),
    money(words.charges, (one) => one.charges),
    money(words.credits, (one) => one.credits),
    money(words.payments, (one) => one.payments),
    money(words.closing, (one) => one.closing),
    { title: '', render: (_, one) => <><Mark tone={one.ties ? 'good' : 'attention'}>{one.ties ? words.ties : words.differs}</Mark> <Mark tone="plain">{one.closed ? words.closed : words.unclosed}</Mark></> },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.months}</h2>
      {view.months.length === 0 ? <EmptyState title={t.noMonths} hint={t.noMonthsHint} /> : <Table size="small" columns={columns} dataSource={view.months} rowKey="month" pagination={false} scroll={{ x: true }} />}
    </section>
  )
}

function Employees({ view, onChange }: { view: View; onChange: ((one: Employee) => void) | null }) {
  const t = useTexts(texts)
  const words = useTexts(accountWords)
  const { formats } = useAppearance()
  const columns: TableProps<Employee>['columns'] = [
    { title: t.member, render: (_, one) => <Link to={`/members/${one.memberId}`}>{one.name}</Link> },
    { title: t.centre, dataIndex: 'costCentre' },
    { title: t.monthly, align: 'right', className: 'num', render: (_, one) => formats.money(one.monthly) },
    { title: t.used, align: 'right', className: 'num', render: (_, one) => formats.money(one.used) },
    { title: words.left, align: 'right', className: 'num', render: (_, one) => formats.money(one.left) },
    { title: '', render: (_, one) => <>{!one.active && <Mark tone="attention">{t.stopped}</Mark>} {onChange && <Button size="small" onClick={() => onChange(one)}>{t.change}</Button>}</> },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.employees}</h2>
      {view.employees.length === 0 ? <EmptyState title={t.none} hint={t.noneHint} /> : <Table size="small" columns={columns} dataSource={view.employees} rowKey="memberId" pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: true }} />}
    </section>
  )
}

interface Values {
  memberId?: string
  costCentre?: string
  yuan: number
  active?: boolean
  transfer?: string
}

/** One small form for the three things one changes: a payment, the limits, an employee. */
function Change({ view, act, onDone }: { view: View; act: Act; onDone(): void }) {
  const t = useTexts(texts)
  const words = useTexts(accountWords)
  const queries = useQueryClient()
  const id = view.account.id
  const known = typeof act === 'object' ? act : null
  // what the form was filled with, also when the page behind it reads the account again
  const [opened] = useState(view)
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['enterprise-account', id] })
    onDone()
  }
  const edit = useEdit({
    version: versionOf(opened),
    send: (value: Values, version, key): Promise<unknown> => {
      const minor = Math.round(value.yuan * 100)
      if (act === 'pay') return api.payEnterpriseAccount(id, { minor, transfer: value.transfer ?? '' }, key)
      if (act === 'limits') return api.changeEnterpriseAccount(id, { creditMinor: minor, active: value.active ?? true }, version, key)
      return api.putEmployee(id, known?.memberId ?? value.memberId?.trim() ?? '', { costCentre: value.costCentre ?? '', monthlyMinor: minor, active: value.active ?? true }, version, key)
    },
    latest: async () => versionOf(await api.enterpriseAccount(id)),
    reload: done,
    after: done,
  })
  const required = [{ required: true, message: words.missing }]
  const person = act === 'add' || known !== null
  const initial = { active: known ? known.active : act === 'limits' ? view.account.active : true, costCentre: known?.costCentre, yuan: known ? known.monthly.minor / 100 : act === 'limits' ? view.account.credit.minor / 100 : undefined }
  return (
    <Form<Values> layout="vertical" requiredMark={false} initialValues={initial} onFinish={(value) => edit.save(value)}>
      {edit.notice}
      {act === 'add' && <Form.Item name="memberId" label={t.memberId} rules={required}><Input placeholder="mbr_…" /></Form.Item>}
      {person && <Form.Item name="costCentre" label={t.centre} rules={required}><Input maxLength={60} /></Form.Item>}
      {act === 'pay' && <Form.Item name="transfer" label={t.transfer} rules={required}><Input maxLength={60} /></Form.Item>}
      <Form.Item name="yuan" label={act === 'pay' ? t.amount : act === 'limits' ? words.creditYuan : t.monthlyYuan} rules={required}><InputNumber min={0} precision={2} style={{ width: '100%' }} /></Form.Item>
      {act !== 'pay' && <Form.Item name="active" label={t.inUse} valuePropName="checked"><Switch /></Form.Item>}
      {edit.error && <ErrorState error={edit.error} kept />}
      <Button type="primary" htmlType="submit" loading={edit.pending}>{words.save}</Button>
    </Form>
  )
}
