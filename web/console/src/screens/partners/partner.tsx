import { useQuery, useQueryClient } from '@tanstack/react-query'
import { DateTimeText, dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, DatePicker, Form, InputNumber, Modal, Progress, Table, type TableProps } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { ContractCard } from './contract'
import { PartnerFigures } from './partner-figures'
import { Suspense } from './suspense'
import { partnerWords } from './words'

const texts = dictionary(
  {
    purpose: '会员把积分换进换出，我们和对方按月结清。', packs: '积分包', left: (n: string) => `还可发放 ${n} 分`, low: '余量不足，请通知合作方补充', addPack: '登记积分包', starts: '开始日', points: '积分', price: '价款（元）', drawn: (drawn: string, all: string) => `已用 ${drawn} / ${all}`, noPacks: '还没有积分包。', save: '登记',
    files: '交换文件', file: '文件', lines: '行数', units: '合计', at: '时间', noFiles: '还没有收到文件。', months: '月结', locked: '已锁账', open: '未锁账', noMonths: '还没有出过账。', run: '出本月账', conversions: '最近兑换', event: '事件号', way: '方向', channel: '来源', state: '状态', member: '会员', noConversions: '还没有兑换。',
  },
  {
    purpose: 'Members convert points both ways; we settle with the partner every month.', packs: 'Packs', left: (n: string) => `${n} points left to issue`, low: 'Runs low: ask the partner to buy another pack', addPack: 'Note a pack', starts: 'Starts', points: 'Points', price: 'Price (yuan)', drawn: (drawn: string, all: string) => `${drawn} of ${all} used`, noPacks: 'No packs yet.', save: 'Note it',
    files: 'Exchange files', file: 'File', lines: 'Lines', units: 'Units', at: 'When', noFiles: 'No files yet.', months: 'Months', locked: 'Locked', open: 'Open', noMonths: 'No month was counted yet.', run: 'Count this month', conversions: 'Latest conversions', event: 'Event', way: 'Way', channel: 'From', state: 'State', member: 'Member', noConversions: 'No conversions yet.',
  },
)

type Partner = Awaited<ReturnType<typeof api.partner>>
type File = Awaited<ReturnType<typeof api.partnerFiles>>[number]
type Conversion = Awaited<ReturnType<typeof api.partnerConversions>>[number]

export default function PartnerScreen() {
  const code = useParams().code ?? ''
  const t = useTexts(texts)
  const { say } = useAppearance()
  const partner = useQuery({ queryKey: ['partner', code], queryFn: () => api.partner(code) })
  const name = partner.data ? say(partner.data.name) : code
  return (
    <Page title={name} name={name} purpose={t.purpose}>
      {partner.error ? (
        <ErrorState error={partner.error} onRetry={() => void partner.refetch()} />
      ) : !partner.data ? (
        <SkeletonBlock />
      ) : (
        <>
          <PartnerFigures partner={partner.data} />
          <div className="columns">
            <div className="stack">
              <Suspense code={code} />
              <Conversions code={code} />
              <Files code={code} />
            </div>
            <div className="stack">
              <Months code={code} />
              {partner.data.inForce?.billing === 'prepaid' && <Packs partner={partner.data} />}
              <ContractCard partner={partner.data} />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

function Packs({ partner }: { partner: Partner }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const staff = useStaff()
  const [adding, setAdding] = useState(false)
  return (
    <section className="w-card">
      <h2 className="card-title">{t.packs}</h2>
      <p className="num">
        {t.left(formats.count(partner.left))} {partner.low && <Mark tone="attention">{t.low}</Mark>}
      </p>
      {partner.packs.length === 0 && <p className="w-quiet">{t.noPacks}</p>}
      {partner.packs.map((pack) => (
        <div key={pack.number}>
          <span className="w-quiet">
            {formats.date(pack.startsOn)} · {t.drawn(formats.count(pack.drawn), formats.count(pack.points))} · {formats.money({ minor: pack.priceMinor, currency: 'CNY' })}
          </span>
          <Progress percent={Math.round((pack.drawn * 100) / pack.points)} size="small" />
        </div>
      ))}
      {staff.may('partners.write') && <Button onClick={() => setAdding(true)}>{t.addPack}</Button>}
      <AddPack code={partner.code} open={adding} onClose={() => setAdding(false)} />
    </section>
  )
}

interface PackDraft {
  starts: Dayjs
  points: number
  price: number
}

function AddPack({ code, open, onClose }: { code: string; open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const queries = useQueryClient()
  const add = useAction(
    (pack: PackDraft, key) => api.addPack(code, { startsOn: pack.starts.format('YYYY-MM-DD'), points: pack.points, priceMinor: Math.round(pack.price * 100) }, key),
    () => {
      void queries.invalidateQueries({ queryKey: ['partner', code] })
      onClose()
    },
  )
  const required = [{ required: true, message: words.missing }]
  return (
    <Modal open={open} onCancel={onClose} title={t.addPack} footer={null} destroyOnHidden>
      <Form<PackDraft> layout="vertical" requiredMark={false} onFinish={(pack) => add.mutate(pack)}>
        <Form.Item name="starts" label={t.starts} rules={required}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="points" label={t.points} rules={required}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="price" label={t.price} rules={required}>
          <InputNumber min={0} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        {add.error && <ErrorState error={add.error} kept />}
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}

function Months({ code }: { code: string }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const staff = useStaff()
  const queries = useQueryClient()
  const months = useQuery({ queryKey: ['partner-months', code], queryFn: () => api.partnerMonths(code) })
  const world = useQuery({ queryKey: ['world'], queryFn: api.world })
  const run = useAction(
    (month: string, key) => api.runPartnerMonth(code, month, key),
    () => void queries.invalidateQueries({ queryKey: ['partner-months', code] }),
  )
  return (
    <section className="w-card">
      <h2 className="card-title">{t.months}</h2>
      {months.data?.length === 0 && <p className="w-quiet">{t.noMonths}</p>}
      <ul className="plain-list">
        {months.data?.map((one) => (
          <li key={one.month}>
            <Link to={`/partners/${code}/months/${one.month}`}>{one.month}</Link>
            <Mark tone={one.locked ? 'good' : 'plain'}>{one.locked ? t.locked : t.open}</Mark>
          </li>
        ))}
      </ul>
      {staff.may('partners.settle') && world.data && (
        <Button loading={run.isPending} onClick={() => run.mutate(formats.isoMonth(world.data.now))}>
          {t.run}
        </Button>
      )}
      {run.error && <ErrorState error={run.error} kept />}
    </section>
  )
}

function Files({ code }: { code: string }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const files = useQuery({ queryKey: ['partner-files', code], queryFn: () => api.partnerFiles(code) })
  const columns: TableProps<File>['columns'] = [
    { title: t.file, render: (_, one) => <Link to={`/partners/${code}/files/${one.id}`}>{one.name}</Link> },
    { title: t.lines, align: 'right', className: 'num', render: (_, one) => formats.count(one.lines) },
    { title: t.units, align: 'right', className: 'num', render: (_, one) => formats.count(one.units) },
    { title: t.at, render: (_, one) => <DateTimeText at={one.receivedAt} /> },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.files}</h2>
      {files.data?.length === 0 ? <p className="w-quiet">{t.noFiles}</p> : <Table size="small" columns={columns} dataSource={files.data} rowKey="id" pagination={false} scroll={{ x: 'max-content' }} />}
    </section>
  )
}

function Conversions({ code }: { code: string }) {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const { formats } = useAppearance()
  const conversions = useQuery({ queryKey: ['partner-conversions', code], queryFn: () => api.partnerConversions(code), refetchInterval: 5_000 })
  const columns: TableProps<Conversion>['columns'] = [
    { title: t.event, render: (_, one) => <code>{one.eventId}</code> },
    { title: t.way, render: (_, one) => <>{wordFor(words.ways, one.direction)} <span className="w-quiet">{wordFor(words.channels, one.channel)}</span></> },
    { title: t.units, align: 'right', className: 'num', render: (_, one) => formats.count(one.units) },
    { title: t.points, align: 'right', className: 'num', render: (_, one) => formats.count(one.points) },
    { title: t.member, render: (_, one) => (one.memberId ? <Link to={`/members/${one.memberId}`}>{one.memberId}</Link> : '—') },
    { title: t.state, render: (_, one) => <Mark tone={one.state === 'done' ? 'good' : one.state === 'suspense' || one.state === 'refused' ? 'attention' : 'plain'}>{wordFor(words.states, one.state)}</Mark> },
    { title: t.at, render: (_, one) => <DateTimeText at={one.askedAt} /> },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.conversions}</h2>
      {conversions.data?.length === 0 ? <p className="w-quiet">{t.noConversions}</p> : <Table size="small" columns={columns} dataSource={conversions.data} rowKey="id" pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 'max-content' }} />}
    </section>
  )
}
