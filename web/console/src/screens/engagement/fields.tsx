import type { MemberField } from '@waystation/client'
import { dictionary, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Space, type TableProps } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { ListTable } from '../../shell/page'
import { FieldEdit } from './field-edit'
import { fieldWords } from './field-words'
import { RemoveUsed } from './remove-used'

const texts = dictionary(
  { purpose: '自己定义要记录的会员信息：谁可以写、谁说了算、怎么保护；可在人群条件里使用。', name: '名称', kind: '类型', guard: '级别', sources: '来源（强者在前）', merge: '合并时取', known: '有值', create: '新建字段', edit: '修改', remove: '移除', empty: '还没有字段', emptyHint: '例如孩子人数、饮食习惯、结婚纪念日。' },
  { purpose: 'What you keep about members yourselves: who may write it, whose word counts and how it is guarded; segments can ask for it.', name: 'Name', kind: 'Kind', guard: 'Class', sources: 'Sources, the strongest first', merge: 'When merged', known: 'With a value', create: 'New field', edit: 'Change', remove: 'Remove', empty: 'No fields yet', emptyHint: 'Such as the number of children, diet or a wedding day.' },
)

/** The fields operators keep about members. */
export function Fields({ mayWrite }: { mayWrite: boolean }) {
  const t = useTexts(texts)
  const w = useTexts(fieldWords)
  const { say, formats } = useAppearance()
  const [editing, setEditing] = useState<MemberField | 'new' | null>(null)
  const [removing, setRemoving] = useState<MemberField | null>(null)
  const list = useCursorList('fields', api.fields, {}, 15_000)
  const columns: TableProps<MemberField>['columns'] = [
    { title: t.name, render: (_, field) => <><b>{say(field.name)}</b> <span className="w-quiet num">{field.code}</span></> },
    { title: t.kind, render: (_, field) => <span title={field.choices.map((one) => say(one.label)).join(' · ')}>{wordFor(w.kinds, field.kind)}</span> },
    { title: t.guard, render: (_, field) => <Mark tone={field.guarded === 'internal' ? 'indigo' : 'attention'}>{wordFor(w.guardMarks, field.guarded)}</Mark> },
    { title: t.sources, render: (_, field) => field.sources.map((one) => wordFor(w.sources, one)).join(' > ') },
    { title: t.merge, render: (_, field) => wordFor(w.merges, field.merge) },
    { title: t.known, align: 'right', className: 'num', render: (_, field) => formats.count(field.known) },
    ...(mayWrite
      ? [{ title: '', key: 'act', render: (_: unknown, field: MemberField) => <Space><Button size="small" onClick={() => setEditing(field)}>{t.edit}</Button><Button size="small" onClick={() => setRemoving(field)}>{t.remove}</Button></Space> }]
      : []),
  ]
  return (
    <>
      <p className="w-quiet" style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', marginBottom: 12 }}>
        {t.purpose}
        {mayWrite && <Button type="primary" onClick={() => setEditing('new')}>{t.create}</Button>}
      </p>
      <ListTable list={list} columns={columns} rowKey="code" empty={{ title: t.empty, hint: t.emptyHint }} />
      {editing && <FieldEdit field={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {removing && <RemoveUsed name={say(removing.name)} subject={`field ${removing.code}`} uses={() => api.fieldUses(removing.code)} remove={(key) => api.removeField(removing.code, key)} onClose={() => setRemoving(null)} />}
    </>
  )
}
