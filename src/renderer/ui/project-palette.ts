/** Colours offered for projects and tags: they keep apart from each other and stand out on light and dark ground. */
export const projectPalette: readonly { readonly name: string; readonly colour: string }[] = [
  { name: 'Blue', colour: '#3b82f6' },
  { name: 'Orange', colour: '#e0663a' },
  { name: 'Green', colour: '#2f9e6e' },
  { name: 'Purple', colour: '#a855f7' },
  { name: 'Amber', colour: '#c2871b' },
  { name: 'Pink', colour: '#e0507f' },
  { name: 'Teal', colour: '#1793a5' },
  { name: 'Grey', colour: '#7c7f8f' },
  { name: 'Indigo', colour: '#6d6ff0' },
  { name: 'Olive', colour: '#7c9a2e' },
]

/** A colour in words, for those who do not see it. */
export function colourName(colour: string | null): string {
  if (colour === null) return 'no colour'
  return projectPalette.find((offered) => offered.colour === colour.toLowerCase())?.name ?? colour
}
