import { dictionary, useTexts } from '@waystation/design'
import { Button, Dropdown, Input } from 'antd'
import { useState, type DragEvent, type KeyboardEvent } from 'react'

const texts = dictionary(
  {
    kinds: { HEADING: '标题', TEXT: '文字', PICTURE: '图片', BUTTON: '按钮', DIVIDER: '分隔线', COLUMNS: '两栏' },
    add: '添加模块', move: (what: string, place: number, all: number) => `${what}，第 ${place} 个，共 ${all} 个。拖动，或用上下方向键移动`, moved: (what: string, place: number, all: number) => `${what}已移到第 ${place} 个，共 ${all} 个`, remove: (what: string) => `删除${what}`, zh: '中文', en: '英文', alt: '图片说明（给看不到图片的人）', source: '图片地址', link: '跳转地址', linkOptional: '点图片打开（可不填）', linkHint: 'https 地址，或 /app/coupons 这样的站内路径；发布后自动计点击', left: '左栏', right: '右栏', empty: '还没有模块。从标题或文字开始。',
  },
  {
    kinds: { HEADING: 'Heading', TEXT: 'Text', PICTURE: 'Picture', BUTTON: 'Button', DIVIDER: 'Divider', COLUMNS: 'Columns' },
    add: 'Add a block', move: (what: string, place: number, all: number) => `${what}, ${place} of ${all}. Drag it, or move it with the arrow keys`, moved: (what: string, place: number, all: number) => `${what} moved to ${place} of ${all}`, remove: (what: string) => `Delete ${what}`, zh: 'Chinese', en: 'English', alt: 'What the picture shows, for those who don’t see it', source: 'Address of the picture', link: 'Leads to', linkOptional: 'A click opens (optional)', linkHint: 'An https address, or a path of ours such as /app/coupons; clicks are counted once it is published', left: 'Left column', right: 'Right column', empty: 'No blocks yet. Begin with a heading or a text.',
  },
)

const kinds = ['HEADING', 'TEXT', 'PICTURE', 'BUTTON', 'DIVIDER', 'COLUMNS'] as const
type Kind = (typeof kinds)[number]

/** A block while it is written: an empty field is one that nothing was written into. */
export interface Block {
  id: number
  kind: Kind
  zh: string
  en: string
  source: string
  link: string
  left: Block[]
  right: Block[]
}

/** As the server keeps it. */
export interface KeptBlock {
  kind: Kind
  text?: { zh: string; en: string } | null
  source?: string | null
  link?: string | null
  left: KeptBlock[]
  right: KeptBlock[]
}

let made = 0

function fresh(kind: Kind): Block {
  return { id: ++made, kind, zh: '', en: '', source: '', link: '', left: kind === 'COLUMNS' ? [fresh('TEXT')] : [], right: kind === 'COLUMNS' ? [fresh('TEXT')] : [] }
}

export function opened(kept: KeptBlock[]): Block[] {
  return kept.map((one) => ({ id: ++made, kind: one.kind, zh: one.text?.zh ?? '', en: one.text?.en ?? '', source: one.source ?? '', link: one.link ?? '', left: opened(one.left), right: opened(one.right) }))
}

export function kept(blocks: Block[]): KeptBlock[] {
  return blocks.map((one) => ({
    kind: one.kind,
    ...(one.zh || one.en ? { text: { zh: one.zh, en: one.en } } : {}),
    ...(one.source.trim() ? { source: one.source.trim() } : {}),
    ...(one.link.trim() ? { link: one.link.trim() } : {}),
    left: kept(one.left),
    right: kept(one.right),
  }))
}

/** Whether enough is written to show it; the server says what is wrong with the rest. */
export function isWhole(blocks: Block[]): boolean {
  return blocks.length > 0 && blocks.every((one) => {
    const written = one.zh.trim() !== '' && one.en.trim() !== ''
    if (one.kind === 'DIVIDER') return true
    if (one.kind === 'COLUMNS') return (one.left.length === 0 || isWhole(one.left)) && (one.right.length === 0 || isWhole(one.right)) && one.left.length + one.right.length > 0
    if (one.kind === 'PICTURE') return written && one.source.trim() !== ''
    return written && (one.kind !== 'BUTTON' || one.link.trim() !== '')
  })
}

interface List {
  blocks: Block[]
  onChange(blocks: Block[]): void
  /** Set within a column, which holds no columns. */
  column?: string
}

/** The blocks of a mail, in their order: moved by dragging the handle or by arrow keys on it. */
export function MailBlocks({ blocks, onChange, column }: List) {
  const t = useTexts(texts)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [told, setTold] = useState('')

  function move(from: number, to: number) {
    const one = blocks[from]
    if (one === undefined || to < 0 || to >= blocks.length || to === from) return
    const others = blocks.filter((each) => each !== one)
    onChange([...others.slice(0, to), one, ...others.slice(to)])
    setTold(t.moved(t.kinds[one.kind], to + 1, blocks.length))
    requestAnimationFrame(() => document.getElementById(`block-${one.id}`)?.focus())
  }

  function keys(event: KeyboardEvent, place: number) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    move(place, place + step)
  }

  function drop(event: DragEvent, place: number) {
    if (dragged === null) return
    event.preventDefault()
    event.stopPropagation()
    move(dragged, place)
    setDragged(null)
    setOver(null)
  }

  const set = (id: number, part: Partial<Block>) => onChange(blocks.map((one) => (one.id === id ? { ...one, ...part } : one)))
  return (
    <div className="mail-blocks" role="group" aria-label={column}>
      {column && <h4>{column}</h4>}
      {blocks.length === 0 && !column && <p className="w-quiet">{t.empty}</p>}
      <ol>
        {blocks.map((one, place) => (
          <li key={one.id} className={`mail-block${over === place && dragged !== null && dragged !== place ? ' is-over' : ''}${dragged === place ? ' is-dragged' : ''}`} onDragOver={(event) => { if (dragged !== null) { event.preventDefault(); event.stopPropagation(); setOver(place) } }} onDrop={(event) => drop(event, place)}>
            <div className="mail-block-head">
              <span id={`block-${one.id}`} role="button" tabIndex={0} className="mail-grip" draggable aria-label={t.move(t.kinds[one.kind], place + 1, blocks.length)} title={t.move(t.kinds[one.kind], place + 1, blocks.length)} onKeyDown={(event) => keys(event, place)} onDragStart={(event) => { event.stopPropagation(); event.dataTransfer.setData('application/x-mail-block', String(one.id)); event.dataTransfer.effectAllowed = 'move'; setDragged(place) }} onDragEnd={() => { setDragged(null); setOver(null) }}>
                <span aria-hidden>⠿</span>
              </span>
              <b>{t.kinds[one.kind]}</b>
              <Button size="small" type="text" danger aria-label={t.remove(t.kinds[one.kind])} onClick={() => onChange(blocks.filter((each) => each !== one))}>×</Button>
            </div>
            <Fields of={one} onChange={(part) => set(one.id, part)} />
          </li>
        ))}
      </ol>
      <Dropdown trigger={['click']} menu={{ items: kinds.filter((kind) => !column || kind !== 'COLUMNS').map((kind) => ({ key: kind, label: t.kinds[kind] })), onClick: ({ key }) => onChange([...blocks, fresh(key as Kind)]) }}>
        <Button>{t.add}</Button>
      </Dropdown>
      <div aria-live="polite" className="w-hidden">{told}</div>
    </div>
  )
}

function Fields({ of, onChange }: { of: Block; onChange(part: Partial<Block>): void }) {
  const t = useTexts(texts)
  if (of.kind === 'DIVIDER') return null
  if (of.kind === 'COLUMNS') {
    return (
      <div className="mail-pair">
        <MailBlocks blocks={of.left} onChange={(left) => onChange({ left })} column={t.left} />
        <MailBlocks blocks={of.right} onChange={(right) => onChange({ right })} column={t.right} />
      </div>
    )
  }
  const word = of.kind === 'PICTURE' ? `${t.alt} · ` : ''
  return (
    <>
      <div className="mail-pair">
        {(['zh', 'en'] as const).map((language) => (
          <label key={language}>{word}{t[language]}
            {of.kind === 'TEXT' ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={4000} value={of[language]} onChange={(event) => onChange({ [language]: event.target.value })} /> : <Input maxLength={200} value={of[language]} onChange={(event) => onChange({ [language]: event.target.value })} />}
          </label>
        ))}
      </div>
      {of.kind === 'PICTURE' && <label>{t.source}<Input value={of.source} onChange={(event) => onChange({ source: event.target.value })} placeholder="https://…" /></label>}
      {(of.kind === 'PICTURE' || of.kind === 'BUTTON') && <label>{of.kind === 'PICTURE' ? t.linkOptional : t.link}<Input value={of.link} onChange={(event) => onChange({ link: event.target.value })} placeholder="/app/coupons" /><small className="w-quiet">{t.linkHint}</small></label>}
    </>
  )
}
