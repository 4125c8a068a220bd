import { useQueryClient } from '@tanstack/react-query'
import type { ApiClient } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, Mark, useTexts } from '@waystation/design'
import { App, Button, Form, Input, Modal, Select, type TableProps } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { ListTable, Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { Secret } from '../../shell/secret'

const texts = dictionary(
  {
    title: '接口客户端', purpose: '给其他系统用的密钥，只给需要的范围。', add: '新建客户端', name: '名称', scopes: '范围', prefix: '密钥开头', created: '建立', used: '最近使用', missing: '请填写', save: '建立',
    keyTitle: '请现在保存密钥', keyNote: '密钥只显示这一次。丢了就新建一个。', revoke: '作废', revoked: '已作废', revokeTitle: (name: string) => `作废“${name}”的密钥？`, revokeEffect: '用它的系统会立即被拒绝，不能恢复。', keep: '保留', empty: '还没有客户端', emptyHint: '为要接入的系统建一个，给它最小的范围。',
  },
  {
    title: 'API clients', purpose: 'Keys for other systems, with just the scopes they need.', add: 'New client', name: 'Name', scopes: 'Scopes', prefix: 'Key begins', created: 'Created', used: 'Last used', missing: 'Required', save: 'Create',
    keyTitle: 'Store the key now', keyNote: 'It is shown this once. If it is lost, make a new one.', revoke: 'Revoke', revoked: 'revoked', revokeTitle: (name: string) => `Revoke the key of “${name}”?`, revokeEffect: 'The system using it is refused at once; this cannot be undone.', keep: 'Keep', empty: 'No clients yet', emptyHint: 'Make one for the system that is to connect, with the smallest scope.',
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
    { title: t.prefix, render: (_, client) => <code>{client.prefix}…</code> },
    { title: t.created, render: (_, client) => <DateTimeText at={client.createdAt} /> },
    { title: t.used, render: (_, client) => <DateTimeText at={client.lastUsedAt} /> },
    { title: '', align: 'right', render: (_, client) => (client.revokedAt ? <Mark>{t.revoked}</Mark> : <Revoke client={client} />) },
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

function Revoke({ client }: { client: ApiClient }) {
  const t = useTexts(texts)
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const revoke = useAction((id: string, key) => api.revokeApiClient(id, key), () => void queries.invalidateQueries({ queryKey: ['api-clients'] }))
  const ask = () =>
    modal.confirm({
      title: t.revokeTitle(client.name),
      content: t.revokeEffect,
      okText: t.revoke,
      cancelText: t.keep,
      okButtonProps: { danger: true },
      onOk: () => revoke.mutate(client.id, { onError: (error) => void message.error(problemText(error)) }),
    })
  return (
    <Button size="small" type="text" danger onClick={ask}>
      {t.revoke}
    </Button>
  )
}

function AddClient({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const [key, setKey] = useState<string | null>(null)
  const add = useAction(
    (asked: { name: string; scopes: string[] }, idempotencyKey) => api.addApiClient(asked, idempotencyKey),
    (made) => {
      setKey(made.key ?? '')
      void client.invalidateQueries({ queryKey: ['api-clients'] })
    },
  )
  const close = () => {
    setKey(null)
    add.reset()
    onClose()
  }
  const required = [{ required: true, message: t.missing }]
  return (
    <Modal open={open} onCancel={close} title={key === null ? t.add : t.keyTitle} footer={null} destroyOnHidden mask={{ closable: key === null }} width={520}>
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
        <Secret value={key} note={t.keyNote} onDone={close} />
      )}
    </Modal>
  )
}
