import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf, type CouponBatch, type CouponCampaign, type Said } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, Figure, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Form, Input, InputNumber, Modal, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { CampaignMark } from './campaigns'
import { couponWords } from './words'

const texts = dictionary(
  {
    publish: '发布', pause: '暂停', end: '结束', endTitle: '结束这个活动？', endEffect: '结束后不能再领取和使用，也不能恢复。', keep: '保留',
    claimed: '已领', of: (n: string) => `共 ${n}`, reserved: '占用中', redeemed: '已用', rolledBack: '已退回', discount: '已优惠', codes: '券码',
    terms: '规则', kind: '方式', offer: '优惠', products: '适用', allProducts: '全部商品', category: '类别', group: '叠加组', runs: '有效期', limits: '限制', noLimit: '不限', total: (n: string) => `总共 ${n} 次`, perDay: (n: string) => `每天 ${n} 次`, perMember: (n: string) => `每人 ${n} 次`,
    batches: '券码批次', make: '生成券码', pattern: '样式', patternHint: '# 随机字符，@ 校验字符', count: '数量', made: '已生成', export: '下载', seal: '销毁密钥', sealTitle: '销毁这一批的密钥？', sealEffect: '只存券码的摘要。销毁后任何人都不能再导出这一批。', sealed: '已封存', started: '已开始生成，进度见任务', value: '面额（元），留空为一码一用', noBatches: '还没有券码。公开码和会员领取不需要生成。',
  },
  {
    publish: 'Publish', pause: 'Pause', end: 'End', endTitle: 'End this campaign?', endEffect: 'It can no longer be claimed or used, and does not come back.', keep: 'Keep',
    claimed: 'Claimed', of: (n: string) => `of ${n}`, reserved: 'In unpaid orders', redeemed: 'Used', rolledBack: 'Given back', discount: 'Taken off', codes: 'Codes',
    terms: 'Terms', kind: 'How it is given', offer: 'Offer', products: 'For', allProducts: 'everything', category: 'Category', group: 'Group', runs: 'Valid', limits: 'Limits', noLimit: 'none', total: (n: string) => `${n} in all`, perDay: (n: string) => `${n} a day`, perMember: (n: string) => `${n} per member`,
    batches: 'Batches of codes', make: 'Make codes', pattern: 'Pattern', patternHint: '# a random symbol, @ the check symbol', count: 'How many', made: 'Made', export: 'Download', seal: 'Destroy the seed', sealTitle: 'Destroy the seed of this batch?', sealEffect: 'Only digests are stored. Without the seed nobody can export these codes again.', sealed: 'sealed', started: 'The codes are being made; see Jobs', value: 'Value in yuan; empty for single use', noBatches: 'No codes yet. A public code and claimed coupons need none.',
  },
)

export default function CampaignScreen() {
  const { say } = useAppearance()
  const staff = useStaff()
  const { id = '' } = useParams()
  const [making, setMaking] = useState(false)
  const found = useQuery({ queryKey: ['coupon-campaign', id], queryFn: () => api.couponCampaign(id), refetchInterval: 5_000 })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <SkeletonBlock height={380} />
  const { campaign, batches } = found.data
  return (
    <Page
      title={
        <>
          {say(campaign.name)} <CampaignMark state={campaign.state} />
        </>
      }
      name={say(campaign.name)}
      purpose={say(campaign.offer)}
      actions={staff.may('coupons.write') && <Steps campaign={campaign} version={versionOf(found.data)} />}
    >
      <Figures campaign={campaign} />
      <div className="columns">
        <Batches batches={batches} onMake={campaign.state !== 'ended' && staff.may('coupons.write') ? () => setMaking(true) : undefined} mayExport={staff.may('coupons.export')} />
        <Terms campaign={campaign} />
      </div>
      <MakeCodes campaignId={id} open={making} onClose={() => setMaking(false)} />
    </Page>
  )
}

function Figures({ campaign }: { campaign: CouponCampaign }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { figures, limits } = campaign
  return (
    <div className="figures">
      {campaign.kind === 'personal' ? (
        <Figure label={t.claimed} value={formats.count(figures.claimed)} note={limits.claimStock == null ? undefined : t.of(formats.count(limits.claimStock))} />
      ) : (
        <Figure label={t.codes} value={formats.count(Math.max(figures.codesMade, campaign.kind === 'public' ? 1 : 0))} />
      )}
      <Figure label={t.reserved} value={formats.count(figures.reserved)} />
      <Figure label={t.redeemed} value={formats.count(figures.redeemed)} note={limits.total == null ? undefined : t.of(formats.count(limits.total))} />
      <Figure label={t.rolledBack} value={formats.count(figures.rolledBack)} />
      <Figure label={t.discount} value={formats.money({ minor: figures.discountMinor, currency: campaign.worth.currency })} />
    </div>
  )
}

function Terms({ campaign }: { campaign: CouponCampaign }) {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { say, formats } = useAppearance()
  const { limits } = campaign
  const stacking = useQuery({ queryKey: ['coupon-stacking'], queryFn: api.couponStacking })
  const nameOf = (list: { code: string; name?: Said | null }[] | undefined, code: string) => say(list?.find((one) => one.code === code)?.name) || code
  const said = [
    limits.total == null ? null : t.total(formats.count(limits.total)),
    limits.perDay == null ? null : t.perDay(formats.count(limits.perDay)),
    limits.perMember == null ? null : t.perMember(formats.count(limits.perMember)),
  ].filter((one) => one !== null)
  const rows: [string, React.ReactNode][] = [
    [t.kind, wordFor(words.kinds, campaign.kind)],
    [t.offer, say(campaign.offer)],
    [t.products, campaign.products.length === 0 ? t.allProducts : campaign.products.map((one) => wordFor(words.products, one)).join(' · ')],
    [t.limits, said.length === 0 ? t.noLimit : said.join(' · ')],
    [t.category, <Link key="category" to="/coupons/stacking">{nameOf(stacking.data?.rules.categories, campaign.category)}</Link>],
    [t.group, <Link key="group" to="/coupons/stacking">{nameOf(stacking.data?.rules.groups, campaign.group)}</Link>],
    [t.runs, <span key="runs"><DateTimeText at={campaign.startsAt} /> – <DateTimeText at={campaign.endsAt} /></span>],
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.terms}</h2>
      <dl className="coupon-terms">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Steps({ campaign, version }: { campaign: CouponCampaign; version: string | undefined }) {
  const t = useTexts(texts)
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const renew = () => void queries.invalidateQueries({ queryKey: ['coupon-campaign', campaign.id] })
  const run = useEdit({
    version,
    send: (step: 'publish' | 'pause' | 'end', made, key) => api.moveCampaign(campaign.id, step, made, key),
    latest: async () => versionOf(await api.couponCampaign(campaign.id)),
    reload: renew,
    after: renew,
  })
  const go = (step: 'publish' | 'pause' | 'end') => run.save(step, { onError: (error) => void message.error(problemText(error)) })
  const end = () => modal.confirm({ title: t.endTitle, content: t.endEffect, okText: t.end, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => go('end') })
  if (campaign.state === 'ended') return null
  return (
    <>
      {run.notice}
      <Button danger type="text" onClick={end}>
        {t.end}
      </Button>
      {campaign.state === 'live' ? (
        <Button onClick={() => go('pause')} loading={run.pending}>
          {t.pause}
        </Button>
      ) : (
        <Button type="primary" onClick={() => go('publish')} loading={run.pending}>
          {t.publish}
        </Button>
      )}
    </>
  )
}

function Batches({ batches, onMake, mayExport }: { batches: CouponBatch[]; onMake?: () => void; mayExport: boolean }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const seal = useAction((id: string, key) => api.sealCodes(id, key), () => void queries.invalidateQueries({ queryKey: ['coupon-campaign'] }))
  const ask = (id: string) => modal.confirm({ title: t.sealTitle, content: t.sealEffect, okText: t.seal, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => seal.mutate(id) })
  const columns: TableProps<CouponBatch>['columns'] = [
    { title: t.pattern, render: (_, one) => <code>{one.pattern}</code> },
    { title: t.made, align: 'right', className: 'num', render: (_, one) => `${formats.count(one.made)} / ${formats.count(one.wanted)}` },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        !one.exportable ? (
          one.made === one.wanted && <Mark>{t.sealed}</Mark>
        ) : mayExport ? (
          <>
            <Button size="small" type="link" href={`/v1/code-batches/${one.id}/codes`}>
              {t.export}
            </Button>
            <Button size="small" type="text" danger onClick={() => ask(one.id)}>
              {t.seal}
            </Button>
          </>
        ) : null,
    },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.batches}
        {onMake && (
          <Button size="small" onClick={onMake}>
            {t.make}
          </Button>
        )}
      </h2>
      {batches.length === 0 ? <p className="w-quiet">{t.noBatches}</p> : <Table size="small" columns={columns} dataSource={batches} rowKey="id" pagination={false} />}
    </section>
  )
}

function MakeCodes({ campaignId, open, onClose }: { campaignId: string; open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const make = useAction(
    (asked: { pattern: string; count: number; value?: number | null }, key) =>
      api.orderCodes(campaignId, { pattern: asked.pattern, count: asked.count, valueMinor: asked.value ? Math.round(asked.value * 100) : null }, key),
    () => {
      void message.success(t.started)
      void queries.invalidateQueries({ queryKey: ['coupon-campaign', campaignId] })
      onClose()
    },
  )
  const required = [{ required: true, message: words.missing }]
  return (
    <Modal open={open} onCancel={onClose} title={t.make} footer={null} destroyOnHidden width={440}>
      <Form layout="vertical" requiredMark={false} initialValues={{ pattern: 'WS-####-####-###@', count: 1000 }} onFinish={(asked: { pattern: string; count: number; value?: number }) => make.mutate(asked)}>
        <Form.Item name="pattern" label={t.pattern} extra={t.patternHint} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="count" label={t.count} rules={required}>
          <InputNumber min={1} max={20_000_000} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="value" label={t.value}>
          <InputNumber min={0.01} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        {make.error && <ErrorState error={make.error} kept />}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t.make}
        </Button>
      </Form>
    </Modal>
  )
}
