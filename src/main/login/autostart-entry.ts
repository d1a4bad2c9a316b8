/** By this line Stint knows its own file again, whatever else somebody has put under that name. */
const OWN_MARK = 'X-Stint-Autostart=true'

/**
 * A desktop entry that starts `program` without a window when the person signs in.
 * Source: Desktop Entry Specification 1.5, "The Exec key"; Desktop Application Autostart Specification.
 */
export function autostartEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Stint',
    'Comment=Keeps your time from the moment you sign in',
    `Exec=${quoted(program)} --hidden`,
    'Icon=stint-desktop',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    OWN_MARK,
    '',
  ].join('\n')
}

export function isOwnEntry(text: string): boolean {
  return lines(text).includes(OWN_MARK)
}

/** Desktops' own settings switch an entry off in the file itself. */
export function isSwitchedOn(text: string): boolean {
  return !lines(text).some((line) => line === 'Hidden=true' || line === 'X-GNOME-Autostart-enabled=false')
}

/** Quoted for the shell-like rules of Exec, then as a string value, where a backslash is doubled once more. */
function quoted(program: string): string {
  const argument = program.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')
  return `"${argument.replaceAll('\\', '\\\\')}"`
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.replace(/\s*=\s*/, '=').trim())
}
