/** Two capital letters of the town: what its profile says, else the first letter and the next consonant ('musterstadt' → 'MS'). */
export function kuerzelDerStadt({ schluessel, kuerzel }: { readonly schluessel: string; readonly kuerzel?: string | null | undefined }): string {
  if (kuerzel && /^[A-Z]{2,4}$/.test(kuerzel)) return kuerzel
  const buchstaben = schluessel.toUpperCase().replace(/[^A-Z]/g, '')
  return `${buchstaben[0] ?? 'S'}${/[^AEIOU]/.exec(buchstaben.slice(1))?.[0] ?? 'T'}`
}
