import {
  Button,
  createTheme,
  type CSSVariablesResolver,
  Input,
  InputWrapper,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  ModalRoot,
  PasswordInput,
  Popover,
  Tooltip,
} from '@mantine/core'
import kit from './kit.module.css'

/** Petrol, from ground to text. Filled controls use shade 8, on which white keeps 7:1. */
const petrol: MantineColorsTuple = [
  '#e4f0f5',
  '#cfe3ec',
  '#a9cddd',
  '#7fb4cb',
  '#549ab8',
  '#3083a5',
  '#1c7093',
  '#136585',
  '#0b5a78',
  '#094a63',
]

const wrapper = { label: kit.label, required: kit.required, description: kit.description, error: kit.error }

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 6 },
  colors: { petrol },
  fontFamily: 'var(--font)',
  fontSizes: { xs: '0.78125rem', sm: '0.875rem', md: '0.9375rem' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ classNames: { root: kit.button } }),
    Input: Input.extend({ classNames: { input: kit.input } }),
    PasswordInput: PasswordInput.extend({ classNames: { innerInput: kit.inside } }),
    InputWrapper: InputWrapper.extend({
      classNames: wrapper,
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    ModalRoot: ModalRoot.extend({ defaultProps: { transitionProps: { duration: 100 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } }),
  },
})

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text-soft)',
  '--mantine-color-default-border': 'var(--line-button)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-primary-color-light': 'var(--accent-weak)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-petrol-filled': 'var(--accent-fill)',
  '--mantine-color-petrol-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-red-filled': 'var(--bad-fill)',
  '--mantine-color-red-filled-hover': 'var(--bad-fill-hover)',
  '--mantine-color-petrol-text': 'var(--accent)',
  '--mantine-color-petrol-light-color': 'var(--accent)',
  '--mantine-color-petrol-light-hover': 'var(--accent-weak)',
}

/** Hands the tokens to Mantine, so that a colour is stated once for the kit and for our own styles. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })

/** Follows the system and remembers nothing: the window may not use the browser's storage. */
export function colorSchemeInMemory(): MantineColorSchemeManager {
  let kept: MantineColorScheme | undefined
  return {
    get: (byDefault) => kept ?? byDefault,
    set: (value) => {
      kept = value
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      kept = undefined
    },
  }
}
