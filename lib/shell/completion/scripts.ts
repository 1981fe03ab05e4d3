/** Shells that can complete, and the script that makes each of them ask `holdfast __complete` how a line may go on. */
export const completionScripts = {
  bash: `# Completion of holdfast in bash. In ~/.bashrc: source <(holdfast completion bash)
_holdfast() {
  local current=\${COMP_WORDS[COMP_CWORD]} word= value= prefix= glued= i n=0
  local words=()
  # Bash takes --flag=value for three words.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((n > 0)) && [[ $word == = || -n $glued ]]; then
      words[n - 1]+=$word
    else
      words[n]=$word
      n=$((n + 1))
    fi
    if [[ $word == = ]]; then glued=yes; else glued=; fi
  done
  [[ $current == = ]] && current=
  prefix=\${words[n - 1]%"$current"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    printf -v value %q "\${value#"$prefix"}"
    COMPREPLY+=("$value")
  done < <("\${COMP_WORDS[0]}" __complete -- "\${words[@]}" 2>/dev/null)
}
complete -o bashdefault -o default -F _holdfast holdfast
`,
  zsh: `#compdef holdfast
# Completion of holdfast in zsh. In ~/.zshrc, after compinit: source <(holdfast completion zsh)
_holdfast() {
  local value description
  local -a found
  while IFS=$'\\t' read -r value description; do
    found+=("\${value//:/\\\\:}:$description")
  done < <("\${words[1]}" __complete -- "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)
  if (( \${#found} )); then
    _describe holdfast found
  else
    _files
  fi
}
if [[ \${funcstack[1]-} == _holdfast ]]; then
  _holdfast "$@"
else
  compdef _holdfast holdfast
fi
`,
  fish: `# Completion of holdfast in fish: holdfast completion fish > ~/.config/fish/completions/holdfast.fish
function __holdfast_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l command $words[1]
    set -e words[1]
    set -l found ($command __complete -- $words "$current" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c holdfast -f -a '(__holdfast_complete)'
`,
} as const;
