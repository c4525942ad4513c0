import { portalPages } from './gallery/portal.js'
import { workplacePages } from './gallery/workplace.js'
import type { GalleryPage } from './gallery/frame.js'

/** Every component in every state, in the surroundings it is made for. The tests look at each of these pages. */
export const galleryPages: readonly GalleryPage[] = [...portalPages, ...workplacePages]
export type { GalleryPage }
