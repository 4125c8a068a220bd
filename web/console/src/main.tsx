import '@waystation/design/base.css'
import './console.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { AppearanceProvider } from '@waystation/design'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { queries } from './data/client'
import { Console } from './console'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <AppearanceProvider zone="Asia/Shanghai">
        <BrowserRouter basename="/console">
          <Console />
        </BrowserRouter>
      </AppearanceProvider>
    </QueryClientProvider>
  </StrictMode>,
)
