/**
 * Completion for three shells. Each asks `stint completion --query` for what can follow, so that projects, tags and ids
 * are those of the profile. An answer's lines are `word<TAB>about`; a line `:files` or `:folders` asks for paths.
 */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

const bash = `# Stint completion for bash. Add to ~/.bashrc:
#   source <(stint completion bash)
_stint() {
  local IFS=$'\\n' line word cur="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  # What is typed may open a quote that the shell has not closed yet.
  cur="\${cur#[\\"\\']}"
  while IFS= read -r line; do
    case $line in
      :files) COMPREPLY+=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null ;;
      :folders) COMPREPLY+=($(compgen -d -- "$cur")); compopt -o filenames 2>/dev/null ;;
      *) word=\${line%%$'\\t'*}; COMPREPLY+=("$(printf '%q' "$word")") ;;
    esac
  done < <(stint completion --query -- "\${COMP_WORDS[@]:1:COMP_CWORD-1}" "$cur" 2>/dev/null)
}
complete -F _stint stint
`

const zsh = `#compdef stint
# Stint completion for zsh. Add to ~/.zshrc, after compinit:
#   source <(stint completion zsh)
_stint() {
  local line word about
  local -a words_found abouts
  while IFS= read -r line; do
    case $line in
      :files) _files ;;
      :folders) _files -/ ;;
      *)
        word=\${line%%$'\\t'*}
        about=\${line#*$'\\t'}
        words_found+=("$word")
        abouts+=("$word\${about:+  -- $about}")
        ;;
    esac
  done < <(stint completion --query -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( \${#words_found} )) && compadd -l -d abouts -a words_found
}
compdef _stint stint
`

const fish = `# Stint completion for fish. Save as ~/.config/fish/completions/stint.fish:
#   stint completion fish > ~/.config/fish/completions/stint.fish
function __stint_complete
  set -l tokens (commandline -opc) (commandline -ct)
  for line in (stint completion --query -- $tokens[2..-1] 2>/dev/null)
    switch $line
      case ':files' ':folders'
        __fish_complete_path (commandline -ct)
      case '*'
        echo $line
    end
  end
end
complete -c stint -f -a '(__stint_complete)'
`

export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish }
