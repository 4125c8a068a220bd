import { useState } from 'react'

interface Past<T> { before: T[]; now: T; after: T[]; last: string }

/** A value with undo and redo. Changes under one name that follow each other, such as typing, are one step. */
export function useHistory<T>(start: T) {
  const [past, setPast] = useState<Past<T>>({ before: [], now: start, after: [], last: '' })
  // Whoever shows a copy of the value takes a new one when the round changes.
  const [round, setRound] = useState(0)
  return {
    now: past.now,
    round,
    canUndo: past.before.length > 0,
    canRedo: past.after.length > 0,
    set: (change: (now: T) => T, name = '') =>
      setPast(({ before, now, last }) => {
        const next = change(now)
        if (next === now) return { before, now, after: past.after, last }
        return { before: name !== '' && name === last ? before : [...before.slice(-99), now], now: next, after: [], last: name }
      }),
    undo: () => {
      setPast((it) => (it.before.length === 0 ? it : { before: it.before.slice(0, -1), now: it.before.at(-1)!, after: [it.now, ...it.after], last: '' }))
      setRound((it) => it + 1)
    },
    redo: () => {
      setPast((it) => (it.after.length === 0 ? it : { before: [...it.before, it.now], now: it.after[0]!, after: it.after.slice(1), last: '' }))
      setRound((it) => it + 1)
    },
  }
}
