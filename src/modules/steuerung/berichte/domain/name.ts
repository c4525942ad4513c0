/** „1B Zentrales DMS“ */
export const vorhabenName = ({ nummer, name }: { readonly nummer: string | null; readonly name: string }): string => [nummer, name].filter(Boolean).join(' ')
