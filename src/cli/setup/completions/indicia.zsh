#compdef indicia
# Completions of indicia for zsh: source <(indicia completions zsh)
_indicia() {
    local line
    local -a found
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            _files
        else
            found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        fi
    done < <("${(Q)words[1]}" complete --word="$PREFIX" -- "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)
    (( $#found )) && _describe -V 'indicia' found
}
if [[ "${funcstack[1]}" == _indicia ]]; then
    _indicia "$@"
else
    compdef _indicia indicia
fi
