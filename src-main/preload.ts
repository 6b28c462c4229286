import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { callNames, eventNames } from '../shared/ipcNames.ts'

// Only these names cross, and never an Electron object: a listener is wrapped so that it does not see the event.
const calls = new Set<string>(callNames)
const events = new Set<string>(eventNames)

contextBridge.exposeInMainWorld('desk', {
  invoke: (name: string, args: unknown) =>
    calls.has(name) ? ipcRenderer.invoke('desk', name, args) : Promise.reject(new Error('unknown call')),
  on: (name: string, listener: (value: unknown) => void) => {
    if (!events.has(name)) throw new Error('unknown event')
    const wrapped = (_event: IpcRendererEvent, value: unknown) => listener(value)
    ipcRenderer.on(name, wrapped)
    return () => {
      ipcRenderer.off(name, wrapped)
    }
  },
})
