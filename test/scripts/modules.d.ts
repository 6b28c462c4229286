// Types of the set-up's plain JavaScript, as far as the tests use it.

declare module '*/setup/unzip.mjs' {
  export function unzip(file: string, into: string, wanted?: (name: string) => boolean): Promise<void>
}

declare module '*/setup/fuses.mjs' {
  export function setFuses(bytes: Buffer, wanted: Readonly<Record<string, boolean>>): void
}

declare module '*/setup/launcher.mjs' {
  export function launcherScript(facts: {
    readonly executable: string
    readonly isRoot: boolean
    readonly home: string
  }): string
}

declare module '*/setup/npmPackages.mjs' {
  interface PackageList {
    readonly packages: Readonly<
      Record<string, { readonly version?: string; readonly optional?: boolean; readonly devOptional?: boolean }>
    >
  }
  export function samePackages(lock: PackageList, installed: PackageList): boolean
}

declare module '*/setup/systemPackages.mjs' {
  interface SystemFacts {
    readonly isRoot: boolean
    readonly hasApt: boolean
    readonly hasDisplay: boolean
    readonly hasXvfb: boolean
    readonly hasSetpriv: boolean
    readonly hasCompiler: boolean
    readonly hasWindowTools: boolean
    readonly hasFonts: boolean
    readonly missingLibraries: readonly string[]
    readonly compiles: boolean
    readonly looksAtWindows: boolean
    readonly runsServer: boolean
    readonly hasServer: boolean
    readonly prints: boolean
    readonly hasPrintServer: boolean
  }
  type Plan =
    | { readonly kind: 'nothing' }
    | { readonly kind: 'install'; readonly packages: readonly string[] }
    | { readonly kind: 'ask'; readonly sentence: string }
  export function planPackages(facts: SystemFacts, currentName?: (name: string) => string): Plan
}

declare module '*/tasks/reports.mjs' {
  export function lastLine(
    counts: { readonly passed: number; readonly failed: number; readonly skipped: number },
    aStepFailed: boolean,
  ): string
}
