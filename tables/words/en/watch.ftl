# Words of the routine (sluss watch), language en. Keys start with `watch-`; all languages hold the same keys and variables.

## The routine: alarms
watch-subject-findings = { $n ->
    [one] Sluss: { $n } new finding in { $service }
   *[other] Sluss: { $n } new findings in { $service }
}
watch-subject-configuration = Sluss: a recipient's settings changed, or can no longer be read, in { $service }
watch-subject-run-failed = Sluss: the audit of { $service } did not happen
watch-subject-incomplete = Sluss: the audit of { $service } is incomplete: its browser broke down, and again when it was tried once more
watch-subject-recovered = Sluss: the audit of { $service } works again
watch-subject-unstamped = Sluss: the evidence of an audit of { $service } bears no time stamp
watch-subject-ended = Sluss: the routine for { $service } has ended, and audits no more
watch-change = { $setting } at { $vendor }, account { $account }: was { $before }, is { $after }.
watch-report = The report lies in { $folder }
