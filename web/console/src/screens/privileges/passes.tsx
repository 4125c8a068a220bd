import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { App, Button, Form, Input, Modal, Select, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'

type Product = Shapes['passes.PassViews.ProductView']
type Pass = Shapes['passes.PassViews.PassView']
type Closure = Shapes['passes.ClosureView']

const texts = dictionary(
  {
    title: '年卡', create: '新建年卡', purpose: '在售年卡、每一张年卡，以及闭园顺延。', products: '在售年卡', passes: '年卡', closures: '闭园与顺延', close: '登记闭园', name: '名称', price: '售价', sites: '可入园', rules: '规则', holder: '持卡人', member: '会员', standing: '状态', until: '有效期', left: '剩余天数', last: '最近入园', block: '停用', unblock: '恢复', why: '有效期', blockTitle: '停用这张年卡？', blockEffect: '闸机立即拒绝，直到有人恢复。', blockCause: '转借他人使用', keep: '保留', none: '还没有人买年卡', noneHint: '会员在“权益 › 年卡”里购买。', noClosures: '没有登记过闭园。', site: '场所', days: '日期', cause: '原因', causeZh: '原因（中文）', causeEn: '原因（英文）', first: '首日', lastDay: '末日', extended: '顺延', extendedBy: (passes: string, days: string) => `${passes} 张，共 ${days} 天`, save: '登记并顺延', missing: '请填写', started: '已登记，后台正在逐张顺延并通知会员', uses: (n: number) => `每天 ${n} 次`, gap: (n: number) => `间隔 ${n} 分钟`, months: (n: number) => `${n} 个月`, extends: '闭园顺延', bound: '绑定本人', free: '可转让',
    starts: { now: '付款当天起', next_day: '次日起', first_use: '首次使用起', fixed: '固定日起' } as Record<string, string>,
    standings: { valid: '有效', rests: '休停', begins_later: '未开始', waits_for_first_use: '待首次使用', ended: '已到期', blocked: '已停用', returned: '已退', upgraded: '已升级', unpaid: '未付款' } as Record<string, string>,
  },
  {
    title: 'Annual passes', create: 'New pass', purpose: 'Passes on sale, every pass sold, and closures that give days back.', products: 'On sale', passes: 'Passes', closures: 'Closures', close: 'Close a site', name: 'Name', price: 'Price', sites: 'Opens', rules: 'Rules', holder: 'Holder', member: 'Member', standing: 'State', until: 'Valid', left: 'Days left', last: 'Last visit', block: 'Block', unblock: 'Open again', why: 'Validity', blockTitle: 'Block this pass?', blockEffect: 'Gates refuse it at once, until somebody opens it again.', blockCause: 'Lent to somebody else', keep: 'Keep', none: 'Nobody has a pass yet', noneHint: 'Members buy them under Benefits › Annual passes.', noClosures: 'No site was closed.', site: 'Site', days: 'Days', cause: 'Cause', causeZh: 'Cause in Chinese', causeEn: 'Cause in English', first: 'First day', lastDay: 'Last day', extended: 'Given back', extendedBy: (passes: string, days: string) => `${days} days on ${passes} passes`, save: 'Close and give days back', missing: 'Fill this in', started: 'Closed; a job extends each pass and tells its member', uses: (n: number) => `${n} a day`, gap: (n: number) => `${n} min apart`, months: (n: number) => `${n} months`, extends: 'closures extend', bound: 'bound to holder', free: 'transferable',
    starts: { now: 'from payment', next_day: 'from the next day', first_use: 'from the first use', fixed: 'from a fixed day' } as Record<string, string>,
    standings: { valid: 'Valid', rests: 'Resting', begins_later: 'Not begun', waits_for_first_use: 'Waits for first use', ended: 'Ended', blocked: 'Blocked', returned: 'Returned', upgraded: 'Upgraded', unpaid: 'Unpaid' } as Record<string, string>,
  },
)

const tone = (standing: string) => (standing === 'valid' ? 'good' : standing === 'blocked' ? 'stop' : standing === 'rests' ? 'attention' : 'plain')

export default function Passes() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const [closing, setClosing] = useState(false)
  const products = useQuery({ queryKey: ['pass-products'], queryFn: api.passProducts })
  const columns: TableProps<Product>['columns'] = [
    { title: t.name, render: (_, one) => <b>{say(one.name)}</b> },
    { title: t.price, align: 'right', className: 'num', render: (_, one) => formats.money({ minor: one.priceMinor, currency: 'CNY' }) },
    { title: t.sites, render: (_, one) => one.sites.map((site) => say(site.name)).join(' · ') },
    {
      title: t.rules,
      render: (_, one) => [t.months(one.months), wordFor(t.starts, one.activation), t.uses(one.usesPerDay), one.gapMinutes > 0 ? t.gap(one.gapMinutes) : '', one.extendsOnClosure ? t.extends : '', one.transferable ? t.free : t.bound].filter(Boolean).join(' · '),
    },
  ]
  const close = staff.may('mall.write') && (
    <>
      <Button onClick={() => setClosing(true)}>{t.close}</Button>
      <Link to="/passes/new">
        <Button type="primary">{t.create}</Button>
      </Link>
    </>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={close}>
      <div className="stack">
        <section className="w-card">
          <h2 className="card-title">{t.products}</h2>
          {products.error ? <ErrorState error={products.error} /> : products.data ? <Table size="middle" columns={columns} dataSource={products.data} rowKey="id" pagination={false} scroll={{ x: true }} /> : <SkeletonBlock />}
        </section>
        <Sold mayWrite={staff.may('mall.write')} />
        <Closures />
      </div>
      <CloseSite open={closing} onClose={() => setClosing(false)} />
    </Page>
  )
}

function Sold({ mayWrite }: { mayWrite: boolean }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const passes = useQuery({ queryKey: ['all-passes'], queryFn: async () => (await api.allPasses({ limit: 50 })).items, refetchInterval: 15_000 })
  const refresh = () => void queries.invalidateQueries({ queryKey: ['all-passes'] })
  const block = useAction(({ id }: { id: string }, key) => api.blockPass(id, t.blockCause, key), refresh)
  const unblock = useAction(({ id }: { id: string }, key) => api.unblockPass(id, key), refresh)
  const ask = (id: string) => modal.confirm({ title: t.blockTitle, content: t.blockEffect, okText: t.block, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => block.mutate({ id }) })
  const columns: TableProps<Pass>['columns'] = [
    { title: t.name, render: (_, one) => say(one.product.name) },
    { title: t.holder, render: (_, one) => <Link to={`/members/${one.memberId}`}>{one.holder || one.memberId}</Link> },
    { title: t.standing, render: (_, one) => <Mark tone={tone(one.standing)}>{wordFor(t.standings, one.standing)}</Mark> },
    {
      title: t.until,
      className: 'num',
      render: (_, one) => (
        <>
          {one.from && one.until ? `${formats.date(one.from)} – ${formats.date(one.until)}` : '—'} <Why subject={t.why} explanation={one.why} />
        </>
      ),
    },
    { title: t.left, align: 'right', className: 'num', render: (_, one) => `${one.daysLeft} / ${one.daysInAll}` },
    { title: t.last, render: (_, one) => (one.uses[0] ? <DateTimeText at={one.uses[0].at} /> : '—') },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        mayWrite &&
        (one.standing === 'blocked' ? (
          <Button size="small" onClick={() => unblock.mutate({ id: one.id })}>
            {t.unblock}
          </Button>
        ) : (
          ['valid', 'rests', 'begins_later', 'waits_for_first_use'].includes(one.standing) && (
            <Button size="small" type="text" danger onClick={() => ask(one.id)}>
              {t.block}
            </Button>
          )
        )),
    },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.passes}</h2>
      {(block.error ?? unblock.error) && <ErrorState error={block.error ?? unblock.error} kept />}
      {passes.error ? <ErrorState error={passes.error} onRetry={() => void passes.refetch()} /> : !passes.data ? <SkeletonBlock /> : passes.data.length === 0 ? <EmptyState title={t.none} hint={t.noneHint} /> : <Table size="small" columns={columns} dataSource={passes.data} rowKey="id" pagination={{ pageSize: 15, hideOnSinglePage: true }} scroll={{ x: true }} />}
    </section>
  )
}

function Closures() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const closures = useQuery({ queryKey: ['pass-closures'], queryFn: api.passClosures, refetchInterval: 10_000 })
  const columns: TableProps<Closure>['columns'] = [
    { title: t.site, render: (_, one) => say(one.site.name) },
    { title: t.days, className: 'num', render: (_, one) => `${formats.date(one.firstDay)} – ${formats.date(one.lastDay)}` },
    { title: t.cause, render: (_, one) => say(one.cause) },
    { title: t.extended, className: 'num', render: (_, one) => t.extendedBy(formats.count(one.passes), formats.count(one.days)) },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.closures}</h2>
      {closures.error ? <ErrorState error={closures.error} /> : !closures.data ? <SkeletonBlock /> : closures.data.length === 0 ? <p className="w-quiet">{t.noClosures}</p> : <Table size="small" columns={columns} dataSource={closures.data} rowKey="id" pagination={false} scroll={{ x: true }} />}
    </section>
  )
}

interface Asked { site: string; firstDay: string; lastDay: string; zh: string; en: string }

function CloseSite({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sites = useQuery({ queryKey: ['pass-sites'], queryFn: api.passSites, enabled: open })
  const close = useAction(
    (asked: Asked, key) => api.closeSite({ site: asked.site, firstDay: asked.firstDay, lastDay: asked.lastDay, cause: { zh: asked.zh, en: asked.en } }, key),
    () => {
      void message.success(t.started)
      void queries.invalidateQueries({ queryKey: ['pass-closures'] })
      onClose()
    },
  )
  const rules = [{ required: true, message: t.missing }]
  return (
    <Modal open={open} onCancel={onClose} title={t.close} footer={null} destroyOnHidden width={520}>
      <Form<Asked> layout="vertical" requiredMark={false} onFinish={(asked) => close.mutate(asked)}>
        <Form.Item name="site" label={t.site} rules={rules}>
          <Select options={(sites.data ?? []).map((site) => ({ value: site.code, label: say(site.name) }))} />
        </Form.Item>
        <Form.Item name="firstDay" label={t.first} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="lastDay" label={t.lastDay} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="zh" label={t.causeZh} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="en" label={t.causeEn} rules={rules}>
          <Input maxLength={80} />
        </Form.Item>
        {close.error && <ErrorState error={close.error} kept />}
        <Button type="primary" htmlType="submit" loading={close.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}
