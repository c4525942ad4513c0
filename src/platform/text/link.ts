/** A page of this town or a secured one elsewhere: what a person may give as a proof; nothing that a browser would run. */
export const isSafeLink = (text: string): boolean => /^(https:\/\/[^\s<>"]+|\/(?![/\\])[^\s<>"\\]*)$/.test(text)
