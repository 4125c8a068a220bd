import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Modal, Select, Switch, Typography } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import type { Account } from './channels'
import { channelWords, vendorSettings } from './words'

interface Wish {
  code: string
  vendor: string
  purposes: string[]
  keyId: string
  secret?: string
  endpoint?: string
  settings?: Record<string, string | undefined>
  position: number
  active: boolean
}

const known = (settings: Wish['settings']) => Object.fromEntries(Object.entries(settings ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : [])))

export function AccountForm({ account, onClose }: { account: Account | null; onClose(): void }) {
  const t = useTexts(channelWords)
  const client = useQueryClient()
  const [form] = Form.useForm<Wish>()
  const vendor = Form.useWatch('vendor', form) ?? account?.vendor ?? ''
  const vendors = useQuery({ queryKey: ['channel-vendors'], queryFn: api.channelVendors, staleTime: 600_000 })
  const keep = useAction(
    ({ code, ...wish }: Wish, key) => api.keepChannelAccount(code, { ...wish, endpoint: wish.endpoint || null, secret: wish.secret || null, settings: known(wish.settings), limits: account?.limits ?? null }, key),
    () => {
      void client.invalidateQueries({ queryKey: ['channel-accounts'] })
      onClose()
    },
  )
  const needed = [{ required: true, message: t.missing }]
  return (
    <Modal open onCancel={onClose} title={account ? t.edit : t.add} footer={null} width={560}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={account ? { ...account, endpoint: account.endpoint.startsWith('http') ? account.endpoint : undefined } : { purposes: ['service', 'transactional'], position: 1, active: true }}
        onFinish={(wish: Wish) => keep.mutate(wish)}
      >
        <Form.Item name="vendor" label={t.vendor} rules={needed}>
          <Select disabled={Boolean(account)} loading={vendors.isPending} options={(vendors.data ?? []).map((value) => ({ value, label: t.vendors[value] ?? value }))} />
        </Form.Item>
        <Form.Item name="code" label={t.code} extra={t.codeHint} rules={needed}>
          <Input disabled={Boolean(account)} autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="purposes" label={t.uses} rules={needed}>
          <Select mode="multiple" options={Object.entries(t.purposes).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="keyId" label={t.keyIdOf[vendor] ?? t.keyId} rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="secret" label={t.secret} extra={account ? t.secretHint : t.secretNew} rules={account ? [] : needed}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {(vendorSettings[vendor] ?? []).map((name) => (
          <Form.Item key={name} name={['settings', name]} label={t.settings[name]}>
            <Input autoComplete="off" />
          </Form.Item>
        ))}
        <Form.Item name="endpoint" label={t.endpoint} extra={t.endpointHint}>
          <Input placeholder="https://" autoComplete="off" />
        </Form.Item>
        <Form.Item name="position" label={t.order} extra={t.orderHint} rules={needed}>
          <InputNumber min={1} max={99} precision={0} />
        </Form.Item>
        <Form.Item name="active" label={t.state} valuePropName="checked">
          <Switch checkedChildren={t.on} unCheckedChildren={t.off} />
        </Form.Item>
        {account && (
          <Form.Item label={t.callback} extra={t.callbackHint}>
            <Typography.Text copyable={{ text: location.origin + account.callback, tooltips: [t.copy, t.copy] }}>
              <code className="revealed">{location.origin + account.callback}</code>
            </Typography.Text>
          </Form.Item>
        )}
        {keep.error && <ErrorState error={keep.error} kept />}
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}
