import { useQuery } from '@tanstack/react-query'
import { versionOf, type Stacking } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { AutoComplete, Button, Input, InputNumber, Segmented, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { RulesPage, useRulesDraft } from '../../shell/rules-page'
import { StackingTrialPanel } from './stacking-trial'
import { couponWords, minor } from './words'

const texts = dictionary(
  {
    title: '券怎么叠加', purpose: '哪些券能一起用、谁先算、一组里取哪张。改动先在右边试算，保存后下一单起生效，已下的单不变。', saved: '已保存，下一单起生效', never: '还没有人改过，用的是出厂规则。', last: (by: string) => `上次由 ${by} 修改`,
    order: '整单限制', mostSent: '一次最多提交几张', mostApplied: '一单最多生效几张', leastPay: '至少实付（元）', sequence: '先算哪张', sequences: { by_category: '按下面的类别顺序', as_sent: '按选择的先后' },
    categories: '类别', categoriesHint: '从上到下就是计算的先后。没有列出的类别排在最后，可与其他普通券同用，每单一张。', groups: '组', groupsHint: '同一组的券先在组内取舍，再和别的券放在一起比较。没有列出的组，组内都可叠加。',
    company: '能和谁一起用', companies: { ordinary: '普通：和其他普通券一起用', exclusive: '独享：不和普通券一起用', joint: '随意：和任何券一起用' }, base: '折扣从哪算', bases: { remaining: '减完前面的之后', original: '原价' }, most: '每单最多',
    choice: '组内取', choices: { stack: '全部叠加', first: '先选的一张', lowest: '减得最少的一张', highest: '减得最多的一张' }, scope: '按什么取', scopes: { order: '整单取一次', item: '每件商品各取一次' },
    zh: '中文名称', en: '英文名称', up: '提前', down: '推后', remove: '移出', removed: '移出后按普通券处理', add: '添加', code: '代码', newCategory: '要添加的类别', newGroup: '要添加的组', belongs: '属于它的券', none: '还没有券', more: (n: string) => `另外 ${n} 个`, unlisted: '未列出', emptyCategories: '还没有列出类别：所有券都是普通券，每类每单一张。', emptyGroups: '还没有列出组：组内的券都可叠加。',
  },
  {
    title: 'How coupons go together', purpose: 'Which coupons stand together, which counts first, which one of a group is taken. Try a change on the right; saved, it holds from the next order on and leaves earlier orders alone.', saved: 'Saved; it holds from the next order on', never: 'Nobody has changed these yet.', last: (by: string) => `Changed last by ${by}`,
    order: 'Limits of an order', mostSent: 'Coupons in one request', mostApplied: 'Coupons that count', leastPay: 'Least to pay (yuan)', sequence: 'Which counts first', sequences: { by_category: 'The order of categories below', as_sent: 'As they were chosen' },
    categories: 'Categories', categoriesHint: 'From top to bottom is the order in which they count. A category not listed comes last, stands beside other ordinary ones, one to an order.', groups: 'Groups', groupsHint: 'A group first chooses among its own coupons; what it chose is then compared with the rest. In a group not listed all count.',
    company: 'Stands beside', companies: { ordinary: 'Ordinary: beside other ordinary ones', exclusive: 'Exclusive: beside no ordinary one', joint: 'Joint: beside anything' }, base: 'A share counts from', bases: { remaining: 'what is left', original: 'the full price' }, most: 'Most in an order',
    choice: 'The group takes', choices: { stack: 'all of them', first: 'the one chosen first', lowest: 'the smallest discount', highest: 'the largest discount' }, scope: 'Chosen for', scopes: { order: 'the whole order', item: 'each item by itself' },
    zh: 'Name in Chinese', en: 'Name in English', up: 'Earlier', down: 'Later', remove: 'Take out', removed: 'then treated as ordinary', add: 'Add', code: 'Code', newCategory: 'Category to add', newGroup: 'Group to add', belongs: 'Its coupons', none: 'no coupons yet', more: (n: string) => `${n} more`, unlisted: 'not listed', emptyCategories: 'No category is listed: every coupon is ordinary, one of each category to an order.', emptyGroups: 'No group is listed: all coupons of a group count.',
  },
)

export type StackingRules = Stacking['rules']
type Category = StackingRules['categories'][number]
type Group = StackingRules['groups'][number]

export default function StackingScreen() {
  const found = useQuery({ queryKey: ['coupon-stacking'], queryFn: api.couponStacking })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <SkeletonBlock height={420} />
  return <Editor key={found.data.version} page={found.data} />
}

function Editor({ page }: { page: Stacking }) {
  const t = useTexts(texts)
  const may = useStaff().may('coupons.write')
  const draft = useRulesDraft({
    rules: page.rules,
    version: versionOf(page),
    queryKey: 'coupon-stacking',
    saved: t.saved,
    send: api.decideStacking,
    latest: async () => versionOf(await api.couponStacking()),
  })
  const { rules, set } = draft
  return (
    <RulesPage title={t.title} purpose={t.purpose} may={may} draft={draft}>
      <div className="columns">
        <fieldset className="stack bare" disabled={!may}>
          <p className="w-quiet">{page.decidedAt ? <>{t.last(page.decidedBy || '—')} · <DateTimeText at={page.decidedAt} /></> : t.never}</p>
          <Whole rules={rules} set={set} />
          <Part title={t.categories} hint={t.categoriesHint}>
            <Categories rules={rules} page={page} set={set} />
          </Part>
          <Part title={t.groups} hint={t.groupsHint}>
            <Groups rules={rules} page={page} set={set} />
          </Part>
        </fieldset>
        <StackingTrialPanel rules={rules} coupons={page.coupons} />
      </div>
    </RulesPage>
  )
}

interface EditProps {
  rules: StackingRules
  set(change: Partial<StackingRules>): void
}

function Whole({ rules, set }: EditProps) {
  const t = useTexts(texts)
  const number = (label: string, value: number, least: number, most: number, put: (next: number) => void, precision = 0) => (
    <label>
      <span>{label}</span>
      <InputNumber min={least} max={most} precision={precision} value={value} onChange={(next) => next !== null && put(next)} />
    </label>
  )
  return (
    <section className="w-card">
      <h2 className="card-title">{t.order}</h2>
      <div className="stack-fields">
        {number(t.mostApplied, rules.mostApplied, 1, rules.mostSent, (mostApplied) => set({ mostApplied }))}
        {number(t.mostSent, rules.mostSent, 1, 100, (mostSent) => set({ mostSent, mostApplied: Math.min(mostSent, rules.mostApplied) }))}
        {number(t.leastPay, rules.leastPayMinor / 100, 0, 100_000, (yuan) => set({ leastPayMinor: minor(yuan) }), 2)}
        <div className="stack-wide">
          <span>{t.sequence}</span>
          <Segmented aria-label={t.sequence} value={rules.sequence} options={(['by_category', 'as_sent'] as const).map((value) => ({ value, label: t.sequences[value] }))} onChange={(sequence) => set({ sequence })} />
        </div>
      </div>
    </section>
  )
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="w-card">
      <h2 className="card-title">{title}</h2>
      <p className="w-quiet">{hint}</p>
      {children}
    </section>
  )
}

function Categories({ rules, page, set }: EditProps & { page: Stacking }) {
  const t = useTexts(texts)
  const list = rules.categories
  const put = (at: number, change: Partial<Category>) => set({ categories: list.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  const move = (at: number, by: number) => {
    const next = [...list]
    const [one] = next.splice(at, 1)
    if (one) next.splice(at + by, 0, one)
    set({ categories: next })
  }
  const add = (code: string) => set({ categories: [...list, { code, name: null, company: 'ordinary', base: 'remaining', most: 1 }] })
  return (
    <>
      {list.length === 0 && <p className="w-quiet">{t.emptyCategories}</p>}
      <ol className="stack-rows">
        {list.map((one, at) => (
          <li key={one.code}>
            <Head code={one.code} name={one.name} rank={at + 1} onName={(name) => put(at, { name })} onRemove={() => set({ categories: list.filter((each) => each !== one) })} onUp={at > 0 ? () => move(at, -1) : undefined} onDown={at < list.length - 1 ? () => move(at, 1) : undefined} />
            <div className="stack-fields">
              <label className="stack-wide"><span>{t.company}</span><Select value={one.company} options={(['ordinary', 'exclusive', 'joint'] as const).map((value) => ({ value, label: t.companies[value] }))} onChange={(company) => put(at, { company })} /></label>
              <label><span>{t.base}</span><Select value={one.base} options={(['remaining', 'original'] as const).map((value) => ({ value, label: t.bases[value] }))} onChange={(base) => put(at, { base })} /></label>
              <label><span>{t.most}</span><InputNumber min={1} max={rules.mostSent} precision={0} value={one.most} onChange={(most) => most !== null && put(at, { most })} /></label>
            </div>
            <Belonging coupons={page.coupons.filter((each) => each.category === one.code)} />
          </li>
        ))}
      </ol>
      <Adding label={t.newCategory} taken={list.map((one) => one.code)} used={page.coupons.map((each) => each.category)} onAdd={add} />
    </>
  )
}

function Groups({ rules, page, set }: EditProps & { page: Stacking }) {
  const t = useTexts(texts)
  const list = rules.groups
  const put = (at: number, change: Partial<Group>) => set({ groups: list.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  return (
    <>
      {list.length === 0 && <p className="w-quiet">{t.emptyGroups}</p>}
      <ul className="stack-rows">
        {list.map((one, at) => (
          <li key={one.code}>
            <Head code={one.code} name={one.name} onName={(name) => put(at, { name })} onRemove={() => set({ groups: list.filter((each) => each !== one) })} />
            <div className="stack-fields">
              <label><span>{t.choice}</span><Select value={one.choice} options={(['stack', 'highest', 'lowest', 'first'] as const).map((value) => ({ value, label: t.choices[value] }))} onChange={(choice) => put(at, { choice })} /></label>
              <label><span>{t.scope}</span><Select value={one.scope} options={(['order', 'item'] as const).map((value) => ({ value, label: t.scopes[value] }))} onChange={(scope) => put(at, { scope })} /></label>
            </div>
            <Belonging coupons={page.coupons.filter((each) => each.group === one.code)} />
          </li>
        ))}
      </ul>
      <Adding label={t.newGroup} taken={list.map((one) => one.code)} used={page.coupons.map((each) => each.group)} onAdd={(code) => set({ groups: [...list, { code, name: null, choice: 'highest', scope: 'order' }] })} />
    </>
  )
}

interface HeadProps {
  code: string
  name: Category['name']
  rank?: number
  onName(name: Category['name']): void
  onRemove(): void
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
}

function Head({ code, name, rank, onName, onRemove, onUp, onDown }: HeadProps) {
  const t = useTexts(texts)
  const put = (change: { zh?: string; en?: string }) => {
    const next = { zh: name?.zh ?? '', en: name?.en ?? '', ...change }
    onName(next.zh || next.en ? next : null)
  }
  return (
    <div className="stack-head">
      {rank !== undefined && <b className="num">{rank}</b>}
      <Input aria-label={`${t.zh} ${code}`} placeholder={t.zh} maxLength={40} value={name?.zh ?? ''} onChange={(event) => put({ zh: event.target.value })} />
      <Input aria-label={`${t.en} ${code}`} placeholder={t.en} maxLength={60} value={name?.en ?? ''} onChange={(event) => put({ en: event.target.value })} />
      <code>{code}</code>
      <span className="stack-acts">
        {rank !== undefined && <Button size="small" aria-label={`${t.up} ${code}`} disabled={!onUp} onClick={onUp}>↑</Button>}
        {rank !== undefined && <Button size="small" aria-label={`${t.down} ${code}`} disabled={!onDown} onClick={onDown}>↓</Button>}
        <Button size="small" type="text" title={t.removed} onClick={onRemove}>{t.remove}</Button>
      </span>
    </div>
  )
}

const SHOWN = 6

function Belonging({ coupons }: { coupons: Stacking['coupons'] }) {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { say, formats } = useAppearance()
  return (
    <p className="stack-coupons">
      <span className="w-quiet">{t.belongs}</span>
      {coupons.length === 0 && <span className="w-quiet">{t.none}</span>}
      {coupons.slice(0, SHOWN).map((one) => (
        <Link key={one.id} to={`/coupons/${encodeURIComponent(one.id)}`} title={say(one.offer)}>
          {say(one.name)}{one.state !== 'live' && <> <Mark>{wordFor(words.states, one.state)}</Mark></>}
        </Link>
      ))}
      {coupons.length > SHOWN && <span className="w-quiet">{t.more(formats.count(coupons.length - SHOWN))}</span>}
    </p>
  )
}

/** What coupons carry already is offered; another code can be typed ahead of its first coupon. */
function Adding({ label, taken, used, onAdd }: { label: string; taken: string[]; used: string[]; onAdd(code: string): void }) {
  const t = useTexts(texts)
  const [code, setCode] = useState('')
  const offered = [...new Set(used)].filter((one) => !taken.includes(one))
  const good = /^[a-z0-9][a-z0-9_-]{0,39}$/.test(code) && !taken.includes(code)
  return (
    <div className="form-line">
      <AutoComplete aria-label={label} style={{ width: 240 }} placeholder={label} value={code} onChange={setCode} options={offered.map((value) => ({ value, label: `${value} · ${t.unlisted}` }))} />
      <Button disabled={!good} onClick={() => { onAdd(code); setCode('') }}>{t.add}</Button>
    </div>
  )
}
