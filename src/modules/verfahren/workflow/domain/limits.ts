/**
 * Upper bounds of one model and one instance. A model comes from people who draw, so every loop and every number in it
 * is bounded: exceeding a bound of the model refuses it, exceeding a bound at run time opens an incident.
 */
export const LIMITS = {
  /** Characters of the XML document. */
  xmlLength: 2_000_000,
  /** Elements of the XML document: of the process, of its drawing, and of what other tools add. */
  xmlElements: 20_000,
  /** Depth of the XML document. */
  xmlDepth: 100,
  /** Nodes plus sequence flows of one process. */
  elements: 2_000,
  /** Depth of nested sub-processes. */
  depth: 20,
  /** Tokens of one instance, waiting ones and moving ones together. */
  tokens: 2_000,
  /** Elements that one call of `step` or `start` may pass. */
  steps: 5_000,
  /** Instances of one multi-instance activity, rounds of one standard loop. */
  multiInstances: 1_000,
  /** Incoming flows of an inclusive join: they are kept as bits of one number. */
  inclusiveIncoming: 30,
} as const
