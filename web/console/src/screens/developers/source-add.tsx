import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { AutoComplete, Button, Form, Input, Modal, Select } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { Secret } from '../../shell/secret'
import { CurlButton } from './copy'
import { firstEvent } from './first-event'
import { sourceWords } from './source-words'

interface Wanted {
  name: string
  kind: string
  venue?: string
  zone?: string
  devices?: string
  mapping?: string
}

const kinds = ['till', 'kiosk', 'gate', 'hotel', 'wechat', 'ota', 'app', 'web', 'server']
const placed = new Set(['till', 'kiosk', 'gate', 'hotel', 'wechat', 'ota'])

const standing = (lines?: string) =>
  Object.fromEntries(
    (lines ?? '')
      .split('\n')
      .map((line) => line.split(/[=＝]/).map((part) => part.trim()))
      .filter((pair): pair is [string, string] => pair.length === 2 && pair.every(Boolean)),
  )

/** One form for every kind; a kind with words of its own starts from its ready-made mapping. */
export function AddSource({ onClose }: { onClose(): void }) {
  const t = useTexts(sourceWords)
  const { say } = useAppearance()
  const client = useQueryClient()
  const [form] = Form.useForm<Wanted>()
  const kind = Form.useWatch('kind', form)
  const venue = Form.useWatch('venue', form)
  const venues = useQuery({ queryKey: ['venues'], queryFn: api.venues })
  const ready = useQuery({ queryKey: ['event-mappings'], queryFn: api.eventMappings })
  const add = useAction(
    async (wanted: Wanted, key) => {
      const made = await api.addEventSource({ name: wanted.name, kind: wanted.kind, venue: wanted.venue || undefined, zone: wanted.zone || undefined, devices: standing(wanted.devices), mapping: wanted.mapping || undefined }, key)
      const secret = wanted.mapping ? (await api.eventSourceSecret(made.id, `${key}-secret`)).secret : (made.key ?? '')
      return { made, secret, mapped: Boolean(wanted.mapping) }
    },
    () => void client.invalidateQueries({ queryKey: ['event-sources'] }),
  )
  const done = add.data
  const zones = venues.data?.find((one) => one.code === venue)?.zones ?? []
  const choose = (chosen: string) => form.setFieldsValue({ mapping: ready.data?.[chosen] ? JSON.stringify(JSON.parse(ready.data[chosen]), null, 2) : undefined })
  const needed = [{ required: placed.has(kind), message: t.missing }]
  return (
    <Modal open onCancel={onClose} title={done ? t.readyTitle : t.addTitle} footer={null} width={640} mask={{ closable: !done }}>
      {done ? (
        <div className="stack">
          <Secret value={done.secret} note={t.keyNote} onDone={onClose} />
          <h3 className="drawer-title">{t.first}</h3>
          {done.made.kind === 'wechat' ? (
            <>
              <p>{t.firstWechat}</p>
              <code className="revealed">{`${location.origin}/v1/event-hooks/${done.made.id}/wechat`}</code>
            </>
          ) : (
            <div className="page-actions">
              <CurlButton note={t.curlNote} line={() => firstEvent(location.origin, done.made, done.mapped, new Date())} />
            </div>
          )}
        </div>
      ) : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(wanted) => add.mutate(wanted)}>
          <Form.Item name="name" label={t.name} rules={[{ required: true, message: t.missing }]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.missing }]}>
            <Select onChange={choose} options={kinds.map((value) => ({ value, label: wordFor(t.kinds, value) }))} />
          </Form.Item>
          <Form.Item name="venue" label={t.venue} rules={needed}>
            <Select allowClear options={(venues.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} />
          </Form.Item>
          <Form.Item name="zone" label={t.zone} extra={t.zoneHint} rules={needed}>
            <AutoComplete options={zones.map((one) => ({ value: one.code, label: `${one.code} · ${say(one.name)}` }))} />
          </Form.Item>
          {placed.has(kind) && kind !== 'wechat' && kind !== 'ota' && (
            <Form.Item name="devices" label={t.devices} extra={t.devicesHint}>
              <Input.TextArea rows={2} placeholder="G1=east gate" />
            </Form.Item>
          )}
          {ready.data?.[kind] && (
            <Form.Item name="mapping" label={t.mapping} extra={t.mappingHint}>
              <Input.TextArea rows={7} style={{ fontFamily: 'monospace', fontSize: 12 }} />
            </Form.Item>
          )}
          {add.error && <ErrorState error={add.error} kept />}
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t.save}
          </Button>
        </Form>
      )}
    </Modal>
  )
}
