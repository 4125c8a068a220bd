import { lazy, type ComponentType } from 'react'

export interface Screen {
  path: string
  permission: string | null
  body: ComponentType
}

/** Every screen of the console with the permission it needs; each is loaded when first opened. */
export const screens: readonly Screen[] = [
  { path: '/', permission: null, body: lazy(() => import('./home/home')) },
]
