import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/v1': process.env.WAYSTATION_URL ?? 'http://localhost:8080' } },
  build: { chunkSizeWarningLimit: 1400 },
})
