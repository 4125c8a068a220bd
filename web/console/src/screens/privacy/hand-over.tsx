import { useQueryClient } from '@tanstack/react-query'
import type { PrivacyRequest } from '@waystation/client'
import { ErrorState, useTexts } from '@waystation/design'
import { App, Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { ErasureProof, saveFile } from './proof'
import { privacyWords } from './words'

function useRefreshed(memberId: string) {
  const client = useQueryClient()
  return () => {
    for (const key of [['privacy-of', memberId], ['privacy-months'], ['privacy-requests'], ['member', memberId]]) void client.invalidateQueries({ queryKey: key })
  }
}

/** All that is kept of a member as a file, for that person alone. */
export function ExportWindow({ memberId, onClose }: { memberId: string; onClose(): void }) {
  const t = useTexts(privacyWords)
  const { message } = App.useApp()
  const refresh = useRefreshed(memberId)
  const take = useAction(
    (reason: string, key) => api.exportPerson(memberId, reason, key),
    (data) => {
      saveFile(`${memberId}.json`, new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
      void message.success(t.exported)
      refresh()
      onClose()
    },
  )
  return (
    <Modal open onCancel={onClose} title={t.exportTitle} footer={null} width={480} destroyOnHidden>
      <p className="w-quiet">{t.exportNote}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(asked: { reason: string }) => take.mutate(asked.reason)}>
        <Reason />
        {take.error && <ErrorState error={take.error} kept />}
        <Button type="primary" htmlType="submit" loading={take.isPending}>
          {t.exportIt}
        </Button>
      </Form>
    </Modal>
  )
}

/** The erasure: what it does, that it was asked for, and in the end the signed proof. */
export function EraseWindow({ memberId, onClose }: { memberId: string; onClose(): void }) {
  const t = useTexts(privacyWords)
  const refresh = useRefreshed(memberId)
  const [done, setDone] = useState<PrivacyRequest | null>(null)
  const erase = useAction(
    (reason: string, key) => api.erasePerson(memberId, reason, key),
    (request) => {
      setDone(request)
      refresh()
    },
  )
  if (done) {
    return (
      <Modal open onCancel={onClose} title={t.erased} footer={null} width={720}>
        <p>{t.erasedNote}</p>
        <ErasureProof request={done} />
      </Modal>
    )
  }
  return (
    <Modal open onCancel={onClose} title={t.eraseTitle} footer={null} width={480} destroyOnHidden>
      <p>{t.eraseNote}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(asked: { reason: string }) => erase.mutate(asked.reason)}>
        <Reason />
        <Form.Item name="sure" valuePropName="checked" rules={[{ validator: (_, sure) => (sure ? Promise.resolve() : Promise.reject(new Error(t.eraseSure))) }]}>
          <Checkbox>{t.eraseSure}</Checkbox>
        </Form.Item>
        {erase.error && <ErrorState error={erase.error} kept />}
        <Button type="primary" danger htmlType="submit" loading={erase.isPending}>
          {t.eraseIt}
        </Button>
      </Form>
    </Modal>
  )
}

function Reason() {
  const t = useTexts(privacyWords)
  return (
    <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 4, whitespace: true, message: t.reasonMissing }]}>
      <Input.TextArea rows={2} maxLength={200} />
    </Form.Item>
  )
}
