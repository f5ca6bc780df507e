# Completions of indicia for PowerShell: indicia completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName indicia -ScriptBlock {
    param($word, $line, $cursor)
    $before = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object { $_.Extent.Text.Trim('"', "'") })
    $rest = @($before | Select-Object -Skip 1)
    foreach ($found in & $before[0] complete "--word=$word" -- @rest) {
        if ($found -eq ':files') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($word)
        } else {
            $name, $about = $found -split "`t", 2
            if (-not $about) { $about = $name }
            [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $about)
        }
    }
}
