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
