import { checkElement } from './check-elements.js'
import { checkStructure } from './check-structure.js'
import type { Befund, ProcessModel } from './model.js'

export type CheckOptions = {
  /** Names of the registered services; without them service names are not checked. */
  services?: ReadonlySet<string>
  /** Keys of the processes that can be called; without them call activities are not checked. */
  processes?: ReadonlySet<string>
}

/**
 * Everything that keeps a model from running as drawn, with the element and a German sentence that says what to do.
 * A model with a finding of schwere 'fehler' must not be started.
 */
export function checkModel(model: ProcessModel, options: CheckOptions = {}): Befund[] {
  const elements = Object.values(model.nodes).flatMap((node) => checkElement(model, node, options))
  return [...model.befunde, ...checkStructure(model), ...elements]
}
