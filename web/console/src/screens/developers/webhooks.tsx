import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Mark, SkeletonBlock, useFormats, useTexts, wordFor } from '@waystation/design'
import { Button, Form, Input, Modal, Select, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable } from '../../shell/page'
import { Secret } from '../../shell/secret'
import { CurlButton } from './copy'
import { developerWords } from './words'

type Hook = Shapes['webhooks.WebhookView']
type Delivery = Shapes['webhooks.DeliveryView']

const tone = (state: string) => (state === 'delivered' || state === 'active' ? 'good' : state === 'failed' || state === 'dead' ? 'stop' : 'plain')

/** Where what happens is sent to; each endpoint opens its deliveries. */
export function Webhooks() {
  const [filters, change] = useFilters({ tab: 'errors', hook: '' })
  const hooks = useQuery({ queryKey: ['webhooks'], queryFn: api.webhooks, refetchInterval: 15_000 })
  if (hooks.error) return <ErrorState error={hooks.error} onRetry={() => void hooks.refetch()} />
  if (!hooks.data) return <SkeletonBlock height={320} />
  const open = hooks.data.find((one) => one.id === filters.hook)
  return open ? <Deliveries hook={open} onBack={() => change({ hook: '' })} /> : <Endpoints hooks={hooks.data} onOpen={(hook) => change({ hook })} />
}

function Endpoints({ hooks, onOpen }: { hooks: Hook[]; onOpen(id: string): void }) {
  const t = useTexts(developerWords)
  const staff = useStaff()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const may = staff.may('events.write')
  const move = useAction(
    (one: { id: string; step: 'pause' | 'resume' }, key) => api.moveWebhook(one.id, one.step, key),
    undefined,
    () => void client.invalidateQueries({ queryKey: ['webhooks'] }),
  )
  const add = may && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  )
  const columns: TableProps<Hook>['columns'] = [
    { title: t.url, render: (_, one) => <Button type="link" size="small" onClick={() => onOpen(one.id)}><span className="clip" title={one.url}>{one.url}</span></Button> },
    { title: t.types, render: (_, one) => <span className="clip" title={one.types.join(', ')}>{one.types.join(', ')}</span> },
    { title: t.state, render: (_, one) => <Mark tone={tone(one.state)}>{wordFor(t.states, one.state)}</Mark> },
    { title: t.at, render: (_, one) => <DateTimeText at={one.createdAt} /> },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        may && (
          <Button size="small" onClick={() => move.mutate({ id: one.id, step: one.state === 'paused' ? 'resume' : 'pause' })}>
            {one.state === 'paused' ? t.resume : t.pause}
          </Button>
        ),
    },
  ]
  return (
    <>
      <FilterBar right={hooks.length > 0 ? add : undefined}>{null}</FilterBar>
      {move.error && <ErrorState error={move.error} />}
      <div className="w-card list-card">{hooks.length === 0 ? <EmptyState title={t.noHooks} hint={t.noHooksHint} action={add} /> : <Table size="middle" pagination={false} scroll={{ x: 'max-content' }} dataSource={hooks} rowKey="id" columns={columns} />}</div>
      {adding && <AddWebhook onClose={() => setAdding(false)} />}
    </>
  )
}

function AddWebhook({ onClose }: { onClose(): void }) {
  const t = useTexts(developerWords)
  const client = useQueryClient()
  const types = useQuery({ queryKey: ['webhook-types'], queryFn: api.webhookTypes })
  const add = useAction((wanted: { url: string; types: string[] }, key) => api.addWebhook(wanted, key), () => void client.invalidateQueries({ queryKey: ['webhooks'] }))
  const secret = add.data?.secret
  return (
    <Modal open onCancel={onClose} title={secret ? t.secretTitle : t.addTitle} footer={null} width={560} mask={{ closable: !secret }}>
      {secret ? (
        <Secret value={secret} note={t.secretNote} onDone={onClose} />
      ) : (
        <Form layout="vertical" requiredMark={false} onFinish={(wanted: { url: string; types: string[] }) => add.mutate(wanted)}>
          <Form.Item name="url" label={t.url} rules={[{ required: true, message: t.urlMissing }]}>
            <Input placeholder={t.urlHint} autoComplete="off" />
          </Form.Item>
          <Form.Item name="types" label={t.types} rules={[{ required: true, message: t.typesMissing }]}>
            <Select mode="multiple" options={(types.data ?? []).map((type) => ({ value: type, label: type }))} />
          </Form.Item>
          {add.error && <ErrorState error={add.error} kept />}
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t.save}
          </Button>
        </Form>
      )}
    </Modal>
  )
}

function Deliveries({ hook, onBack }: { hook: Hook; onBack(): void }) {
  const t = useTexts(developerWords)
  const [open, setOpen] = useState<string | null>(null)
  const list = useCursorList<Delivery>(`deliveries-${hook.id}`, (query) => api.deliveries(hook.id, query), {}, 5_000)
  const columns: TableProps<Delivery>['columns'] = [
    { title: t.at, render: (_, one) => <DateTimeText at={one.createdAt} /> },
    { title: t.types, render: (_, one) => <code>{one.type}</code> },
    { title: t.state, render: (_, one) => <Mark tone={tone(one.state)}>{wordFor(t.states, one.state)}</Mark> },
    { title: t.attempts, align: 'right', className: 'num', render: (_, one) => one.attempts },
    { title: t.message, render: (_, one) => <code className="clip" title={one.messageId}>{one.messageId}</code> },
    { title: '', align: 'right', render: (_, one) => <Button size="small" onClick={() => setOpen(one.id)}>{t.open}</Button> },
  ]
  return (
    <div className="stack">
      <div className="page-head">
        <h2 style={{ fontSize: 16, overflowWrap: 'anywhere' }}>{`${t.deliveries} · ${hook.url}`}</h2>
        <div className="page-actions">
          <Button onClick={onBack}>{t.close}</Button>
        </div>
      </div>
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.noDeliveries, hint: t.noDeliveriesHint }} />
      {open && <DeliveryWindow id={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** What was sent, what came back at each attempt, and the ways to try again. */
function DeliveryWindow({ id, onClose }: { id: string; onClose(): void }) {
  const t = useTexts(developerWords)
  const formats = useFormats()
  const staff = useStaff()
  const client = useQueryClient()
  const detail = useQuery({ queryKey: ['delivery', id], queryFn: () => api.delivery(id), refetchInterval: 3_000 })
  const replay = useAction((which: string, key) => api.replayDelivery(which, key), undefined, () => void client.invalidateQueries({ queryKey: ['delivery', id] }))
  const found = detail.data
  return (
    <Modal open onCancel={onClose} title={found ? found.delivery.type : t.deliveries} footer={null} width={760}>
      {detail.error ? (
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : !found ? (
        <SkeletonBlock />
      ) : (
        <div className="stack">
          <p>
            <Mark tone={tone(found.delivery.state)}>{wordFor(t.states, found.delivery.state)}</Mark> <span className="w-quiet">{t.message}</span> <code>{found.delivery.messageId}</code>
          </p>
          <h3 className="drawer-title">{t.history}</h3>
          <Table
            size="small"
            pagination={false}
            dataSource={found.history}
            rowKey="number"
            columns={[
              { title: t.attempts, dataIndex: 'number', align: 'right', className: 'num' },
              { title: t.at, render: (_, one) => <DateTimeText at={one.at} /> },
              { title: t.result, render: (_, one) => <Mark tone={one.status && one.status < 300 ? 'good' : 'stop'}>{one.status ?? one.error ?? '—'}</Mark> },
              { title: t.took, align: 'right', className: 'num', render: (_, one) => t.millis(formats.count(one.tookMillis)) },
            ]}
          />
          <h3 className="drawer-title">{t.payload}</h3>
          <pre className="proof-text">{found.payload}</pre>
          {replay.error && <ErrorState error={replay.error} />}
          {staff.may('events.write') && (
            <div className="page-actions">
              {replay.isSuccess && <span role="status">{t.replayed}</span>}
              <CurlButton note={t.curlTitle} line={async () => (await api.deliveryAsCurl(id)).curl} />
              <Button type="primary" disabled={replay.isPending} onClick={() => replay.mutate(id)}>
                {t.replay}
              </Button>
            </div>
          )}
        </div>
      )}
    </Modal>
  )
}
