# Words of the routine (sluss watch), language sv. Keys start with `watch-`; all languages hold the same keys and variables.

## The routine: alarms
watch-subject-findings = { $n ->
    [one] Sluss: { $n } nytt fynd i { $service }
   *[other] Sluss: { $n } nya fynd i { $service }
}
watch-subject-configuration = Sluss: en mottagares inställningar har ändrats, eller kan inte läsas längre, i { $service }
watch-subject-run-failed = Sluss: granskningen av { $service } blev inte av
watch-subject-incomplete = Sluss: granskningen av { $service } är ofullständig: webbläsaren slutade fungera, även vid ett nytt försök
watch-subject-recovered = Sluss: granskningen av { $service } fungerar igen
watch-subject-unstamped = Sluss: bevisen från en granskning av { $service } saknar tidsstämpel
watch-subject-ended = Sluss: rutinen för { $service } har upphört och granskar inte längre
watch-change = { $setting } hos { $vendor }, konto { $account }: var { $before }, är { $after }.
watch-report = Rapporten ligger i { $folder }
