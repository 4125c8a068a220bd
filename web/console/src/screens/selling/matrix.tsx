import type { BoardCell, Call } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { useMemo, useRef } from 'react'

const texts = dictionary(
  {
    label: '区间可售表：行是出发站，列是到达站', limit: (n: string) => `限 ${n}`, limitOf: (n: string) => `限额 ${n}`, free: (n: string) => `空 ${n}`,
    cell: (from: string, to: string, n: string) => `${from} 到 ${to}，可售 ${n}`, kept: '有座但未放', full: '已满',
  },
  {
    label: 'Origin-destination table: rows are origins, columns destinations', limit: (n: string) => `limit ${n}`, limitOf: (n: string) => `limit ${n}`, free: (n: string) => `${n} free`,
    cell: (from: string, to: string, n: string) => `${from} to ${to}, ${n} can be bought`, kept: 'free but not released', full: 'full',
  },
)

interface MatrixProps {
  calls: Call[]
  cells: BoardCell[]
  chosen: string
  onChoose(cell: BoardCell): void
  nameOf(index: number): string
}

/** Which fifth of the largest cell a number falls into; the steps of the heat map. */
export function heatStep(value: number, top: number): number {
  if (top <= 0) return 0
  const share = value / top
  return share <= 0.1 ? 0 : share <= 0.3 ? 1 : share <= 0.55 ? 2 : share <= 0.8 ? 3 : 4
}

/** Rows are origins, columns destinations; arrows move between cells as in any grid. */
export function Matrix({ calls, cells, chosen, onChoose, nameOf }: MatrixProps) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const grid = useRef<HTMLDivElement>(null)
  const indexes = calls.map((call) => call.index)
  const origins = indexes.slice(0, -1)
  const destinations = indexes.slice(1)
  const byKey = useMemo(() => new Map(cells.map((cell) => [`${cell.from}-${cell.to}`, cell])), [cells])
  const top = Math.max(...cells.map((cell) => cell.available), 1)
  const compact = calls.length > 11
  const first = cells[0] ? `${cells[0].from}-${cells[0].to}` : ''

  const move = (cell: BoardCell, right: number, down: number) => {
    const to = indexes[indexes.indexOf(cell.to) + right]
    const from = indexes[indexes.indexOf(cell.from) + down]
    const next = byKey.get(`${from}-${to}`)
    if (!next) return
    onChoose(next)
    grid.current?.querySelector<HTMLButtonElement>(`[data-cell="${next.from}-${next.to}"]`)?.focus()
  }

  return (
    <div className="matrix-scroll">
      <div
        ref={grid}
        role="grid"
        aria-label={t.label}
        className={`matrix num${compact ? ' is-compact' : ''}`}
        style={{ gridTemplateColumns: `minmax(64px, max-content) repeat(${destinations.length}, minmax(${compact ? 46 : 76}px, 1fr))` }}
      >
        <div role="row" className="matrix-row">
          <span role="columnheader" />
          {destinations.map((to) => (
            <span key={to} role="columnheader" className="matrix-to" title={nameOf(to)}>
              {nameOf(to)}
            </span>
          ))}
        </div>
        {origins.map((from) => (
          <div key={from} role="row" className="matrix-row">
            <span role="rowheader" className="matrix-from">
              {nameOf(from)}
            </span>
            {destinations.map((to) => {
              const key = `${from}-${to}`
              const cell = byKey.get(key)
              if (!cell) return <span key={to} role="gridcell" aria-hidden="true" />
              const none = cell.available <= 0
              const look = none ? (cell.free > 0 ? 'is-kept' : 'is-full') : `heat-${heatStep(cell.available, top)}`
              const note = none ? (typeof cell.limit === 'number' && cell.free > 0 ? t.limitOf(formats.count(cell.limit)) : cell.free > 0 ? t.free(formats.count(cell.free)) : '') : typeof cell.limit === 'number' ? t.limit(formats.count(cell.limit)) : ''
              return (
                <span key={to} role="gridcell">
                  <button
                    type="button"
                    data-cell={key}
                    tabIndex={key === (chosen || first) ? 0 : -1}
                    aria-pressed={key === chosen}
                    aria-label={`${t.cell(nameOf(from), nameOf(to), formats.count(cell.available))}${none ? `, ${cell.free > 0 ? t.kept : t.full}` : ''}`}
                    className={`matrix-cell ${look}${key === chosen ? ' is-chosen' : ''}`}
                    onClick={() => onChoose(cell)}
                    onKeyDown={(event) => {
                      const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
                      if (!step) return
                      event.preventDefault()
                      move(cell, step[0]!, step[1]!)
                    }}
                  >
                    <span>{formats.count(cell.available)}</span>
                    {!compact && note && <small>{note}</small>}
                  </button>
                </span>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
