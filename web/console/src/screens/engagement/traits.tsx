import { useQuery } from '@tanstack/react-query'
import { itemsOf, type ComputedTrait } from '@waystation/client'
import { dictionary, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, type TableProps } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { ListTable } from '../../shell/page'
import { RemoveUsed } from './remove-used'
import { TraitNew } from './trait-new'

const texts = dictionary(
  {
    purpose: '从会员做过的事算出来，事件一到就更新，时间一到也会变；可在人群条件里使用。', name: '名称', how: '算法', rule: '怎么算', known: '有值', create: '新建特征', remove: '移除', empty: '还没有计算特征', emptyHint: '例如近一年最常去的车站，或每 30 天减半的兴趣分。',
    functions: { first: '首次', last: '最近一次', count: '次数', sum: '合计', distinct: '种数', most: '最多的', score: '衰减分' },
  },
  {
    purpose: 'Worked out of what members did, kept up with every event and every day; segments can ask for them.', name: 'Name', how: 'Function', rule: 'How it is worked out', known: 'With a value', create: 'New trait', remove: 'Remove', empty: 'No computed traits yet', emptyHint: 'Such as the station somebody goes to most, or interest halved every 30 days.',
    functions: { first: 'first', last: 'last', count: 'count', sum: 'sum', distinct: 'distinct', most: 'most frequent', score: 'decaying score' },
  },
)

export function Traits({ mayWrite }: { mayWrite: boolean }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const [making, setMaking] = useState(false)
  const [removing, setRemoving] = useState<ComputedTrait | null>(null)
  const list = useCursorList('traits', api.traits, {}, 15_000)
  const attributes = useQuery({ queryKey: ['attributes'], queryFn: async () => itemsOf(await api.attributes()), staleTime: 600_000, enabled: making })
  const columns: TableProps<ComputedTrait>['columns'] = [
    { title: t.name, render: (_, trait) => <b>{say(trait.name)}</b> },
    { title: t.how, render: (_, trait) => wordFor(t.functions, trait.function) },
    { title: t.rule, render: (_, trait) => <span className="w-quiet">{say(trait.rule)}</span> },
    { title: t.known, align: 'right', className: 'num', render: (_, trait) => formats.count(trait.known) },
    ...(mayWrite ? [{ title: '', key: 'act', render: (_: unknown, trait: ComputedTrait) => <Button size="small" onClick={() => setRemoving(trait)}>{t.remove}</Button> }] : []),
  ]
  return (
    <>
      <p className="w-quiet" style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', marginBottom: 12 }}>
        {t.purpose}
        {mayWrite && <Button type="primary" onClick={() => setMaking(true)}>{t.create}</Button>}
      </p>
      <ListTable list={list} columns={columns} rowKey="code" empty={{ title: t.empty, hint: t.emptyHint }} />
      {removing && <RemoveUsed name={say(removing.name)} subject={`trait ${removing.code}`} uses={() => api.traitUses(removing.code)} remove={(key) => api.removeTrait(removing.code, key)} onClose={() => setRemoving(null)} />}
      {making && attributes.data && <TraitNew attributes={attributes.data} functions={t.functions} onClose={() => setMaking(false)} />}
    </>
  )
}
