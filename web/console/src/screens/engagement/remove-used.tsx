import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '@waystation/client'
import { dictionary, ErrorState, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Modal } from 'antd'
import { Link } from 'react-router'
import { useAction } from '../../data/action'

const texts = dictionary(
  { title: (name: string) => `移除 ${name}`, used: '以下地方正在使用，先从那里去掉才能移除：', unused: '没有人群、标签规则或旅程使用它。移除后它的值也会消失。', remove: '移除', kinds: { segment: '人群', tag: '标签', journey: '旅程' } },
  { title: (name: string) => `Remove ${name}`, used: 'These ask for it; take it out of them first:', unused: 'No segment, rule of a tag or journey asks for it. Its values go with it.', remove: 'Remove', kinds: { segment: 'Segment', tag: 'Tag', journey: 'Journey' } },
)

const pages: Record<string, (id: string) => string> = {
  segment: (id) => `/segments/${encodeURIComponent(id)}`,
  journey: (id) => `/journeys/${encodeURIComponent(id)}`,
}

interface Place { kind: string; id: string; name: Said }

/** Shows where something is used, and removes it only where it is not. */
export function RemoveUsed({ name, subject, uses, remove, onClose }: { name: string; subject: string; uses(): Promise<Place[]>; remove(key?: string): Promise<unknown>; onClose(): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const client = useQueryClient()
  const places = useQuery({ queryKey: ['uses', subject], queryFn: uses, gcTime: 0 })
  const act = useAction(
    (_: null, key) => remove(key),
    () => {
      void client.invalidateQueries({ predicate: (query) => ['traits', 'fields', 'attributes', 'member'].includes(String(query.queryKey[0])) })
      onClose()
    },
  )
  return (
    <Modal open onCancel={onClose} title={t.title(name)} footer={null} width={480}>
      {places.isLoading && <SkeletonBlock height={48} />}
      {places.error && <ErrorState error={places.error} onRetry={() => void places.refetch()} />}
      {places.data && (places.data.length > 0 ? (
        <>
          <p>{t.used}</p>
          <ul className="plain-list">
            {places.data.map((place) => {
              const to = pages[place.kind]?.(place.id)
              return (
                <li key={`${place.kind} ${place.id}`}>
                  <span><span className="w-quiet">{wordFor(t.kinds, place.kind)}</span> {to ? <Link to={to}>{say(place.name)}</Link> : say(place.name)}</span>
                </li>
              )
            })}
          </ul>
        </>
      ) : (
        <>
          <p>{t.unused}</p>
          {act.error && <ErrorState error={act.error} kept />}
          <Button danger type="primary" loading={act.isPending} onClick={() => act.mutate(null)}>{t.remove}</Button>
        </>
      ))}
    </Modal>
  )
}
