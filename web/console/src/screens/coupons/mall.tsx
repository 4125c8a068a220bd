import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reward, RewardOrder } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Form, Input, InputNumber, Modal, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { couponWords, minor } from './words'

const texts = dictionary(
  {
    title: '积分商城', purpose: '积分或积分加现金兑换的商品，和每一张兑换单。', add: '上架商品', name: '名称', zh: '中文名称', en: '英文名称', price: '价值（元）', share: '积分占比', least: '积分最少占 %', most: '积分最多占 %', points: '积分', stock: '库存', first: '首次兑换门槛（积分）', limit: '每人限兑',
    orders: '兑换单', state: '状态', cash: '现金', at: '时间', fulfil: '已发放', reverse: '撤回', reverseTitle: '撤回这张兑换单？', reverseEffect: '积分按原批次退回，现金原路退回。', keep: '保留', save: '上架', none: '还没有商品', noneHint: '上架第一件，会员就能在“权益”里兑换。', noOrders: '还没有兑换单。', range: (from: string, to: string) => `${from}–${to} 积分`,
  },
  {
    title: 'Reward mall', purpose: 'What members get for points, or points and cash, and every order.', add: 'Add a reward', name: 'Name', zh: 'Name in Chinese', en: 'Name in English', price: 'Worth (yuan)', share: 'Share in points', least: 'Least % in points', most: 'Most % in points', points: 'Points', stock: 'Stock', first: 'Points needed before the first use', limit: 'Per member',
    orders: 'Orders', state: 'State', cash: 'Cash', at: 'When', fulfil: 'Handed out', reverse: 'Reverse', reverseTitle: 'Reverse this order?', reverseEffect: 'Points go back to the lots they came from, cash to the payer.', keep: 'Keep', save: 'Add', none: 'No rewards yet', noneHint: 'Add the first; members find it under Benefits.', noOrders: 'No orders yet.', range: (from: string, to: string) => `${from}–${to} points`,
  },
)

export default function Mall() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const [adding, setAdding] = useState(false)
  const rewards = useQuery({ queryKey: ['rewards'], queryFn: api.rewards, refetchInterval: 15_000 })
  const columns: TableProps<Reward>['columns'] = [
    { title: t.name, render: (_, one) => <b>{say(one.name)}</b> },
    { title: t.price, align: 'right', className: 'num', render: (_, one) => formats.money({ minor: one.priceMinor, currency: 'CNY' }) },
    { title: t.points, align: 'right', className: 'num', render: (_, one) => t.range(formats.count(one.leastPoints), formats.count(one.mostPoints)) },
    { title: t.first, align: 'right', className: 'num', render: (_, one) => formats.count(one.firstUsePoints) },
    { title: t.stock, align: 'right', className: 'num', render: (_, one) => formats.count(one.stock) },
  ]
  const add = staff.may('mall.write') && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={add}>
      <div className="stack">
        <section className="w-card list-card">
          {rewards.error ? (
            <ErrorState error={rewards.error} onRetry={() => void rewards.refetch()} />
          ) : !rewards.data ? (
            <SkeletonBlock />
          ) : rewards.data.length === 0 ? (
            <EmptyState title={t.none} hint={t.noneHint} action={add} />
          ) : (
            <Table size="middle" columns={columns} dataSource={rewards.data} rowKey="id" pagination={false} scroll={{ x: true }} />
          )}
        </section>
        <Orders rewards={rewards.data ?? []} mayMove={staff.may('mall.write')} />
      </div>
      <AddReward open={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function Orders({ rewards, mayMove }: { rewards: Reward[]; mayMove: boolean }) {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { say, formats } = useAppearance()
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const orders = useQuery({ queryKey: ['reward-orders'], queryFn: api.rewardOrders, refetchInterval: 10_000 })
  const move = useAction(
    ({ reference, step }: { reference: string; step: 'fulfil' | 'reverse' }, key) => api.moveReward(reference, step, key),
    () => void queries.invalidateQueries({ queryKey: ['reward-orders'] }),
  )
  const go = (reference: string, step: 'fulfil' | 'reverse') => move.mutate({ reference, step }, { onError: (error) => void message.error(problemText(error)) })
  const reverse = (reference: string) => modal.confirm({ title: t.reverseTitle, content: t.reverseEffect, okText: t.reverse, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => go(reference, 'reverse') })
  const columns: TableProps<RewardOrder>['columns'] = [
    { title: t.name, render: (_, one) => say(rewards.find((reward) => reward.id === one.rewardId)?.name) },
    { title: t.state, render: (_, one) => <Mark tone={one.state === 'confirmed' ? 'attention' : one.state === 'fulfilled' ? 'good' : 'plain'}>{wordFor(words.rewardStates, one.state)}</Mark> },
    { title: t.points, align: 'right', className: 'num', render: (_, one) => formats.count(one.points) },
    { title: t.cash, align: 'right', className: 'num', render: (_, one) => (one.cashMinor === 0 ? '—' : formats.money({ minor: one.cashMinor, currency: 'CNY' })) },
    { title: t.at, render: (_, one) => <DateTimeText at={one.placedAt} /> },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        mayMove && (
          <>
            {one.state === 'confirmed' && (
              <Button size="small" onClick={() => go(one.reference, 'fulfil')}>
                {t.fulfil}
              </Button>
            )}
            {(one.state === 'confirmed' || one.state === 'fulfilled') && (
              <Button size="small" type="text" danger onClick={() => reverse(one.reference)}>
                {t.reverse}
              </Button>
            )}
          </>
        ),
    },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.orders}</h2>
      {orders.error ? (
        <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />
      ) : !orders.data ? (
        <SkeletonBlock />
      ) : orders.data.length === 0 ? <p className="w-quiet">{t.noOrders}</p> : <Table size="small" columns={columns} dataSource={orders.data} rowKey="reference" pagination={false} scroll={{ x: true }} />}
    </section>
  )
}

interface Asked { zh: string; en: string; price: number; least: number; most: number; first: number; limit: number; stock: number }

function AddReward({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const queries = useQueryClient()
  const add = useAction(
    (asked: Asked, key) =>
      api.addReward({ name: { zh: asked.zh, en: asked.en }, priceMinor: minor(asked.price), pointsPerYuan: 100, leastShare: Math.round(asked.least * 100), mostShare: Math.round(asked.most * 100), firstUsePoints: asked.first, memberLimit: asked.limit, stock: asked.stock }, key),
    () => {
      void queries.invalidateQueries({ queryKey: ['rewards'] })
      onClose()
    },
  )
  const required = [{ required: true, message: words.missing }]
  const field = (name: keyof Asked, label: string, min: number, max?: number) => (
    <Form.Item name={name} label={label} rules={required}>
      <InputNumber min={min} max={max} style={{ width: '100%' }} />
    </Form.Item>
  )
  return (
    <Modal open={open} onCancel={onClose} title={t.add} footer={null} destroyOnHidden width={520}>
      <Form<Asked> layout="vertical" requiredMark={false} className="coupon-form" initialValues={{ least: 0, most: 100, first: 10_000, limit: 1, stock: 100 }} onFinish={(asked) => add.mutate(asked)}>
        <Form.Item name="zh" label={t.zh} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="en" label={t.en} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        {field('price', t.price, 0.01)}
        {field('stock', t.stock, 0)}
        {field('least', t.least, 0, 100)}
        {field('most', t.most, 1, 100)}
        {field('first', t.first, 0)}
        {field('limit', t.limit, 1)}
        <div className="coupon-form-end">
          {add.error && <ErrorState error={add.error} kept />}
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t.save}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
