import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { EnterprisePackSeat } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Figure, Mark, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { App, Button, Select, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { PackMark } from './packs'
import { packWords } from './words'

const texts = dictionary(
  {
    bought: '买下', given: '已发', used: '用过的人', quota: '每人可用', hand: '发给员工', find: '按员工、手机尾号或会员号找人', give: '发放', given1: '已发放', nobody: '还没有发给任何人', nobodyHint: '在上面找到员工，发给第一位。', person: '员工', at: '发放时间', by: '经手人', uses: '用过', times: (n: string) => `${n} 次`, back: '收回', backTitle: (name: string) => `收回 ${name} 的名额？`, backEffect: '这位员工不再能用，名额可以发给别人。', keep: '保留', cameBack: '已收回', inUse: '可用', gone: '已离开的会员', closed: '已到期，不能再发放。', full: '名额已发完。收回未使用的，才能再发。', to: '去企业账户', valid: (from: string, until: string) => `${from} 至 ${until}`, employee: '本企业员工', unknown: '没有找到，可直接输入会员号（mbr_…）',
  },
  {
    bought: 'Bought', given: 'Handed out', used: 'People who used it', quota: 'Each person', hand: 'Hand out', find: 'Find somebody by name, last digits or number', give: 'Hand out', given1: 'Handed out', nobody: 'Nobody has one yet', nobodyHint: 'Find an employee above and hand out the first.', person: 'Person', at: 'Handed out at', by: 'By', uses: 'Used', times: (n: string) => `${n} times`, back: 'Take back', backTitle: (name: string) => `Take back the seat of ${name}?`, backEffect: 'This person can no longer use it; the seat can go to another.', keep: 'Keep', cameBack: 'Taken back', inUse: 'In hand', gone: 'somebody who left', closed: 'It has ended; nothing can be handed out.', full: 'All seats are handed out. Take an unused one back to hand it out again.', to: 'To the account', valid: (from: string, until: string) => `${from} to ${until}`, employee: 'employee', unknown: 'Nobody found; the number (mbr_…) can be typed as it is',
  },
)

type Usage = Awaited<ReturnType<typeof api.enterprisePack>>

export default function Pack() {
  const { id = '' } = useParams()
  const t = useTexts(texts)
  const words = useTexts(packWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const found = useQuery({ queryKey: ['enterprise-pack', id], queryFn: () => api.enterprisePack(id), refetchInterval: 15_000 })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <SkeletonBlock height={380} />
  const { pack, people } = found.data
  const holding = people.filter((one) => !one.recalledAt)
  const name = `${pack.buyer} · ${say(pack.benefitName)}`
  return (
    <Page title={<>{name} <PackMark pack={pack} /></>} name={name} purpose={t.valid(formats.date(pack.from), formats.date(pack.until))} actions={pack.account && staff.may('accounts.read') && <Link to={`/accounts/${pack.account}`}><Button>{t.to}</Button></Link>}>
      <div className="figures">
        <Figure label={words.left} value={formats.count(pack.left)} note={`${t.bought} ${formats.count(pack.seats)}`} why={<Why subject={words.left} explanation={pack.why} />} />
        <Figure label={t.given} value={formats.count(holding.length)} />
        <Figure label={t.used} value={formats.count(holding.filter((one) => one.uses > 0).length)} />
        <Figure label={t.quota} value={words.times(wordFor(words.periods, pack.period), formats.count(pack.quota))} />
      </div>
      <div className="stack">
        {staff.may('mall.write') && <HandOut usage={found.data} />}
        <People usage={found.data} mayTake={staff.may('mall.write')} />
      </div>
    </Page>
  )
}

function HandOut({ usage }: { usage: Usage }) {
  const t = useTexts(texts)
  const staff = useStaff()
  const { pack, people } = usage
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [asked, setAsked] = useState('')
  const [person, setPerson] = useState<string | null>(null)
  const account = useQuery({ queryKey: ['enterprise-account', pack.account], queryFn: () => api.enterpriseAccount(pack.account ?? ''), enabled: !!pack.account && staff.may('accounts.read') })
  const search = useQuery({ queryKey: ['pack-people', asked], queryFn: ({ signal }) => api.members({ q: asked, limit: 10 }, signal), enabled: asked.length >= 2 && !asked.startsWith('mbr_') && staff.may('members.read') })
  const give = useAction(
    (memberId: string, key) => api.assignPack(pack.id, memberId, key),
    () => {
      void message.success(t.given1)
      setPerson(null)
      void queries.invalidateQueries({ queryKey: ['enterprise-pack', pack.id] })
    },
  )
  if (pack.state !== 'open') return <p className="verdict is-attention">{pack.state === 'expired' ? t.closed : t.full}</p>
  const has = new Set(people.filter((one) => !one.recalledAt).map((one) => one.memberId))
  const own = (account.data?.employees ?? []).filter((one) => one.active).map((one) => ({ value: one.memberId, label: `${one.name} · ${one.costCentre} · ${t.employee}` }))
  const others = (search.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.phone}` }))
  const typed = /^mbr_\w+$/.test(asked.trim()) ? [{ value: asked.trim(), label: asked.trim() }] : []
  const options = [...(asked ? own.filter((one) => one.label.includes(asked)) : own), ...others.filter((one) => !own.some((each) => each.value === one.value)), ...typed].filter((one) => !has.has(one.value))
  return (
    <section className="w-card">
      <h2 className="card-title">{t.hand}</h2>
      <div className="form-line">
        <Select showSearch allowClear aria-label={t.find} placeholder={t.find} style={{ flex: 1, minWidth: 220, maxWidth: 480 }} value={person} filterOption={false} onSearch={setAsked} onChange={(next: string | undefined) => setPerson(next ?? null)} options={options} notFoundContent={asked.length >= 2 ? t.unknown : null} />
        <Button type="primary" disabled={!person} loading={give.isPending} onClick={() => person && give.mutate(person)}>{t.give}</Button>
      </div>
      {give.error && <ErrorState error={give.error} kept />}
    </section>
  )
}

function People({ usage, mayTake }: { usage: Usage; mayTake: boolean }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const take = useAction((memberId: string, key) => api.recallPack(usage.pack.id, memberId, key), () => void queries.invalidateQueries({ queryKey: ['enterprise-pack', usage.pack.id] }))
  const ask = (one: EnterprisePackSeat) =>
    modal.confirm({ title: t.backTitle(one.name || one.memberId), content: t.backEffect, okText: t.back, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => take.mutate(one.memberId, { onError: (error) => void message.error(problemText(error)) }) })
  const columns: TableProps<EnterprisePackSeat>['columns'] = [
    { title: t.person, render: (_, one) => <Link to={`/members/${one.memberId}`}>{one.name || t.gone}</Link> },
    { title: t.at, render: (_, one) => <DateTimeText at={one.assignedAt} /> },
    { title: t.by, render: (_, one) => one.assignedBy ?? '—' },
    { title: t.uses, align: 'right', className: 'num', render: (_, one) => t.times(formats.count(one.uses)) },
    { title: '', render: (_, one) => <>{one.recalledAt ? <Mark>{t.cameBack}</Mark> : <Mark tone="good">{t.inUse}</Mark>} <Why subject={one.name || one.memberId} explanation={one.why} /></> },
    { title: '', align: 'right', render: (_, one) => mayTake && !one.recalledAt && one.uses === 0 && <Button size="small" danger type="text" onClick={() => ask(one)}>{t.back}</Button> },
  ]
  return (
    <section className="w-card list-card">
      {usage.people.length === 0 ? <EmptyState title={t.nobody} hint={t.nobodyHint} /> : <Table size="middle" columns={columns} dataSource={usage.people} rowKey={(one) => `${one.memberId} ${one.assignedAt}`} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: true }} />}
    </section>
  )
}
