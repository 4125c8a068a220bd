import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Modal, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { accountWords } from './words'

const texts = dictionary(
  { title: '企业账户', purpose: '哪些企业的员工可以记账出行，欠多少，还能记多少；每月一张账单。', none: '还没有企业账户', noneHint: '开户后把员工加进去，他们付款时就能选择企业支付。' },
  { title: 'Enterprise accounts', purpose: 'Whose employees book on account, what is owed and what is left; one statement a month.', none: 'No accounts yet', noneHint: 'Open one and put employees on it; they can then choose it when they pay.' },
)

type Account = Awaited<ReturnType<typeof api.enterpriseAccounts>>[number]

export default function Accounts() {
  const t = useTexts(texts)
  const words = useTexts(accountWords)
  const { formats } = useAppearance()
  const staff = useStaff()
  const [opening, setOpening] = useState(false)
  const accounts = useQuery({ queryKey: ['enterprise-accounts'], queryFn: api.enterpriseAccounts })
  const columns: TableProps<Account>['columns'] = [
    { title: words.name, render: (_, one) => <Link to={`/accounts/${one.id}`}><b>{one.name}</b></Link> },
    { title: words.code, dataIndex: 'creditCode', className: 'num' },
    { title: words.credit, align: 'right', className: 'num', render: (_, one) => formats.money(one.credit) },
    { title: words.owed, align: 'right', className: 'num', render: (_, one) => <Link to={`/accounts/${one.id}`}>{formats.money(one.owed)}</Link> },
    { title: words.left, align: 'right', className: 'num', render: (_, one) => formats.money(one.left) },
    { title: '', render: (_, one) => <Mark tone={one.active ? 'good' : 'attention'}>{one.active ? words.active : words.suspended}</Mark> },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={staff.may('accounts.write') && <Button type="primary" onClick={() => setOpening(true)}>{words.open}</Button>}>
      <section className="w-card list-card">
        {accounts.error ? (
          <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
        ) : !accounts.data ? (
          <SkeletonBlock />
        ) : accounts.data.length === 0 ? (
          <EmptyState title={t.none} hint={t.noneHint} />
        ) : (
          <Table size="middle" columns={columns} dataSource={accounts.data} rowKey="id" pagination={false} scroll={{ x: true }} />
        )}
      </section>
      <Opening open={opening} onClose={() => setOpening(false)} />
    </Page>
  )
}

function Opening({ open, onClose }: { open: boolean; onClose(): void }) {
  const words = useTexts(accountWords)
  const go = useNavigate()
  const queries = useQueryClient()
  const save = useAction(
    (value: { name: string; code: string; credit: number }, key) => api.openEnterpriseAccount({ name: value.name, creditCode: value.code.trim().toUpperCase(), creditMinor: Math.round(value.credit * 100) }, key),
    (made) => {
      void queries.invalidateQueries({ queryKey: ['enterprise-accounts'] })
      void go(`/accounts/${made.account.id}`)
    },
  )
  const required = [{ required: true, message: words.missing }]
  return (
    <Modal open={open} title={words.open} footer={null} onCancel={onClose} destroyOnHidden>
      <Form<{ name: string; code: string; credit: number }> layout="vertical" requiredMark={false} onFinish={(value) => save.mutate(value)}>
        <Form.Item name="name" label={words.name} rules={required}><Input maxLength={80} /></Form.Item>
        <Form.Item name="code" label={words.code} rules={required}><Input maxLength={18} /></Form.Item>
        <Form.Item name="credit" label={words.creditYuan} rules={required}><InputNumber min={0} precision={2} style={{ width: '100%' }} /></Form.Item>
        {save.error && <ErrorState error={save.error} kept />}
        <Button type="primary" htmlType="submit" loading={save.isPending}>{words.save}</Button>
      </Form>
    </Modal>
  )
}
