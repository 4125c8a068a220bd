import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf, type Shapes } from '@waystation/client'
import { dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Checkbox, InputNumber, Radio, Switch, Table } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { sellingWords } from '../selling/words'

type Rules = Shapes['booking.ChangeRules']

const texts = dictionary(
  {
    title: '改签规则', purpose: '几次、到什么时候、哪些席别、手续费多少。保存前看到每条规则的前后差别。', often: '次数', changes: '每张车票可改签', awards: '积分兑换的车票可改签', times: '次', when: '时间', until: '开车前多少小时截止', untilHint: '0 表示到开车为止', elsewhere: '可以变更到站', elsewhereUntil: '变更到站，开车前多少小时截止', classes: '可改签的席别',
    fees: '手续费', feesHint: '距开车时间达到这一档，就按这一档收；都够不到时不收。', before: '距开车至少（小时）', share: '收原票价的（%）', example: '100 元的票', add: '加一档', remove: '去掉', money: '差价', cheaper: '新票较低时', ways: { RETURNED_WHOLE: '差价全部退还', RETURNED_LESS_REFUND_FEE: '按退票费标准扣除后退还', KEPT: '差价不退' }, upgradeFree: '同车次升级席位免手续费', coupons: '差价可用优惠券',
    difference: '前后对比', rule: '规则', now: '现在', then: '改为', same: '和现在一样，没有要保存的', fresh: '新增', gone: '取消', save: (n: number) => `启用 ${n} 处改动`, reset: '撤回改动', saved: '改签规则已启用', effect: '从现在起的改签按新规则；已提交的改签仍按当时的价格。', hour: '小时', twice: '有两档时间相同，请改开',
  },
  {
    title: 'Changes of tickets', purpose: 'How often, until when, which classes, for what fee. Before anything is saved, every rule stands beside what it was.', often: 'How often', changes: 'Changes of a ticket', awards: 'Changes of a ticket that points paid', times: '', when: 'Until when', until: 'Closes so many hours before departure', untilHint: '0 means departure itself', elsewhere: 'Another destination is possible', elsewhereUntil: 'Another destination closes so many hours before', classes: 'Classes that can be changed',
    fees: 'Fees', feesHint: 'A tier holds from exactly its hour on; where none reaches, nothing is charged.', before: 'At least so many hours before', share: 'Share of the old fare (%)', example: 'On a ticket of ¥100', add: 'Add a tier', remove: 'Remove', money: 'Difference', cheaper: 'When the new ticket costs less', ways: { RETURNED_WHOLE: 'All of the difference goes back', RETURNED_LESS_REFUND_FEE: 'It goes back less the fee of a refund', KEPT: 'It is kept' }, upgradeFree: 'A better class on the same train costs no fee', coupons: 'Coupons may pay of the difference',
    difference: 'Before and after', rule: 'Rule', now: 'Now', then: 'Then', same: 'As it is; nothing to save', fresh: 'new', gone: 'ends', save: (n: number) => `Put ${n} changes in force`, reset: 'Undo', saved: 'The rules are in force', effect: 'Changes from now on follow the new rules; those under way keep their price.', hour: 'h', twice: 'Two tiers have the same time; give each its own',
  },
)

const CLASSES = ['business', 'first', 'second', 'standing'] as const
const EXAMPLE = 10_000

/** The policy of changes: filled in on the left, said in words before and after on the right. */
export default function ChangePolicy() {
  const t = useTexts(texts)
  const staff = useStaff()
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const shown = useQuery({ queryKey: ['change-rules'], queryFn: api.changeRules, staleTime: Infinity, gcTime: 0 })
  const [draft, setDraft] = useState<Rules | null>(null)
  useEffect(() => setDraft(shown.data?.rules ?? null), [shown.data])
  const edit = useEdit({
    version: versionOf(shown.data),
    latest: async () => versionOf(await api.changeRules()),
    reload: () => void shown.refetch(),
    send: (rules: Rules, version, key) => api.setChangeRules(rules, version, key),
    after: () => {
      void message.success(t.saved)
      void client.invalidateQueries({ queryKey: ['change-rules'] })
    },
  })
  const asked = useDeferredValue(draft)
  const twice = draft !== null && new Set(draft.fees.map((one) => one.minutesBefore)).size < draft.fees.length
  const said = useQuery({ queryKey: ['change-rules-said', asked], queryFn: () => api.previewChangeRules(asked!), enabled: asked !== null && !twice, placeholderData: (before) => before })
  if (!draft || !shown.data) return <Page title={t.title} name={t.title} purpose={t.purpose}>{shown.error ? <ErrorState error={shown.error} onRetry={() => void shown.refetch()} /> : <SkeletonBlock height={420} />}</Page>
  const lines = difference(shown.data.lines, said.data?.lines ?? shown.data.lines)
  const may = staff.may('rules.publish')
  return (
    <Page
      title={t.title}
      name={t.title}
      purpose={t.purpose}
      actions={
        may && (
          <>
            {edit.notice}
            {lines.length > 0 && <Button onClick={() => setDraft(shown.data.rules)}>{t.reset}</Button>}
            <Button type="primary" disabled={lines.length === 0 || twice || said.error !== null} loading={edit.pending} onClick={() => edit.save(draft, { onError: (error) => void message.error(problemText(error)) })}>
              {t.save(lines.length)}
            </Button>
          </>
        )
      }
    >
      <div className="columns">
        <fieldset className="bare stack" disabled={!may}>
          <Form rules={draft} onChange={setDraft} />
          {twice && <p role="alert"><Mark tone="stop">{t.twice}</Mark></p>}
        </fieldset>
        <section className="w-card trial" aria-live="polite">
          <h2 className="card-title">{t.difference}</h2>
          {said.error ? (
            <ErrorState error={said.error} kept />
          ) : lines.length === 0 ? (
            <p className="w-quiet">{t.same}</p>
          ) : (
            <Difference lines={lines} />
          )}
          <p className="w-quiet">{t.effect}</p>
        </section>
      </div>
    </Page>
  )
}

type Line = Shapes['RuleLine']
interface Changed {
  key: string
  label: Line['label']
  was?: Line['value']
  will?: Line['value']
}

function difference(now: Line[], then: Line[]): Changed[] {
  const keys = [...new Set([...now, ...then].map((line) => line.key))]
  return keys.flatMap((key) => {
    const was = now.find((line) => line.key === key)
    const will = then.find((line) => line.key === key)
    return was?.value.en === will?.value.en ? [] : [{ key, label: (will ?? was)!.label, was: was?.value, will: will?.value }]
  })
}

function Difference({ lines }: { lines: Changed[] }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="key"
      dataSource={lines}
      columns={[
        { title: t.rule, render: (_, one) => say(one.label) },
        { title: t.now, render: (_, one) => (one.was ? say(one.was) : <span className="w-quiet">{t.fresh}</span>) },
        { title: t.then, render: (_, one) => (one.will ? <b>{say(one.will)}</b> : <span className="w-quiet">{t.gone}</span>) },
      ]}
    />
  )
}

function Form({ rules, onChange }: { rules: Rules; onChange(next: Rules): void }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const set = (part: Partial<Rules>) => onChange({ ...rules, ...part })
  const count = (label: string, value: number, put: (next: number) => void) => (
    <label className="policy-row">
      <span>{label}</span>
      <InputNumber aria-label={label} min={0} max={20} precision={0} value={value} onChange={(next) => put(next ?? 0)} suffix={t.times} />
    </label>
  )
  const hours = (label: string, minutes: number, put: (next: number) => void) => (
    <label className="policy-row">
      <span>{label}</span>
      <Hours label={label} minutes={minutes} onChange={put} />
    </label>
  )
  const flag = (label: string, value: boolean, put: (next: boolean) => void) => (
    <label className="policy-row">
      <span>{label}</span>
      <Switch aria-label={label} checked={value} onChange={put} />
    </label>
  )
  return (
    <>
      <section className="w-card">
        <h2 className="card-title">{t.often}</h2>
        {count(t.changes, rules.changes, (changes) => set({ changes }))}
        {count(t.awards, rules.awardChanges, (awardChanges) => set({ awardChanges }))}
        <div className="policy-row">
          <span>{t.classes}</span>
          <Checkbox.Group aria-label={t.classes} value={rules.classes} options={CLASSES.map((value) => ({ value, label: s.classes[value] }))} onChange={(classes) => set({ classes: CLASSES.filter((one) => classes.includes(one)) })} />
        </div>
      </section>
      <section className="w-card">
        <h2 className="card-title">{t.when}</h2>
        {hours(t.until, rules.untilMinutes, (untilMinutes) => set({ untilMinutes }))}
        <p className="w-quiet">{t.untilHint}</p>
        {flag(t.elsewhere, rules.destination, (destination) => set({ destination }))}
        {rules.destination && hours(t.elsewhereUntil, rules.destinationUntilMinutes, (destinationUntilMinutes) => set({ destinationUntilMinutes }))}
      </section>
      <Fees rules={rules} onChange={(fees) => set({ fees })} />
      <section className="w-card">
        <h2 className="card-title">{t.money}</h2>
        <div className="policy-row">
          <span>{t.cheaper}</span>
          <Radio.Group aria-label={t.cheaper} value={rules.cheaper} onChange={(event) => set({ cheaper: event.target.value as Rules['cheaper'] })} options={(['RETURNED_WHOLE', 'RETURNED_LESS_REFUND_FEE', 'KEPT'] as const).map((value) => ({ value, label: t.ways[value] }))} />
        </div>
        {flag(t.upgradeFree, rules.upgradeFree, (upgradeFree) => set({ upgradeFree }))}
        {flag(t.coupons, rules.coupons, (coupons) => set({ coupons }))}
      </section>
    </>
  )
}

function Fees({ rules, onChange }: { rules: Rules; onChange(fees: Rules['fees']): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const put = (at: number, part: Partial<Rules['fees'][number]>) => onChange(rules.fees.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <section className="w-card">
      <h2 className="card-title">{t.fees}</h2>
      <p className="w-quiet">{t.feesHint}</p>
      <div className="policy-fees" role="table" aria-label={t.fees}>
        <span className="w-quiet">{t.before}</span>
        <span className="w-quiet">{t.share}</span>
        <span className="w-quiet">{t.example}</span>
        <span />
        {rules.fees.map((tier, index) => (
          <FeeRow key={index} minutes={tier.minutesBefore} permille={tier.permille} example={formats.money({ minor: (EXAMPLE * tier.permille) / 1000, currency: 'CNY' })} onMinutes={(minutesBefore) => put(index, { minutesBefore })} onPermille={(permille) => put(index, { permille })} onRemove={() => onChange(rules.fees.filter((_, at) => at !== index))} />
        ))}
      </div>
      <Button size="small" onClick={() => onChange([...rules.fees, { minutesBefore: free(rules.fees), permille: 0 }])}>
        {t.add}
      </Button>
    </section>
  )
}

function FeeRow({ minutes, permille, example, onMinutes, onPermille, onRemove }: { minutes: number; permille: number; example: string; onMinutes(next: number): void; onPermille(next: number): void; onRemove(): void }) {
  const t = useTexts(texts)
  return (
    <>
      <Hours label={t.before} minutes={minutes} onChange={onMinutes} />
      <InputNumber aria-label={t.share} min={0} max={100} precision={1} suffix="%" value={permille / 10} onChange={(next) => onPermille(Math.round((next ?? 0) * 10))} />
      <span className="num">{example}</span>
      <Button type="text" onClick={onRemove}>
        {t.remove}
      </Button>
    </>
  )
}

function Hours({ label, minutes, onChange }: { label: string; minutes: number; onChange(next: number): void }) {
  const t = useTexts(texts)
  return <InputNumber aria-label={label} min={0} max={2160} precision={minutes % 60 === 0 ? 0 : 2} suffix={t.hour} value={minutes / 60} onChange={(next) => onChange(Math.round((next ?? 0) * 60))} />
}

/** A time that no tier has yet. */
function free(fees: Rules['fees']): number {
  const longest = Math.max(0, ...fees.map((one) => one.minutesBefore))
  return longest + 1_440
}
