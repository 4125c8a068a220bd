import { useQueryClient } from '@tanstack/react-query'
import type { AttributeDefinition } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Form, Input, InputNumber, Modal, Select, Space } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { eventsOf } from './builder'
import { tagWords } from './tag-words'

const texts = dictionary(
  { title: '新建计算特征', how: '算法', event: '行为', property: '哪个属性', noProperty: '日期', within: '最近多少天（空为不限）', sources: '计分的行为和每次的分', add: '再加一种行为', halfLife: '多少天减半', levels: '分档：代码、中文、英文、最低分', addLevel: '再加一档', score: '分 = Σ 权重 × 0.5^(天数 ÷ 半衰期)', job: '已保存，正在为所有会员计算', least: '最低分', weight: '分' },
  { title: 'New computed trait', how: 'Function', event: 'Behaviour', property: 'Which property', noProperty: 'the day', within: 'In the last days (empty: ever)', sources: 'Behaviour that scores, and what each time adds', add: 'Another behaviour', halfLife: 'Days until it halves', levels: 'Levels: code, Chinese, English, least score', addLevel: 'Another level', score: 'score = Σ weight × 0.5^(days ÷ half-life)', job: 'Saved; being worked out for everybody', least: 'least score', weight: 'adds' },
)

interface Asked {
  zh: string
  en: string
  code: string
  function: string
  event?: string
  property?: string
  withinDays?: number | null
  halfLifeDays?: number
  sources?: { event: string; weight: number }[]
  levels?: { code: string; zh: string; en: string; atLeast: number }[]
}

export function TraitNew({ attributes, functions, onClose }: { attributes: AttributeDefinition[]; functions: Record<string, string>; onClose(): void }) {
  const t = useTexts(texts)
  const w = useTexts(tagWords)
  const { say } = useAppearance()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Asked>()
  const made = Form.useWatch('function', form) ?? 'count'
  const event = Form.useWatch('event', form)
  const scores = made === 'score'
  const properties = (attributes.find((one) => one.name === event)?.properties ?? []).filter((one) => made !== 'sum' || one.type === 'number')
  const events = eventsOf(attributes).map((one) => ({ value: one.name, label: say(one.label) }))
  const define = useAction(
    (asked: Asked, key) =>
      api.defineTrait(
        {
          code: asked.code,
          name: { zh: asked.zh, en: asked.en },
          function: asked.function,
          sources: scores ? (asked.sources ?? []) : [{ event: asked.event ?? '' }],
          property: scores || made === 'count' ? undefined : asked.property,
          withinDays: scores ? 0 : (asked.withinDays ?? 0),
          halfLifeDays: scores ? asked.halfLifeDays : 0,
          levels: scores ? (asked.levels ?? []).map((one) => ({ code: one.code, label: { zh: one.zh, en: one.en }, atLeast: one.atLeast })) : [],
        },
        key,
      ),
    () => {
      void message.success(t.job)
      void client.invalidateQueries({ predicate: (query) => ['traits', 'attributes', 'jobs'].includes(String(query.queryKey[0])) })
      onClose()
    },
  )
  const required = [{ required: true, message: w.required }]
  return (
    <Modal open onCancel={onClose} title={t.title} footer={null} width={640}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ function: 'count', withinDays: 90, halfLifeDays: 30, sources: [{ weight: 10 }], levels: [{ code: 'hot', zh: '热', en: 'hot', atLeast: 60 }, { code: 'warm', zh: '温', en: 'warm', atLeast: 20 }] }}
        onFinish={(asked: Asked) => define.mutate(asked)}
      >
        <Space wrap>
          <Form.Item name="zh" label={w.zh} rules={required}><Input maxLength={40} autoComplete="off" /></Form.Item>
          <Form.Item name="en" label={w.en} rules={required}><Input maxLength={60} autoComplete="off" /></Form.Item>
          <Form.Item name="code" label={w.code} tooltip={w.codeHint} rules={[{ required: true, pattern: /^[a-z0-9_]{3,40}$/, message: w.codeHint }]}><Input autoComplete="off" /></Form.Item>
        </Space>
        <Form.Item name="function" label={t.how}><Select options={Object.entries(functions).map(([value, label]) => ({ value, label }))} /></Form.Item>
        {!scores && (
          <Space wrap>
            <Form.Item name="event" label={t.event} rules={required}><Select style={{ minWidth: 160 }} options={events} onChange={() => form.setFieldValue('property', undefined)} /></Form.Item>
            {made !== 'count' && (
              <Form.Item name="property" label={t.property} rules={['sum', 'distinct', 'most'].includes(made) ? required : []}>
                <Select allowClear style={{ minWidth: 160 }} placeholder={t.noProperty} options={properties.map((one) => ({ value: one.name, label: say(one.label) }))} />
              </Form.Item>
            )}
            <Form.Item name="withinDays" label={t.within}><InputNumber min={1} max={1095} /></Form.Item>
          </Space>
        )}
        {scores && (
          <>
            <p className="w-quiet">{t.score}</p>
            <Form.Item name="halfLifeDays" label={t.halfLife} rules={required}><InputNumber min={1} max={1095} /></Form.Item>
            <Form.Item label={t.sources}>
              <Form.List name="sources">
                {(rows, { add }) => (
                  <>
                    {rows.map((row) => (
                      <Space key={row.key} wrap>
                        <Form.Item name={[row.name, 'event']} rules={required}><Select aria-label={t.event} style={{ minWidth: 160 }} options={events} /></Form.Item>
                        <Form.Item name={[row.name, 'weight']} rules={required}><InputNumber aria-label={t.weight} prefix={t.weight} min={1} max={1000} /></Form.Item>
                      </Space>
                    ))}
                    <div><Button size="small" onClick={() => add({ weight: 10 })}>{t.add}</Button></div>
                  </>
                )}
              </Form.List>
            </Form.Item>
            <Form.Item label={t.levels}>
              <Form.List name="levels">
                {(rows, { add }) => (
                  <>
                    {rows.map((row) => (
                      <Space key={row.key} wrap>
                        <Form.Item name={[row.name, 'code']} rules={required}><Input aria-label={w.code} style={{ width: 96 }} /></Form.Item>
                        <Form.Item name={[row.name, 'zh']} rules={required}><Input aria-label={w.zh} style={{ width: 96 }} /></Form.Item>
                        <Form.Item name={[row.name, 'en']} rules={required}><Input aria-label={w.en} style={{ width: 96 }} /></Form.Item>
                        <Form.Item name={[row.name, 'atLeast']} rules={required}><InputNumber aria-label={t.least} prefix="≥" min={1} /></Form.Item>
                      </Space>
                    ))}
                    <div><Button size="small" onClick={() => add({})}>{t.addLevel}</Button></div>
                  </>
                )}
              </Form.List>
            </Form.Item>
          </>
        )}
        {define.error && <ErrorState error={define.error} kept />}
        <Button type="primary" htmlType="submit" loading={define.isPending}>{w.save}</Button>
      </Form>
    </Modal>
  )
}
