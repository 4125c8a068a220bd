import { useQueryClient } from '@tanstack/react-query'
import { versionOf, type Shapes } from '@waystation/client'
import { dictionary, ErrorState, Mark, useAppearance, useTexts } from '@waystation/design'
import { App, Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useNow } from '../../data/session'
import { useProblemText } from '../../shell/problem'
import { differences, termNames, useTerms, type Contract, type ContractTerms } from './terms'
import { Differences } from './versions'
import { partnerWords } from './words'

const texts = dictionary(
  {
    title: '下一版草稿', saved: '草稿', unsaved: '有未保存的改动', by: (who: string) => `${who} 起草`, from: '从哪天生效', inUnits: '换入：对方几个单位', inPoints: '换成几分（0 为不能换入）', outPoints: '换出：几分', outUnits: '换成对方几个单位（0 为不能换出）', yuanCost: '对方付，每千分（元）', yuanOut: '我方付，换出每千分（元）', reserve: '发放时先付（%）', alert: '余量低于多少分提醒', cap: '赊账额度（分）', least: '每次至少', fee: '每次手续费（分）', save: '存草稿', publish: '发布', drop: '丢弃草稿', close: '不起草了', changed: '与最新一版不同', first: '这是第一版。', kept: '草稿已保存',
    publishTitle: (n: number, day: string) => `发布第 ${n} 版，${day} 起生效？`, publishEffect: '发布后不能修改或撤回，只能再发布新的一版。已发生的兑换不受影响。', dropTitle: '丢弃这份草稿？', dropEffect: '写下的条款不会保留。', keep: '再看看', published: '已发布',
  },
  {
    title: 'Draft of the next version', saved: 'draft', unsaved: 'not saved yet', by: (who: string) => `drafted by ${who}`, from: 'Holds from', inUnits: 'In: so many of their units', inPoints: 'make so many points (0: not possible)', outPoints: 'Out: so many points', outUnits: 'make so many of their units (0: not possible)', yuanCost: 'They pay, per thousand points (yuan)', yuanOut: 'We pay, per thousand out (yuan)', reserve: 'Due when issued (%)', alert: 'Warn when so many points are left', cap: 'Credit cap (points)', least: 'Least in one conversion', fee: 'Fee of a conversion (points)', save: 'Save draft', publish: 'Publish', drop: 'Throw the draft away', close: 'Do not draft', changed: 'What differs from the newest version', first: 'This is the first version.', kept: 'Draft saved',
    publishTitle: (n: number, day: string) => `Publish version ${n}, in force from ${day}?`, publishEffect: 'A published version cannot be changed or taken back; only a newer one can follow. Conversions that happened stay as they are.', dropTitle: 'Throw this draft away?', dropEffect: 'What is written in it is not kept.', keep: 'Go back', published: 'Published',
  },
)

type Partner = Awaited<ReturnType<typeof api.partner>>
type Draft = Shapes['partners.ContractDraft']
type Values = Omit<ContractTerms, 'validFrom' | 'costMinor' | 'outCostMinor' | 'reservePermille'> & { from: Dayjs; cost: number; outCost: number; reserve: number }

const FIRST: Omit<ContractTerms, 'validFrom'> = { inUnits: 10, inPoints: 1, outPoints: 10, outUnits: 1, costMinor: 0, outCostMinor: 0, reservePermille: 0, breakageTo: 'operator', billing: 'postpaid', creditCap: 0, alertPoints: 0, zone: 'Asia/Shanghai', rounding: 'down', minimum: 1, fee: 0 }

/** The next version while it is written; what it would change stands beside the fields. */
export function ContractDraftCard({ partner, kept, mayWrite, onClose }: { partner: Partner; kept: Draft; mayWrite: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const tomorrow = dayjs(useNow()).add(1, 'day')
  const newest: Contract | undefined = partner.contracts[0]
  const [form] = Form.useForm<Values>()
  const start = valuesOf(kept.draft ?? newest ?? FIRST, dayjs(kept.draft?.validFrom ?? tomorrow))
  const now = { ...start, ...(Form.useWatch<Partial<Values>>([], form) ?? {}) }
  const terms = useTerms()
  const written = termsOf(now)
  const changed = kept.draft === null || JSON.stringify(written) !== JSON.stringify(termsOf(start))
  const renew = () => Promise.all([queries.invalidateQueries({ queryKey: ['contract-draft', partner.code] }), queries.invalidateQueries({ queryKey: ['partner', partner.code] })])
  const edit = useEdit({
    version: versionOf(kept),
    send: (wanted: ContractTerms, version, key) => api.keepContractDraft(partner.code, wanted, version, key),
    latest: async () => versionOf(await api.contractDraft(partner.code)),
    reload: () => void renew(),
    after: () => { void message.success(t.kept); void renew() },
  })
  const publish = useAction((_: void, key) => api.publishContractDraft(partner.code, versionOf(kept), key), () => { void message.success(t.published); onClose(); void renew() })
  const drop = useAction((_: void, key) => api.dropContractDraft(partner.code, key), () => { onClose(); void renew() })
  const fail = { onError: (error: unknown) => void message.error(problemText(error)) }
  const askPublish = () => modal.confirm({ title: t.publishTitle(partner.contracts.length + 1, formats.date(written.validFrom)), content: t.publishEffect, okText: t.publish, cancelText: t.keep, onOk: () => publish.mutate(undefined, fail) })
  const askDrop = () => modal.confirm({ title: t.dropTitle, content: t.dropEffect, okText: t.drop, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => drop.mutate(undefined, fail) })
  return (
    <section className="w-card stack">
      <h2 className="card-title">
        <span>{t.title} <Mark tone="attention">{changed ? t.unsaved : t.saved}</Mark></span>
        {kept.draft && <small>{t.by(kept.draft.publishedBy)}</small>}
      </h2>
      {edit.notice}
      {edit.error && <ErrorState error={edit.error} kept />}
      <div className="columns">
        <Fields form={form} start={start} disabled={!mayWrite} onSave={(values) => edit.save(termsOf(values))} />
        <div>
          <h3 className="drawer-title">{t.changed}</h3>
          {newest ? <Differences list={differences(terms(newest), terms(written))} /> : <p className="w-quiet">{t.first}</p>}
        </div>
      </div>
      {mayWrite && (
        <div className="chips">
          <Button type={changed ? 'primary' : 'default'} disabled={!changed} loading={edit.pending} onClick={() => form.submit()}>{t.save}</Button>
          <Button type={changed ? 'default' : 'primary'} disabled={changed} loading={publish.isPending} onClick={askPublish}>{t.publish}</Button>
          {kept.draft ? <Button danger type="text" onClick={askDrop}>{t.drop}</Button> : <Button type="text" onClick={onClose}>{t.close}</Button>}
        </div>
      )}
    </section>
  )
}

function Fields({ form, start, disabled, onSave }: { form: ReturnType<typeof Form.useForm<Values>>[0]; start: Values; disabled: boolean; onSave(values: Values): void }) {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const names = useTexts(termNames)
  const required = [{ required: true, message: words.missing }]
  const number = (name: keyof Values & string, label: string, min: number, precision = 0, max?: number) => (
    <Form.Item name={name} label={label} rules={required}><InputNumber min={min} max={max} precision={precision} style={{ width: '100%' }} /></Form.Item>
  )
  const choice = (name: keyof Values & string, label: string, options: Record<string, string>) => (
    <Form.Item name={name} label={label} rules={required}><Select options={Object.entries(options).map(([value, text]) => ({ value, label: text }))} /></Form.Item>
  )
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} disabled={disabled} initialValues={start} onFinish={onSave}>
      <div className="coupon-form even-fields">
        <Form.Item name="from" label={t.from} rules={required}><DatePicker allowClear={false} style={{ width: '100%' }} /></Form.Item>
        {choice('rounding', names.rounding, words.roundings)}
        {number('inUnits', t.inUnits, 1)}
        {number('inPoints', t.inPoints, 0)}
        {number('outPoints', t.outPoints, 1)}
        {number('outUnits', t.outUnits, 0)}
        {choice('billing', names.billing, words.billings)}
        {choice('breakageTo', names.breakage, words.breakages)}
        {number('cost', t.yuanCost, 0, 2)}
        {number('outCost', t.yuanOut, 0, 2)}
        {number('reserve', t.reserve, 0, 1, 100)}
        {number('creditCap', t.cap, 0)}
        {number('alertPoints', t.alert, 0)}
        {number('minimum', t.least, 1)}
        {number('fee', t.fee, 0)}
        <Form.Item name="zone" label={names.zone} rules={required}><Input maxLength={40} /></Form.Item>
      </div>
    </Form>
  )
}

function valuesOf(of: Omit<ContractTerms, 'validFrom'>, from: Dayjs): Values {
  const { inUnits, inPoints, outPoints, outUnits, breakageTo, billing, creditCap, alertPoints, zone, rounding, minimum, fee } = of
  return { inUnits, inPoints, outPoints, outUnits, breakageTo, billing, creditCap, alertPoints, zone, rounding, minimum, fee, from, cost: of.costMinor / 100, outCost: of.outCostMinor / 100, reserve: of.reservePermille / 10 }
}

function termsOf(values: Values): ContractTerms {
  const { from, cost, outCost, reserve, ...same } = values
  return { ...same, validFrom: from.format('YYYY-MM-DD'), costMinor: Math.round(cost * 100), outCostMinor: Math.round(outCost * 100), reservePermille: Math.round(reserve * 10) }
}
