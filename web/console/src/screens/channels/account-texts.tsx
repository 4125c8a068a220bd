import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, Drawer, Form, Input, Select, Table } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import type { Account } from './channels'
import { channelWords } from './words'

interface Wish {
  template: string
  vendorTemplate: string
  signature?: string
  parameters?: string
}

/** The texts a vendor has approved, under its numbers. */
export function AccountTexts({ account, onClose }: { account: Account; onClose(): void }) {
  const t = useTexts(channelWords)
  const { say } = useAppearance()
  const client = useQueryClient()
  const [form] = Form.useForm<Wish>()
  const templates = useQuery({ queryKey: ['message-templates'], queryFn: api.messageTemplates })
  const name = (code: string) => {
    const found = templates.data?.find((one) => one.code === code)
    return found ? say(found.title) : code
  }
  const register = useAction(
    (wish: Wish, key) =>
      api.registerVendorText(
        account.code,
        wish.template,
        { vendorTemplate: wish.vendorTemplate, signature: wish.signature ?? '', parameters: (wish.parameters ?? '').split(/[,，\s]+/).filter(Boolean) },
        key,
      ),
    () => {
      form.resetFields()
      void client.invalidateQueries({ queryKey: ['channel-accounts'] })
    },
  )
  const needed = [{ required: true, message: t.missing }]
  return (
    <Drawer open onClose={onClose} title={`${t.vendors[account.vendor] ?? account.vendor} · ${t.texts}`} size={640}>
      <div className="stack">
        {account.texts.length === 0 ? (
          <p className="w-quiet">{t.noTexts}</p>
        ) : (
          <Table
            size="middle"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={account.texts}
            rowKey="template"
            columns={[
              { title: t.ours, render: (_, one) => <><b>{name(one.template)}</b><div className="w-quiet">{one.template}</div></> },
              { title: t.theirs, render: (_, one) => <code>{one.vendorTemplate}</code> },
              { title: t.signature, render: (_, one) => one.signature },
              { title: t.parameters, render: (_, one) => one.parameters.join(', ') },
            ]}
          />
        )}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(wish: Wish) => register.mutate(wish)}>
          <Form.Item name="template" label={t.ours} rules={needed}>
            <Select showSearch={{ optionFilterProp: 'label' }} loading={templates.isPending} options={(templates.data ?? []).map((one) => ({ value: one.code, label: say(one.title) }))} />
          </Form.Item>
          <Form.Item name="vendorTemplate" label={t.theirs} rules={needed}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="signature" label={t.signature} extra={t.signatureHint}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="parameters" label={t.parameters} extra={t.parametersHint}>
            <Input autoComplete="off" />
          </Form.Item>
          {register.error && <ErrorState error={register.error} kept />}
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            {t.register}
          </Button>
        </Form>
      </div>
    </Drawer>
  )
}
