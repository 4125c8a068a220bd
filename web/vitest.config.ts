import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'jsdom',
    include: ['{design,client,console,member}/src/**/*.test.{ts,tsx}'],
  },
})
