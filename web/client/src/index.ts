export * from './api'
export * from './http'
export * from './model'
export { Problem } from './problem'
