import { useQueryClient } from '@tanstack/react-query'
import type { ApiClient } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, Mark, useTexts } from '@waystation/design'
import { Button, Form, Input, Modal, Select, type TableProps } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { ListTable, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '接口客户端', purpose: '给其他系统用的密钥,只给需要的范围。', add: '新建客户端', name: '名称', scopes: '范围', prefix: '密钥开头', created: '建立', used: '最近使用', missing: '请填写', save: '建立',
    keyTitle: '请现在保存密钥', keyNote: '密钥只显示这一次。丢了就新建一个。', copy: '复制', copied: '已复制', done: '我已保存', empty: '还没有客户端', emptyHint: '为要接入的系统建一个,给它最小的范围。',
  },
  {
    title: 'API clients', purpose: 'Keys for other systems, with just the scopes they need.', add: 'New client', name: 'Name', scopes: 'Scopes', prefix: 'Key begins', created: 'Created', used: 'Last used', missing: 'Required', save: 'Create',
    keyTitle: 'Store the key now', keyNote: 'It is shown this once. If it is lost, make a new one.', copy: 'Copy', copied: 'Copied', done: 'I have stored it', empty: 'No clients yet', emptyHint: 'Make one for the system that is to connect, with the smallest scope.',
  },
)

const scopes = ['timetable.read', 'orders.read', 'orders.sell', 'gate.check', 'members.read', 'segments.read', 'messages.read']

export default function Clients() {
  const t = useTexts(texts)
  const [adding, setAdding] = useState(false)
  const list = useCursorList('api-clients', api.apiClients, {})
  const columns: TableProps<ApiClient>['columns'] = [
    { title: t.name, render: (_, client) => <b>{client.name}</b> },
    { title: t.scopes, render: (_, client) => client.scopes.map((scope) => <Mark key={scope}>{scope}</Mark>) },
    { title: t.prefix, render: (_, client) => (client.keyPrefix ? <code>{client.keyPrefix}…</code> : '—') },
    { title: t.created, render: (_, client) => <DateTimeText at={client.createdAt} /> },
    { title: t.used, render: (_, client) => <DateTimeText at={client.lastUsedAt} /> },
  ]
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={add}>
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.empty, hint: t.emptyHint, action: add }} />
      <AddClient open={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function AddClient({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const [key, setKey] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const add = useAction(
    (asked: { name: string; scopes: string[] }, idempotencyKey) => api.addApiClient(asked, idempotencyKey),
    (made) => {
      setKey(made.key ?? '')
      void client.invalidateQueries({ queryKey: ['api-clients'] })
    },
  )
  const close = () => {
    setKey(null)
    setCopied(false)
    add.reset()
    onClose()
  }
  const required = [{ required: true, message: t.missing }]
  return (
    <Modal open={open} onCancel={close} title={key === null ? t.add : t.keyTitle} footer={null} destroyOnHidden maskClosable={key === null} width={520}>
      {key === null ? (
        <Form layout="vertical" requiredMark={false} onFinish={(asked: { name: string; scopes: string[] }) => add.mutate(asked)}>
          <Form.Item name="name" label={t.name} rules={required}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="scopes" label={t.scopes} rules={required}>
            <Select mode="multiple" options={scopes.map((scope) => ({ value: scope, label: scope }))} />
          </Form.Item>
          {add.error && <ErrorState error={add.error} kept />}
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t.save}
          </Button>
        </Form>
      ) : (
        <div className="stack">
          <code className="revealed" style={{ overflowWrap: 'anywhere', fontSize: 16 }}>
            {key}
          </code>
          <p className="w-quiet">{t.keyNote}</p>
          <div className="page-actions">
            <Button onClick={() => void navigator.clipboard?.writeText(key).then(() => setCopied(true))}>{copied ? t.copied : t.copy}</Button>
            <Button type="primary" onClick={close}>
              {t.done}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
