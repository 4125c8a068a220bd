import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dictionary, EmptyState, ErrorState, Figure, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Modal, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { FileButtons } from '../imports/file-buttons'
import { accountWords } from './words'

const texts = dictionary(
  { title: (month: string) => `${month} 账单`, purpose: '期初加每一行等于期末；每笔都能打开订单，订单与账目不符的月份不能关账。', lines: '明细', when: '时间', kind: '类别', amount: '金额', balance: '应付余额', who: '员工', order: '订单', note: '摘要', none: '本月没有明细', differences: '差异', journal: '账目', booking: '订单', close: '关账', closeTitle: '关闭这个月？', closeEffect: '关账后这张账单永不改变；以后的退票记入以后的月份。', keep: '先不关', digest: '校验码', download: '下载账单' },
  { title: (month: string) => `Statement ${month}`, purpose: 'Opening plus the lines is the closing; every line opens its order, and a month that differs from the orders cannot be closed.', lines: 'Lines', when: 'Time', kind: 'Kind', amount: 'Amount', balance: 'Owed after', who: 'Employee', order: 'Order', note: 'Note', none: 'No lines this month', differences: 'Differences', journal: 'Journal', booking: 'Order', close: 'Close', closeTitle: 'Close this month?', closeEffect: 'The statement never changes again; later returns belong to later months.', keep: 'Not yet', digest: 'Digest', download: 'Statement' },
)

type Statement = Awaited<ReturnType<typeof api.enterpriseMonth>>

export default function AccountStatement() {
  const { id = '', month = '' } = useParams()
  const t = useTexts(texts)
  const words = useTexts(accountWords)
  const { formats } = useAppearance()
  const staff = useStaff()
  const queries = useQueryClient()
  const [closing, setClosing] = useState(false)
  const asked = useQuery({ queryKey: ['enterprise-month', id, month], queryFn: () => api.enterpriseMonth(id, month) })
  const close = useAction((_: string, key) => api.closeEnterpriseMonth(id, month, key), () => {
    setClosing(false)
    void queries.invalidateQueries({ queryKey: ['enterprise-month', id, month] })
  })
  const statement = asked.data
  const columns: TableProps<Statement['lines'][number]>['columns'] = [
    { title: '#', dataIndex: 'number', className: 'num' },
    { title: t.when, className: 'num', render: (_, one) => formats.dateTime(one.at) },
    { title: t.kind, render: (_, one) => wordFor(words.kinds, one.kind) },
    { title: t.who, render: (_, one) => one.memberId && <Link to={`/members/${one.memberId}`}>{one.name}</Link> },
    { title: t.order, render: (_, one) => one.order && <Link to={`/orders/${one.order}`}>{one.order}</Link> },
    { title: t.note, dataIndex: 'note' },
    { title: t.amount, align: 'right', className: 'num', render: (_, one) => formats.money(one.amount) },
    { title: t.balance, align: 'right', className: 'num', render: (_, one) => formats.money(one.balance) },
  ]
  return (
    <Page
      title={t.title(month)}
      name={t.title(month)}
      purpose={t.purpose}
      actions={
        <>
          <FileButtons name={t.download} path={`/v1/enterprise-accounts/${id}/months/${month}/lines`} />
          {statement && !statement.month.closed && staff.may('accounts.settle') && <Button onClick={() => setClosing(true)}>{t.close}</Button>}
        </>
      }
    >
      {asked.error ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !statement ? (
        <SkeletonBlock />
      ) : (
        <div className="stack">
          <section className="w-card">
            <h2 className="card-title">
              <Mark tone={statement.month.ties ? 'good' : 'attention'}>{statement.month.ties ? words.ties : words.differs}</Mark> <Mark tone="plain">{statement.month.closed ? words.closed : words.unclosed}</Mark>
            </h2>
            <div className="figures is-dense">
              <Figure label={words.opening} value={formats.money(statement.month.opening)} />
              <Figure label={words.charges} value={formats.money(statement.month.charges)} />
              <Figure label={words.credits} value={formats.money(statement.month.credits)} />
              <Figure label={words.payments} value={formats.money(statement.month.payments)} />
              <Figure label={words.closing} value={formats.money(statement.month.closing)} />
            </div>
            <p className="w-quiet">{t.digest} <code>{statement.digest.slice(0, 16)}</code></p>
          </section>
          {statement.differences.length > 0 && (
            <section className="w-card">
              <h2 className="card-title">{t.differences}</h2>
              <ul>
                {statement.differences.map((one) => (
                  <li key={one.order} className="num">
                    <Link to={`/orders/${one.order}`}>{one.order}</Link> · {t.journal} {formats.money(one.journal)} · {t.booking} {formats.money(one.booking)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="w-card">
            <h2 className="card-title">{t.lines}</h2>
            {statement.lines.length === 0 ? <EmptyState title={t.none} /> : <Table size="small" columns={columns} dataSource={statement.lines} rowKey="number" pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: true }} />}
          </section>
        </div>
      )}
      <Modal open={closing} title={t.closeTitle} okText={t.close} cancelText={t.keep} onCancel={() => setClosing(false)} onOk={() => close.mutate(month)} confirmLoading={close.isPending}>
        <p>{t.closeEffect}</p>
        {close.error && <ErrorState error={close.error} kept />}
      </Modal>
    </Page>
  )
}
