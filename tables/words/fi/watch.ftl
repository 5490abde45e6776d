# Words of the routine (sluss watch), language fi. Keys start with `watch-`; all languages hold the same keys and variables.

## The routine: alarms
watch-subject-findings = { $n ->
    [one] Sluss: { $n } uusi löydös, { $service }
   *[other] Sluss: { $n } uutta löydöstä, { $service }
}
watch-subject-configuration = Sluss: vastaanottajan asetukset ovat muuttuneet tai niitä ei enää voi lukea, { $service }
watch-subject-run-failed = Sluss: tarkastus jäi tekemättä, { $service }
watch-subject-incomplete = Sluss: palvelun { $service } tarkastus jäi vajaaksi: selain lakkasi toimimasta, myös uudella yrityksellä
watch-subject-recovered = Sluss: palvelun { $service } tarkastus onnistuu taas
watch-subject-unstamped = Sluss: palvelun { $service } tarkastuksen todisteilta puuttuu aikaleima
watch-subject-ended = Sluss: palvelun { $service } rutiini on päättynyt eikä tarkasta enää
watch-change = { $setting }, { $vendor }, tili { $account }: oli { $before }, on { $after }.
watch-report = Raportti on kansiossa { $folder }
