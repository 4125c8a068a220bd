import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Found, type Said } from '@waystation/client'
import { useAppearance, useTexts, Mark } from '@waystation/design'
import { Input, Modal, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../data/client'
import { useStaff } from '../data/session'
import { entries, mayOpen } from './entries'
import { shell } from './texts'

/** Where a hit leads inside the console; the service speaks of its own paths. */
export function consolePath(href: string): string {
  return href.replace(/^\/console/, '').replace(/^\/v1/, '') || '/'
}

/** Milliseconds without a key before the service is asked: most of the 200 remain for the answer. */
const PAUSE = 60

/** What the service found, or a screen of the menu. */
type Hit = Omit<Found, 'title' | 'subtitle'> & { title: Said | string; subtitle?: Said }

export function GlobalSearch({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(shell)
  const { say } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const client = useQueryClient()
  const input = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [chosen, setChosen] = useState(0)

  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => setChosen(0), [asked])

  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: async ({ signal }) => itemsOf(await api.search(asked, signal)),
    enabled: open && asked.length >= 2,
  })
  const needle = text.trim().toLowerCase()
  const screens: Hit[] = entries
    .filter((entry) => mayOpen(staff, entry) && needle !== '' && t.entries[entry.key].toLowerCase().includes(needle))
    .map((entry) => ({ kind: 'screen', title: t.entries[entry.key], href: entry.path }))
  const hits: Hit[] = [...screens, ...(asked.length >= 2 ? (found.data ?? []) : [])]

  const go = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    setText('')
    void navigate(consolePath(hit.href))
  }

  /** A scanner types faster than the list follows and ends with Enter: then the first find is opened. */
  const enter = async () => {
    if (asked === text.trim() && !found.isFetching) return go(hits[chosen])
    const now = text.trim()
    setAsked(now)
    const fresh = await client.fetchQuery({ queryKey: ['search', now], queryFn: async ({ signal }) => itemsOf(await api.search(now, signal)) })
    go(screens[0] ?? fresh[0])
  }

  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      title={null}
      aria-label={t.search.title}
      afterOpenChange={(shown) => shown && input.current?.focus()}
      style={{ top: 80 }}
    >
      <Input
        ref={input}
        size="large"
        variant="borderless"
        value={text}
        placeholder={t.search.label}
        aria-label={t.search.label}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setChosen((now) => Math.min(now + 1, hits.length - 1))
          else if (event.key === 'ArrowUp') setChosen((now) => Math.max(now - 1, 0))
          else if (event.key === 'Enter') void enter()
          else return
          event.preventDefault()
        }}
      />
      <div className="found" role="listbox" aria-label={t.search.title}>
        {hits.map((hit, index) => (
          <button
            type="button"
            role="option"
            aria-selected={index === chosen}
            key={`${hit.kind}-${hit.href}-${index}`}
            className={`found-hit${index === chosen ? ' is-chosen' : ''}`}
            onMouseEnter={() => setChosen(index)}
            onClick={() => go(hit)}
          >
            <Mark>{t.search.kinds[hit.kind as keyof typeof t.search.kinds] ?? t.search.kinds.other}</Mark>
            <span>{say(hit.title)}</span>
            <span className="w-quiet">{say(hit.subtitle)}</span>
          </button>
        ))}
        {hits.length === 0 && (
          <p className="w-quiet found-none">{asked.length < 2 ? `${t.search.start} · ${t.search.hint}` : found.isFetching ? '…' : t.search.none}</p>
        )}
      </div>
    </Modal>
  )
}
