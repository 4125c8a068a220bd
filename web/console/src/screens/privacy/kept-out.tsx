import { useQueryClient } from '@tanstack/react-query'
import type { KeptOut } from '@waystation/client'
import { DateTimeText, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, Modal, Select, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable } from '../../shell/page'
import { useChannelName } from '../members/consents'
import { privacyWords } from './words'

const channels = ['sms', 'wechat', 'email', 'inbox', 'push', 'miniapp', 'wecom']

/** People who must not be written to: an address that ended, or somebody who was barred. */
export function KeptOutList() {
  const t = useTexts(privacyWords)
  const { say } = useAppearance()
  const staff = useStaff()
  const channelName = useChannelName()
  const [filters, change] = useFilters({ tab: 'report', channel: '' })
  const [adding, setAdding] = useState(false)
  const [lifting, setLifting] = useState<KeptOut | null>(null)
  const list = useCursorList<KeptOut>('kept-out', api.keptOut, filters.channel ? { channel: filters.channel } : {})
  const may = staff.may('privacy.write')
  const why = (reason: string) => {
    const [kind = '', ...said] = reason.split(': ')
    const word = t.reasons[kind as keyof typeof t.reasons]
    return reason.startsWith('merge of') ? t.merged : word ? [word, ...said].join(' · ') : reason
  }
  const columns: TableProps<KeptOut>['columns'] = [
    { title: t.member, render: (_, one) => <Link to={`/privacy/people/${encodeURIComponent(one.member)}`}>{one.memberMasked || one.member}</Link> },
    { title: t.channel, render: (_, one) => channelName(one.channel) },
    { title: t.why, render: (_, one) => <span className="clip" title={why(one.reason)}>{why(one.reason)}</span> },
    { title: t.since, render: (_, one) => (one.since ? <DateTimeText at={one.since} /> : t.none) },
    { title: t.by, render: (_, one) => say(one.by) },
    ...(may ? [{ title: '', align: 'right' as const, render: (_: unknown, one: KeptOut) => <Button size="small" onClick={() => setLifting(one)}>{t.lift}</Button> }] : []),
  ]
  const add = may ? <Button type="primary" onClick={() => setAdding(true)}>{t.keep}</Button> : undefined
  return (
    <>
      <FilterBar right={add} onReset={filters.channel ? () => change({ channel: '' }) : undefined}>
        <Select allowClear placeholder={t.channel} aria-label={t.channel} value={filters.channel || undefined} onChange={(channel?: string) => change({ channel: channel ?? '' })} style={{ width: 180 }} options={channels.map((value) => ({ value, label: channelName(value) }))} />
      </FilterBar>
      <ListTable list={list} columns={columns} rowKey={(one) => `${one.member} ${one.channel}`} filtered={filters.channel !== ''} onClear={() => change({ channel: '' })} empty={{ title: t.noKept, hint: t.noKeptHint, action: add }} />
      {adding && <KeepOut onClose={() => setAdding(false)} />}
      {lifting && <Lift of={lifting} onClose={() => setLifting(null)} />}
    </>
  )
}

export function KeepOut({ member, onClose }: { member?: string; onClose(): void }) {
  const t = useTexts(privacyWords)
  const channelName = useChannelName()
  const client = useQueryClient()
  const keep = useAction(
    (wish: { member: string; channel: string; reason: string }, key) => api.keepOut(wish, key),
    () => {
      void client.invalidateQueries({ queryKey: ['kept-out'] })
      onClose()
    },
  )
  return (
    <Modal open onCancel={onClose} title={t.keepTitle} footer={null} width={460} destroyOnHidden>
      <p className="w-quiet">{t.keepNote}</p>
      <Form layout="vertical" requiredMark={false} initialValues={{ member, channel: 'sms' }} onFinish={(wish: { member: string; channel: string; reason: string }) => keep.mutate({ ...wish, member: wish.member.trim() })}>
        <Form.Item name="member" label={t.member} rules={[{ required: true, message: t.memberMissing }]}>
          <Input placeholder={t.memberHint} autoComplete="off" />
        </Form.Item>
        <Form.Item name="channel" label={t.channel}>
          <Select options={channels.map((value) => ({ value, label: channelName(value) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 4, whitespace: true, message: t.reasonMissing }]}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        {keep.error && <ErrorState error={keep.error} kept />}
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}

function Lift({ of, onClose }: { of: KeptOut; onClose(): void }) {
  const t = useTexts(privacyWords)
  const channelName = useChannelName()
  const client = useQueryClient()
  const lift = useAction(
    (reason: string, key) => api.liftKeptOut(of.member, { channel: of.channel, reason }, key),
    () => {
      void client.invalidateQueries({ queryKey: ['kept-out'] })
      onClose()
    },
  )
  return (
    <Modal open onCancel={onClose} title={`${t.liftTitle} · ${of.memberMasked || of.member} · ${channelName(of.channel)}`} footer={null} width={460} destroyOnHidden>
      <p className="w-quiet">{t.liftNote}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(asked: { reason: string }) => lift.mutate(asked.reason)}>
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 4, whitespace: true, message: t.reasonMissing }]}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        {lift.error && <ErrorState error={lift.error} kept />}
        <Button type="primary" htmlType="submit" loading={lift.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}
