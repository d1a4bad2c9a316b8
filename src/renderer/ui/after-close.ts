/**
 * Runs once a menu that is being closed has given the focus back: Radix does that in a timeout after the menu has left
 * the page, and a panel opened before would see the focus go elsewhere and close again.
 */
export function afterClose(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run))
}
