import '@waystation/design/base.css'
import { AppearanceProvider } from '@waystation/design'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Home } from './home'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppearanceProvider zone="Asia/Shanghai">
      <Home />
    </AppearanceProvider>
  </StrictMode>,
)
