import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, dictionary, Drawer, ErrorState, Figure, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Form, Input, Modal, type TableProps, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { ListTable, Page } from '../../shell/page'

type Link = Shapes['links.ShortLinkView']
type Draft = Shapes['links.ShortLinkDraft']

const texts = dictionary(
  {
    title: '短链接', purpose: '写进消息或印在海报上的短地址。发到消息里的，会记下是谁点开的；爬虫和预览另计。', make: '新建短链接', name: '用途', address: '短地址', target: '打开', people: '点开', members: '会员', machines: '机器访问', made: '建立', retired: '已停用', none: '还没有短链接', noneHint: '建一个，把地址贴进消息模板。',
    code: '短码', codeHint: '留空由系统生成。', targetHint: '写 https 地址，或本站路径，如 /app/coupons', campaign: '活动参数', campaignHint: '会加在目标地址后面，供统计工具识别。', source: '来源', medium: '媒介', called: '活动名', missing: '请填写', save: '建立', days: '每天点开', noClicks: '还没有人点开。', retire: '停用', retireTitle: (name: string) => `停用“${name}”？`, retireEffect: '以后打开只会看到“已停用”，印出去的也一样，不能恢复。', keep: '保留', told: '机器访问是搜索引擎、聊天预览、邮件安全扫描等，不算在点开里。', copy: '复制',
  },
  {
    title: 'Short links', purpose: 'Short addresses for messages and posters. In a message they say who opened them; crawlers and previews are counted apart.', make: 'New short link', name: 'What for', address: 'Short address', target: 'Opens', people: 'Clicks', members: 'Members', machines: 'By machines', made: 'Created', retired: 'retired', none: 'No short links yet', noneHint: 'Make one and paste its address into a message text.',
    code: 'Code', codeHint: 'Leave empty and one is drawn.', targetHint: 'An https address, or a path of ours such as /app/coupons', campaign: 'Campaign parameters', campaignHint: 'Added to the target, for tools that count visits.', source: 'Source', medium: 'Medium', called: 'Campaign', missing: 'Required', save: 'Create', days: 'Clicks by day', noClicks: 'Nobody opened it yet.', retire: 'Retire', retireTitle: (name: string) => `Retire “${name}”?`, retireEffect: 'From then on it says “no longer in use”, printed ones too. This cannot be undone.', keep: 'Keep', told: 'Machines are search engines, previews of chats, scanners of mail; they are not among the clicks.', copy: 'Copy',
  },
)

const defaults = { open: '' }

export default function ShortLinks() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const staff = useStaff()
  const [filters, change] = useFilters(defaults)
  const [making, setMaking] = useState(false)
  const list = useCursorList('short-links', async () => ({ items: await api.shortLinks(), next: null }), {}, 10_000)
  const columns: TableProps<Link>['columns'] = [
    {
      title: t.name,
      render: (_, one) => (
        <span className="clip">
          <b>{one.title}</b> {one.retiredAt && <Mark>{t.retired}</Mark>}
        </span>
      ),
    },
    { title: t.people, align: 'right', className: 'num', render: (_, one) => formats.count(one.people) },
    { title: t.members, align: 'right', className: 'num', render: (_, one) => formats.count(one.members) },
    { title: t.machines, align: 'right', className: 'num', render: (_, one) => formats.count(one.machines) },
    { title: t.address, render: (_, one) => <code>{one.address}</code> },
    { title: t.target, render: (_, one) => <span className="clip">{one.target}</span> },
    { title: t.made, render: (_, one) => <DateTimeText at={one.createdAt} /> },
  ]
  const make = staff.may('journeys.write') && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={make}>
      <ListTable list={list} columns={columns} rowKey="code" onOpen={(one) => change({ open: one.code })} empty={{ title: t.none, hint: t.noneHint, action: make || undefined }} />
      <MakeLink open={making} onClose={() => setMaking(false)} onMade={(code) => change({ open: code })} />
      <LinkReport code={filters.open} onClose={() => change({ open: '' })} />
    </Page>
  )
}

function MakeLink({ open, onClose, onMade }: { open: boolean; onClose(): void; onMade(code: string): void }) {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const make = useAction(
    (draft: Draft, key) => api.makeShortLink(draft, key),
    (made) => {
      void queries.invalidateQueries({ queryKey: ['short-links'] })
      onClose()
      onMade(made.code)
    },
  )
  const required = [{ required: true, whitespace: true, message: t.missing }]
  const send = (asked: { title: string; target: string; code?: string; campaign?: Record<string, string | undefined> }) => {
    const named = Object.entries(asked.campaign ?? {}).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : []))
    make.mutate({ title: asked.title, target: asked.target, code: asked.code || undefined, campaign: Object.fromEntries(named) })
  }
  return (
    <Modal open={open} onCancel={onClose} title={t.make} footer={null} destroyOnHidden width={560} afterClose={make.reset}>
      <Form layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="title" label={t.name} rules={required}>
          <Input autoComplete="off" maxLength={80} />
        </Form.Item>
        <Form.Item name="target" label={t.target} rules={required} extra={t.targetHint}>
          <Input autoComplete="off" inputMode="url" />
        </Form.Item>
        <Form.Item name="code" label={t.code} extra={t.codeHint}>
          <Input autoComplete="off" maxLength={20} style={{ width: 220 }} />
        </Form.Item>
        <h3 className="card-title">{t.campaign}</h3>
        <p className="w-quiet">{t.campaignHint}</p>
        <Form.Item name={['campaign', 'utm_campaign']} label={t.called}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name={['campaign', 'utm_source']} label={t.source}>
          <Input autoComplete="off" maxLength={60} placeholder="sms" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name={['campaign', 'utm_medium']} label={t.medium}>
          <Input autoComplete="off" maxLength={60} placeholder="message" style={{ width: 220 }} />
        </Form.Item>
        {make.error && <ErrorState error={make.error} kept />}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}

function LinkReport({ code, onClose }: { code: string; onClose(): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { modal } = App.useApp()
  const staff = useStaff()
  const queries = useQueryClient()
  const report = useQuery({ queryKey: ['short-links', 'one', code], queryFn: () => api.shortLink(code), enabled: code !== '', refetchInterval: 10_000 })
  const retire = useAction(({ of }: { of: string }, key) => api.retireShortLink(of, key), () => void queries.invalidateQueries({ queryKey: ['short-links'] }))
  const link = report.data?.link
  const most = Math.max(1, ...(report.data?.days ?? []).map((day) => day.people))
  return (
    <Drawer open={code !== ''} onClose={onClose} eyebrow={t.title} title={link?.title ?? ''}>
      {report.error ? (
        <ErrorState error={report.error} />
      ) : !link || !report.data ? (
        <SkeletonBlock />
      ) : (
        <div className="stack">
          <Typography.Paragraph copyable={{ text: link.address, tooltips: [t.copy, t.copy] }}>
            <code>{link.address}</code>
          </Typography.Paragraph>
          <p style={{ overflowWrap: 'anywhere' }}>
            {t.target} {link.target}
            {Object.entries(link.campaign).map(([name, value]) => (
              <Mark key={name}>
                {name}={value}
              </Mark>
            ))}
          </p>
          <div className="figures is-dense">
            <Figure label={t.people} value={formats.count(link.people)} />
            <Figure label={t.members} value={formats.count(link.members)} />
            <Figure label={t.machines} value={formats.count(link.machines)} />
          </div>
          <p className="w-quiet">{t.told}</p>
          <h3 className="card-title">{t.days}</h3>
          {report.data.days.length === 0 ? (
            <p className="w-quiet">{t.noClicks}</p>
          ) : (
            <div className="bars">
              {report.data.days.map((day) => (
                <div className="bars-row" key={day.day}>
                  <span className="num">{formats.date(day.day)}</span>
                  <span className="bars-track" aria-hidden>
                    <span className="bars-bar is-strong" style={{ width: `${(100 * day.people) / most}%` }} />
                  </span>
                  <span className="num">{formats.count(day.people)}</span>
                </div>
              ))}
            </div>
          )}
          {retire.error && <ErrorState error={retire.error} kept />}
          {staff.may('journeys.write') && !link.retiredAt && (
            <Button danger type="text" loading={retire.isPending} onClick={() => modal.confirm({ title: t.retireTitle(link.title), content: t.retireEffect, okText: t.retire, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => retire.mutate({ of: link.code }) })}>
              {t.retire}
            </Button>
          )}
          {link.retiredAt && (
            <p>
              <Mark>{t.retired}</Mark> <DateTimeText at={link.retiredAt} />
            </p>
          )}
        </div>
      )}
    </Drawer>
  )
}
