import '@xyflow/react/dist/style.css'
import { PlusOutlined } from '@ant-design/icons'
import type { JourneyNode } from '@waystation/client'
import { useAppearance, useTexts, wordFor } from '@waystation/design'
import { Background, BaseEdge, Controls, EdgeLabelRenderer, getSmoothStepPath, Handle, MarkerType, Position, ReactFlow, useReactFlow, type Connection, type Edge, type EdgeProps, type Node, type NodeChange, type NodeProps, type ReactFlowInstance, applyNodeChanges } from '@xyflow/react'
import { Dropdown } from 'antd'
import { createContext, useContext, useEffect, useMemo, useState, type DragEvent, type KeyboardEvent } from 'react'
import { canvasTexts } from './canvas'
import { choicesOf, edgeAt, kinds, portsOf, type Drawing, type Kind } from './journey-graph'
import { journeyTexts as texts } from './journey-texts'

/** What a drawing asks of the page around it. */
interface Acts {
  insert(kind: Kind, from: string, port: string): void
  portName(node: JourneyNode, port: string): string
}

const ActsContext = createContext<Acts>({ insert: () => undefined, portName: () => '' })
export const dragged = 'application/x-waystation-step'

type StepNode = Node<{ node: JourneyNode; open: string[]; faults: number }, 'step'>
type StepEdge = Edge<{ from: JourneyNode; port: string }, 'step'>

function PlusMenu({ label, from, port, open }: { label: string; from: string; port: string; open?: string }) {
  const c = useTexts(canvasTexts)
  const { insert } = useContext(ActsContext)
  return (
    <Dropdown trigger={['click']} menu={{ items: kinds.map((kind) => ({ key: kind, label: c.kinds[kind] })), onClick: ({ key }) => insert(key as Kind, from, port) }}>
      <button type="button" className={open ? 'step-open nodrag nopan' : 'edge-plus nodrag nopan'} aria-label={label} data-from={from} data-port={port}>
        <PlusOutlined /> {open}
      </button>
    </Dropdown>
  )
}

function Step({ id, data, selected }: NodeProps<StepNode>) {
  const t = useTexts(texts)
  const c = useTexts(canvasTexts)
  const { say } = useAppearance()
  const { portName } = useContext(ActsContext)
  const kind = data.node.kind.toLowerCase()
  const ports = [...portsOf(data.node), ...choicesOf(data.node)]
  return (
    <div className={`step is-${kind} ${selected ? 'is-chosen' : ''} ${data.faults > 0 ? 'is-faulty' : ''}`}>
      {kind !== 'entry' && <Handle type="target" position={Position.Left} />}
      <div className="step-kind">
        {c.kinds[kind as keyof typeof c.kinds] ?? data.node.kind}
        {data.faults > 0 && <b className="step-fault">{t.toMend(data.faults)}</b>}
      </div>
      <div className="step-label">{say(data.node.label)}</div>
      {data.open.map((port) => (
        <PlusMenu key={port} from={id} port={port} label={t.continueAt(portName(data.node, port), say(data.node.label))} open={portName(data.node, port)} />
      ))}
      {ports.map((port, index) => (
        <Handle key={port} id={port} type="source" position={Position.Right} title={portName(data.node, port)} style={{ top: `${((index + 1) / (ports.length + 1)) * 100}%` }} />
      ))}
    </div>
  )
}

function StepArrow({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd, style, data }: EdgeProps<StepEdge>) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { portName } = useContext(ActsContext)
  const [path, x, y] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition })
  if (!data) return null
  const name = data.port === 'next' ? '' : portName(data.from, data.port)
  return (
    <>
      <BaseEdge path={path} markerEnd={markerEnd} style={style} />
      <EdgeLabelRenderer>
        <div className="edge-label nodrag nopan" style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}>
          {name && <span>{name}</span>}
          <PlusMenu from={data.from.id} port={data.port} label={t.insertAfter(say(data.from.label), name)} />
        </div>
      </EdgeLabelRenderer>
    </>
  )
}

const readable = 0.75
const nodeTypes = { step: Step }
const edgeTypes = { step: StepArrow }

interface BoardProps {
  drawing: Drawing
  chosen: string | null
  faults: Map<string, number>
  /** Counts up when the chosen step is to be brought into view. */
  look: number
  onChoose(id: string | null): void
  onInsert: Acts['insert']
  onPlace(kind: Kind, x: number, y: number): void
  onConnect(from: string, port: string, to: string): void
  onMove(to: Map<string, { x: number; y: number }>): void
  onDelete(id: string): void
  portName: Acts['portName']
}

/** The drawing as the place of work: inside a ReactFlowProvider. */
export function Board({ drawing, chosen, faults, look, onChoose, onInsert, onPlace, onConnect, onMove, onDelete, portName }: BoardProps) {
  const t = useTexts(texts)
  const { theme, palette, say } = useAppearance()
  const flow = useReactFlow()
  const [nodes, setNodes] = useState<StepNode[]>([])
  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((one) => [one.id, one]))
      return drawing.nodes.map((node) => ({
        ...known.get(node.id),
        id: node.id,
        type: 'step' as const,
        position: { x: node.x, y: node.y },
        selected: node.id === chosen,
        ariaLabel: say(node.label),
        data: { node, open: portsOf(node).filter((port) => !edgeAt(drawing, node.id, port)), faults: faults.get(node.id) ?? 0 },
      }))
    })
  }, [drawing, chosen, faults, say])
  const edges = useMemo<StepEdge[]>(() => {
    const byId = new Map(drawing.nodes.map((node) => [node.id, node]))
    return drawing.edges.flatMap((edge) => {
      const from = byId.get(edge.from)
      if (!from || !byId.has(edge.to)) return []
      return [{ id: `${edge.from} ${edge.port}`, source: edge.from, sourceHandle: edge.port, target: edge.to, type: 'step' as const, data: { from, port: edge.port }, style: { stroke: palette.mut }, markerEnd: { type: MarkerType.ArrowClosed, color: palette.mut } }]
    })
  }, [drawing, palette])
  useEffect(() => {
    const node = look > 0 ? drawing.nodes.find((one) => one.id === chosen) : undefined
    if (node) void flow.setCenter(node.x + 100, node.y + 40, { zoom: Math.max(flow.getZoom(), 0.8) })
    // Only when somebody asks to look, not at every move of the step.
    // eslint-disable-next-line
  }, [look])
  const onNodesChange = (changes: NodeChange<StepNode>[]) => {
    setNodes((before) => applyNodeChanges(changes, before))
    const places = new Map<string, { x: number; y: number }>()
    for (const change of changes) {
      if (change.type === 'select' && change.selected) onChoose(change.id)
      if (change.type === 'position' && !change.dragging && change.position) places.set(change.id, change.position)
    }
    if (places.size > 0) onMove(places)
  }
  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(dragged) as Kind
    if (!kinds.includes(kind)) return
    event.preventDefault()
    const plus = document.elementsFromPoint(event.clientX, event.clientY).find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset.port !== undefined)
    if (plus) return onInsert(kind, plus.dataset.from!, plus.dataset.port!)
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    onPlace(kind, at.x - 100, at.y - 30)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const onStep = event.target instanceof HTMLElement && event.target.classList.contains('react-flow__node')
    if (onStep && chosen && (event.key === 'Delete' || event.key === 'Backspace')) onDelete(chosen)
  }
  /** A drawing too large to be read as a whole is shown from its entry on. */
  const begin = (drawn: ReactFlowInstance<StepNode, StepEdge>) => {
    const entry = drawing.nodes.find((node) => node.kind === 'entry')
    window.setTimeout(() => {
      if (entry && drawn.getZoom() < readable) void drawn.setCenter(entry.x + 380, entry.y + 30, { zoom: readable })
    }, 60)
  }
  const connect = ({ source, sourceHandle, target }: Connection) => onConnect(source, sourceHandle ?? 'next', target)
  return (
    <ActsContext.Provider value={{ insert: onInsert, portName }}>
      <div className="canvas is-edited" role="region" aria-label={t.drawing} onDrop={onDrop} onDragOver={(event) => event.preventDefault()} onKeyDown={onKeyDown}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onConnect={connect}
          onPaneClick={() => onChoose(null)}
          colorMode={theme}
          fitView
          fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
          onInit={begin}
          minZoom={0.3}
          edgesFocusable={false}
          deleteKeyCode={null}
          multiSelectionKeyCode={null}
          selectionKeyCode={null}
          proOptions={{ hideAttribution: false }}
        >
          <Background color={palette.line} gap={20} />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
    </ActsContext.Provider>
  )
}

/** Steps to drag into the drawing; pressed, they go behind the chosen step. */
export function Palette({ onAdd }: { onAdd(kind: Kind): void }) {
  const t = useTexts(texts)
  const c = useTexts(canvasTexts)
  return (
    <div className="palette" role="toolbar" aria-label={t.palette}>
      {kinds.map((kind) => (
        <button key={kind} type="button" draggable className={`palette-step is-${kind}`} aria-label={t.addStep(wordFor(c.kinds, kind))} onDragStart={(event) => event.dataTransfer.setData(dragged, kind)} onClick={() => onAdd(kind)}>
          {wordFor(c.kinds, kind)}
        </button>
      ))}
    </div>
  )
}
