import '@xyflow/react/dist/style.css'
import { useQuery } from '@tanstack/react-query'
import type { InviteChain } from '@waystation/client'
import { dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Background, Controls, Handle, MarkerType, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { chainHeight, chainLayout } from './chain-layout'
import { referralWords } from './words'

const texts = dictionary(
  { title: '邀请链路', two: '往下两级', above: '由谁带来', root: '起点', alone: '自己来的', none: '还没有带来任何人。', brought: (n: number) => `带来 ${n} 位`, open: '会员页', hint: '点一位会员，以他为起点继续看。' },
  { title: 'Invite chain', two: 'two levels down', above: 'Brought by', root: 'from here', alone: 'came alone', none: 'Has brought nobody yet.', brought: (n: number) => `brought ${n}`, open: 'Member page', hint: 'Click a member to go on from there.' },
)

type Link0 = InviteChain['below'][number]
type PersonData = { id: string; name: string; link: Link0 | undefined }
type PersonNode = Node<PersonData, 'person'>

function PersonCard({ data }: NodeProps<PersonNode>) {
  const t = useTexts(texts)
  const words = useTexts(referralWords)
  const { formats } = useAppearance()
  const link = data.link
  return (
    <div className={`chain-person${link ? ` is-${link.state}` : ' is-root'}${link?.review === 'open' ? ' is-flagged' : ''}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <b>{data.name}</b> <small>{link ? wordFor(words.invitation, link.state) : t.root}</small>
      {link && (
        <div className="chain-points num">
          {link.heldPoints > 0 && <span className="chain-held">{words.held} {formats.points(link.heldPoints)}</span>}
          {link.earnedPoints > 0 && <span className="chain-earned">{words.earned} {formats.points(link.earnedPoints)}</span>}
          {link.brought > 0 && <span>{t.brought(link.brought)}</span>}
        </div>
      )}
      {link && link.flags.length > 0 && (
        <div className="chain-flags">
          {link.flags.map((flag) => (
            <Mark key={flag} tone="attention">
              {wordFor(words.flags, flag)}
            </Mark>
          ))}
        </div>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

const nodeTypes = { person: PersonCard }

/** Who a member brought, two levels down, with promised and earned points and flagged groups. */
export function ChainCard({ member, onOpen }: { member: string; onOpen(member: string): void }) {
  const t = useTexts(texts)
  const asked = useQuery({ queryKey: ['referral-chain', member], queryFn: () => api.inviteChain(member), refetchInterval: 15_000 })
  if (asked.error) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonBlock height={380} />
  const chain = asked.data
  const above = [...chain.above].reverse()
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.title}: {chain.root.name} <small>{t.two}</small> <Link to={`/members/${encodeURIComponent(chain.root.memberId)}`}>{t.open}</Link>
      </h2>
      <p className="w-quiet">
        {t.above}:{' '}
        {above.length === 0
          ? t.alone
          : above.map((one) => (
              <span key={one.memberId}>
                <Button type="link" size="small" onClick={() => onOpen(one.memberId)}>
                  {one.name}
                </Button>{' '}
                →{' '}
              </span>
            ))}
        {above.length > 0 && chain.root.name}
      </p>
      {chain.below.length === 0 ? <p className="w-quiet">{t.none}</p> : <Graph chain={chain} onOpen={onOpen} />}
      <p className="w-quiet">{t.hint}</p>
    </section>
  )
}

function Graph({ chain, onOpen }: { chain: InviteChain; onOpen(member: string): void }) {
  const t = useTexts(texts)
  const { theme, palette } = useAppearance()
  const { nodes, edges, height } = useMemo(() => {
    const placed = chainLayout(chain)
    const links = new Map(chain.below.map((one) => [one.memberId, one]))
    const drawn: PersonNode[] = placed.map(({ id, x, y }) => ({
      id,
      type: 'person',
      position: { x, y },
      data: { id, name: links.get(id)?.name ?? chain.root.name, link: links.get(id) },
    }))
    const arrows: Edge[] = chain.below.map((one) => ({
      id: `${one.broughtBy}-${one.memberId}`,
      source: one.broughtBy,
      target: one.memberId,
      type: 'smoothstep',
      style: { stroke: one.review === 'open' ? palette.amber : palette.mut },
      markerEnd: { type: MarkerType.ArrowClosed, color: one.review === 'open' ? palette.amber : palette.mut },
    }))
    return { nodes: drawn, edges: arrows, height: chainHeight(placed) }
  }, [chain, palette])
  return (
    <div className="canvas" style={{ height }} role="region" aria-label={t.title}>
      <ReactFlow
        key={chain.root.memberId + nodes.length}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        colorMode={theme}
        fitView
        fitViewOptions={{ padding: 0.04, maxZoom: 1 }}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        proOptions={{ hideAttribution: false }}
        onNodeClick={(_, node) => onOpen(node.id)}
      >
        <Background color={palette.line} gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}
