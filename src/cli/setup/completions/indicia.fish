# Completions of indicia for fish: indicia completions fish > ~/.config/fish/completions/indicia.fish
function __indicia_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    for line in (command $before[1] complete --word="$word" -- $before[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$word"
        else
            echo $line
        end
    end
end
complete -c indicia -f -a '(__indicia_complete)'
