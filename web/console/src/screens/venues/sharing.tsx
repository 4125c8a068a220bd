import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, DatePicker, Form, Input, Modal, Select, Table } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { FilterBar } from '../../shell/page'
import { venueWords } from './words'

type Agreement = Shapes['venues.AgreementView']

/** Which venue shows which its events, what for, how long and by which contract. */
export function Sharing() {
  const t = useTexts(venueWords)
  const { say } = useAppearance()
  const [adding, setAdding] = useState(false)
  const list = useQuery({ queryKey: ['sharing'], queryFn: api.sharing })
  const venues = useQuery({ queryKey: ['venues'], queryFn: api.venues })
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonBlock height={240} />
  const name = (code: string) => {
    const found = venues.data?.find((one) => one.code === code)
    return found ? say(found.name) : code
  }
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.agree}
    </Button>
  )
  return (
    <>
      <FilterBar right={add}>{null}</FilterBar>
      <div className="w-card list-card">
        {list.data.length === 0 ? (
          <EmptyState title={t.noSharing} hint={t.noSharingHint} action={add} />
        ) : (
          <Table
            size="middle"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={list.data}
            rowKey="id"
            columns={[
              { title: t.giver, render: (_, one) => name(one.giver) },
              { title: t.taker, render: (_, one) => name(one.taker) },
              { title: t.use, render: (_, one) => wordFor(t.purposes, one.purpose) },
              { title: t.contract, dataIndex: 'contract' },
              { title: t.period, render: (_, one) => <><DateTimeText at={one.startsAt} /> – <DateTimeText at={one.endsAt} /></> },
              { title: t.state, render: (_, one) => <Mark tone={one.holds ? 'good' : undefined}>{one.holds ? t.holds : one.endedAt ? t.ended : t.not}</Mark> },
              { title: '', align: 'right', render: (_, one) => !one.endedAt && <End agreement={one} /> },
            ]}
          />
        )}
      </div>
      {adding && <Agree options={(venues.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} onClose={() => setAdding(false)} />}
    </>
  )
}

function End({ agreement }: { agreement: Agreement }) {
  const t = useTexts(venueWords)
  const { modal } = App.useApp()
  const client = useQueryClient()
  const end = useAction((id: string, key) => api.endSharing(id, key), undefined, () => void client.invalidateQueries({ queryKey: ['sharing'] }))
  return (
    <Button size="small" type="text" danger onClick={() => modal.confirm({ title: t.endTitle, content: t.endEffect, okText: t.end, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => end.mutate(agreement.id) })}>
      {t.end}
    </Button>
  )
}

interface Wish {
  giver: string
  taker: string
  purpose: 'service' | 'analytics'
  contract: string
  period: [Dayjs, Dayjs]
}

function Agree({ options, onClose }: { options: { value: string; label: string }[]; onClose(): void }) {
  const t = useTexts(venueWords)
  const client = useQueryClient()
  const share = useAction(
    ({ period, ...wish }: Wish, key) => api.share({ ...wish, startsAt: period[0].toISOString(), endsAt: period[1].toISOString() }, key),
    () => {
      void client.invalidateQueries({ queryKey: ['sharing'] })
      onClose()
    },
  )
  const needed = [{ required: true, message: t.missing }]
  return (
    <Modal open onCancel={onClose} title={t.agree} footer={null} width={560}>
      <Form layout="vertical" requiredMark={false} onFinish={(wish: Wish) => share.mutate(wish)}>
        <Form.Item name="giver" label={t.giver} rules={needed}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="taker" label={t.taker} rules={needed}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="purpose" label={t.use} rules={needed}>
          <Select options={(['service', 'analytics'] as const).map((value) => ({ value, label: t.purposes[value] }))} />
        </Form.Item>
        <Form.Item name="contract" label={t.contract} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="period" label={t.period} rules={needed}>
          <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
        </Form.Item>
        {share.error && <ErrorState error={share.error} kept />}
        <Button type="primary" htmlType="submit" loading={share.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}
