import '@waystation/design/base.css'
import './member.css'
import './elder.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AppearanceProvider, ExplanationSource } from '@waystation/design'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './app'
import { api } from './data/api'

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } })

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppearanceProvider zone="Asia/Shanghai">
      <ExplanationSource load={api.explanation}>
        <QueryClientProvider client={queries}>
          <BrowserRouter basename="/app">
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </ExplanationSource>
    </AppearanceProvider>
  </StrictMode>,
)

// The member code has to open in a tunnel too.
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/app/sw.js', { scope: '/app/' }).catch(() => undefined)
