import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function read(): boolean {
  try {
    return window.localStorage.getItem('waystation.elder') === 'on'
  } catch {
    return false
  }
}

function show(on: boolean) {
  document.documentElement.dataset.elder = on ? 'on' : 'off'
  document.documentElement.dataset.letters = letters()
}

/** How large the letters of 敬老版 are: 20, 25 or 30 px. */
export const LETTERS = ['large', 'larger', 'largest'] as const
export type Letters = (typeof LETTERS)[number]

function letters(): Letters {
  try {
    const kept = window.localStorage.getItem('waystation.letters') as Letters | null
    return kept && LETTERS.includes(kept) ? kept : 'large'
  } catch {
    return (document.documentElement.dataset.letters as Letters | undefined) ?? 'large'
  }
}

export function setLetters(size: Letters) {
  document.documentElement.dataset.letters = size
  try {
    window.localStorage.setItem('waystation.letters', size)
  } catch {
    // Shown until the page is closed.
  }
  listeners.forEach((tell) => tell())
}

export function useLetters(): Letters {
  return useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, letters)
}

/** Whether this person was asked on this phone whether they want 敬老版; asked once in a life. */
export const offered = {
  before: (memberId: string) => {
    try {
      return window.localStorage.getItem(`waystation.elder.offered.${memberId}`) !== null
    } catch {
      return true
    }
  },
  remember: (memberId: string) => {
    try {
      window.localStorage.setItem(`waystation.elder.offered.${memberId}`, 'yes')
    } catch {
      // Then nobody is asked.
    }
  },
}

export function setElder(on: boolean) {
  try {
    window.localStorage.setItem('waystation.elder', on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing shows the choice until the page is closed.
  }
  show(on)
  listeners.forEach((tell) => tell())
}

/** 敬老版: one switch, kept in this browser, the same functions with larger text and targets. */
export function useElder(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => {
      const on = read()
      show(on)
      return on
    },
  )
}
