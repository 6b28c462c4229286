import './trusted.ts'
import './jitless.ts'
import { nonce } from './nonce.ts'
import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import '../resources/tokens.css'
import './theme/base.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { uuidv7 } from '../shared/ids.ts'
import { App } from './App.tsx'
import { connect } from './desk.ts'
import { createDesk } from './desk/store.ts'
import { createTexts } from './i18n/i18n.ts'
import { createGoing } from './shell/going.ts'
import { createCentre } from './sync/centre.ts'
import { createSync } from './sync/store.ts'
import { colorSchemeInMemory, cssVariables, theme } from './theme/theme.ts'
import { type Tools, ToolsContext } from './tools.ts'
import { askBeforeClosing, createLeaving } from './ui/leaving.ts'
import { createPreferences } from './ui/preferences.ts'

const desk = connect(window.desk)
const leaving = createLeaving()
askBeforeClosing(leaving, window)
const deskStore = createDesk(desk, () => {
  leaving.release()
  location.reload()
})
const texts = createTexts('fr')

const tools: Tools = {
  desk,
  deskStore,
  sync: createSync(desk),
  centre: createCentre(desk),
  leaving,
  going: createGoing(leaving),
  preferences: createPreferences(desk),
  now: Date.now,
  newId: () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
}

deskStore.subscribe(({ desk: state }) => {
  if (!state || state.language === texts.language) return
  void texts.changeLanguage(state.language)
  document.documentElement.lang = state.language
})

await deskStore.start()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
createRoot(root).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    defaultColorScheme="auto"
    colorSchemeManager={colorSchemeInMemory()}
    getStyleNonce={() => nonce}
  >
    <I18nextProvider i18n={texts}>
      <ToolsContext value={tools}>
        <App />
      </ToolsContext>
    </I18nextProvider>
  </MantineProvider>,
)
