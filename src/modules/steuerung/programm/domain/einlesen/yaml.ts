import { readYaml, YamlError } from '../../../../../platform/yaml/index.js'

/** What a town's plan may be at most; far above any real one (the longest known has 40 kB). */
export const GRENZEN = { bytes: 2_000_000, eintraege: 10_000 } as const

/** A file that cannot be read, with a German sentence that says where. */
export { YamlError as Unlesbar }

/** YAML from strangers as plain values; whole numbers as bigint, so that none loses digits. @throws Unlesbar */
export const leseYaml = (text: string): unknown => readYaml(text, { maxBytes: GRENZEN.bytes, bigints: true })
