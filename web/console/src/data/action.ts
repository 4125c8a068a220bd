export { useAction } from '@waystation/client'
