import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const platform = process.env.WAYSTATION_URL ?? 'http://localhost:8080'

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  server: { proxy: { '/v1': platform } },
})
