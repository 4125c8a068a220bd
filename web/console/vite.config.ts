import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const platform = process.env.WAYSTATION_URL ?? 'http://localhost:8080'

/** With WAYSTATION_FAKE set, answers /v1 from invented data so that a screen can be drawn before its API stands. */
function inventedAnswers(): Plugin {
  return {
    name: 'invented-answers',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/v1', (request, response, next) => {
        server.ssrLoadModule('/dev/answers.ts').then((answers) => answers.answer(request, response), next)
      })
    },
  }
}

export default defineConfig(({ command }) => ({
  base: '/console/',
  plugins: [react(), ...(command === 'serve' && process.env.WAYSTATION_FAKE ? [inventedAnswers()] : [])],
  server: process.env.WAYSTATION_FAKE ? {} : { proxy: { '/v1': platform } },
  build: { chunkSizeWarningLimit: 1400 },
}))
