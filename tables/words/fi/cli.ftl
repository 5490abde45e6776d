# Words of cli, language fi. Keys start with `cli-`; all languages hold the same keys and variables.
cli-allowed = Oikein olisi: { $names }
cli-audit-run = [{ $n }/{ $of }] { $journey }, suostumus: { $consent }
cli-audit-summary = Löydöksiä: { $findings } · pyyntöjä: { $exchanges } · ulkopuolisia vastaanottajia: { $recipients } · aukkoja: { $gaps }
cli-audit-step = vaihe ”{ $step }”: { $why }
cli-audit-unseen = Palvelusta ei tarkastettu mitään: { $why }. Se, ettei mitään löytynyt, ei kerro mitään. Tarkistakaa osoite; raportti on tallessa.
cli-audit-written = Tulokset: { $folder }
cli-capture-no-browser = Chromiumia ei löytynyt (etsitty: { $tried }). Näin saat sen: apt-get install chromium (Debian, Ubuntu), tai anna polku valinnalla --chromium tai muuttujalla SLUSS_CHROMIUM.
cli-capture-selector = ”{ $selector }” on lomakkeille, joita ei lähetetä (never_send), mutta se ei ole CSS-valitsin eikä polku, joka alkaa merkillä /. Mitään ei avattu.
cli-capture-unreachable = { $url } ei vastaa: { $why }. Tarkistakaa osoite ja verkko; testiympäristöä varten katsokaa --resolve ja --insecure.
cli-case-changed = Tapaus { $case }: versio { $version }
cli-case-line = { $case }  { $title }  tietoisuus: { $aware }  ilmoita viimeistään: { $deadline }
cli-case-none = Rekisteri on tyhjä.
cli-case-opened = Tapaus { $case } avattu luonnoksena. Kirjaa, milloin tulitte tietoisiksi: sluss case aware { $case } --at … --reason …
cli-consent-accept = kyllä
cli-consent-none = ei vastausta
cli-consent-reject = ei
cli-deadline-operative = Ilmoita viimeistään: { $at }
cli-demo-audit = Tarkastetaan se oikealla selaimella …
cli-demo-case = Loukkaustapaus { $case } on avattu. Kello käy: ilmoita viimeistään { $at }.
cli-demo-files = Raportti, tallenne, todisteet ja ilmoitus: { $folder }
cli-demo-lab = Käynnistetään harjoituspalvelu tällä koneella …
cli-did-you-mean = Tarkoititko `{ $name }`?
cli-error = virhe
cli-gap = ei voitu nähdä: { $what } ({ $why })
cli-hits = { $n } osumaa
cli-lab-control = Mitä lähetettiin ja vastaanotettiin: { $url }  (Ctrl-C lopettaa)
cli-lab-service = Harjoituspalvelu: { $url } (tavoitettavissa vain alla olevien osoitteiden kautta)
cli-our-fault = Tämä on meidän virheemme, ei sinun. Ilmoita siitä: liitä mukaan komento ja yllä oleva teksti, mutta ei henkilötietoja.
cli-scan-recipient = { $recipient }: { $people } henkilöä, { $sightings } havaintoa
cli-scan-summary = Pyyntöjä: { $exchanges } · havaintoja: { $sightings } · henkilöitä: { $people } · yhteisiä osoitteita: { $shared }
cli-serve-login = Avaa kerran, tunnin kuluessa: { $url }
cli-serve-open = Huom: { $address } on tavoitettavissa muilta koneilta ilman salausta. Asettakaa eteen TLS-välityspalvelin.
cli-serve-stop = Ctrl-C lopettaa.
cli-severity-high = VAKAVA
cli-severity-low = VÄHÄINEN
cli-severity-medium = KOHTALAINEN
cli-stopped = Keskeytetty. Siihen mennessä löydetty on tallessa.
cli-submit-question = Lomakkeet lähetetään oikeasti. Jatketaanko? [kyllä/ei]
cli-unreadable = ei voitu lukea: { $place }: { $why }
cli-unset = ei kirjattu
cli-verify-bad = { $file }: ei täsmää. Yllä mainitut kohdat on muutettu, ne puuttuvat tai niitä ei voi lukea.
cli-verify-broken = rikki: { $what }: { $why }
cli-verify-ok = { $file }: kaikki täsmää.
cli-written = Kirjoitettu: { $file }
cli-yes = kyllä
cli-assess-answer = Riski: { $risk } · viranomainen: { $authority } · rekisteröidyt: { $people }
cli-duty-ask = ihmisen on ratkaistava
cli-duty-false = ei
cli-duty-true = kyllä
cli-risk-high = korkea
cli-risk-risk = riski
cli-risk-undetermined = ei vielä ratkaistavissa
cli-risk-unlikely = epätodennäköinen

# The register on the command line.
cli-case-destroyed = Hävitetty: { $digest }
cli-destroyed = hävitetty
cli-authority-lead = Johtava valvontaviranomainen
cli-authority-concerned = Osallistuva valvontaviranomainen
cli-authority-each = Ilmoitus tehtävä
cli-authority-outside = ETA-alueen ulkopuolella, omat lakinsa
cli-drill-counts = Myöhästyneet määräajat: { $missed } · avoimet velvollisuudet: { $open } · aukot ilmoituksessa: { $gaps }
cli-settings-none = Asetuksia ei vielä ole. Anna ne: sluss case settings organisation.toml
cli-user-disabled = ei käyttöoikeutta
cli-remind-round = Muistutuksia jonossa: { $queued } · lähetetty: { $sent } · epäonnistui: { $failed }
cli-statistics-cases = Tapaukset
cli-statistics-open = Avoinna
cli-statistics-no-breach = Päätelmä: ei loukkausta
cli-statistics-notified = Ilmoitettu viranomaiselle
cli-statistics-late = Ilmoitettu myöhässä
cli-statistics-hours = Tunteja tietoon tulosta ilmoitukseen (mediaani)
cli-statistics-communicated = Ihmisille kerrottu
cli-statistics-overruled = Ehdotuksesta poikkeavat päätelmät
cli-statistics-people = Ihmisiä vähintään
cli-statistics-drills = Harjoitukset (eivät mukana)
# scan ja index
cli-scan-source = { $source }: { $format }, viestejä: { $exchanges }
cli-scan-low = Näistä henkilöistä nähty vain siellä, missä se voi olla sattumaa: { $n }
cli-scan-more = … ja vielä { $n }, joita ei voitu lukea tai nähdä; yhteenveto nimeää ne.
cli-format-none = ei sisältöä
cli-format-har = HAR
cli-format-ndjson = liikenne-NDJSON
cli-format-json = pyyntöjen luettelo (JSON)
cli-format-zip = zip-arkisto
cli-format-tar = tar-arkisto
cli-format-packed = pakattu, ei avattu
cli-format-access-log = käyttöloki
cli-format-pcap = pakettikaappaus
cli-format-parquet = Parquet
cli-format-text = teksti rivi riviltä
cli-format-bytes = tavut sellaisinaan
cli-index-planned = Noin { $people } henkilöä, kullakin { $keys } avainta: noin { $megabytes } Mt:n hakemisto. Tarvitaan työn aikana: { $needed } Mt; vapaana: { $free } Mt.
cli-index-people = henkilöitä: { $n }
cli-common-hashes = Haetaan vain tavallisia tiivisteitä (SHA-256, MD5, SHA-1, SHA-512, MD5:n SHA-256). Muulla tavoin tiivistettyä ei löydetä.
cli-scan-reverse = Arkistot luettiin kahdesti, ja vain niissä mahdollisesti esiintyvät henkilöt koottiin: sama tulos pienemmällä muistilla.
cli-index-built = { $file }: { $people } henkilöä, { $keys } avainta, { $megabytes } Mt
cli-index-new-key = Uusi avain on tiedostossa { $file }, vain omistajansa luettavissa. Se, jolla on molemmat, voi etsiä henkilöitä; säilytä ne erillään.
cli-index-old-key = Avain on tiedostossa { $file }.
cli-problem-index-exists = Hakemisto on jo olemassa. --force kirjoittaa sen yli.
cli-problem-index-disk = Levyllä ei ole tilaa hakemistolle: työn aikana tarvitaan { $found }. Valitse toinen levy tai --hashes common.
cli-problem-index-stopped = Keskeytetty ennen loppua. Hakemistosta ei jäänyt mitään.
cli-problem-scan-join-stream = Vakiosyötettä ei voi lukea kahdesti, kuten --join reverse tekee. Anna tiedosto.
cli-problem-people-row-long = Tästä alkava rivi ei pääty. Puuttuuko lainausmerkki?
cli-problem-people-value = { $found ->
    [email] `email` ei ole sähköpostiosoite
    [phone] `phone` ei ole puhelinnumero, jossa on 5–17 numeroa; useat erotetaan merkillä `;`
    [birth_date] `birth_date` ei ole päivämäärä, esimerkiksi `1990-03-01`
    [national_id] `national_id` ei ole kelvollinen numero: tarkistusmerkki tai päivämäärä on väärin; muut numerot ovat `external_id`
    [card] `card` ei ole kelvollinen kortin numero: tarkistusnumero on väärin
    [iban] `iban` ei ole kelvollinen IBAN: tarkistusnumerot ovat väärin
   *[other] `{ $found }` ei kelpaa
 }
cli-problem-people-id-twice = `id` oli jo rivillä { $found }
cli-problem-people-id-empty = `id` on tyhjä
cli-problem-people-cells = rivillä on { $found } solua, eri määrä kuin otsikkorivillä
cli-problem-people-row = riviä ei voi lukea CSV:nä (UTF-8)
cli-problem-people-header = otsikkoriviä ei voi lukea CSV:nä (UTF-8)
cli-problem-people-column = tuntematon sarake `{ $found }`
cli-problem-people-header-cell = otsikkorivin solu ei ole sarakkeen nimi
cli-problem-people-column-twice = sarake `{ $found }` on kahdesti
cli-problem-people-separator = sarakkeita ei ole erotettu pilkuin; erota ne pilkuilla
cli-problem-people-empty = otsikkorivin alla ei ole rivejä
cli-problem-people-no-id = ensimmäisellä rivillä ei ole saraketta `id`; puuttuuko otsikkorivi?
cli-problem-people-no-identifier = missään sarakkeessa ei ole etsittävää tietoa
cli-problem-people-more = lisäksi { $found } riviä on väärin
cli-problem-archive-missing = ei voi lukea `{ $found }`: tiedostoa ei ole
cli-problem-archive-barred = ei voi lukea `{ $found }`: lukuoikeus puuttuu
cli-problem-archive-open = ei voi lukea `{ $found }`
cli-problem-archive-folder = `{ $found }` on kansio, ei tiedosto
cli-problem-archive-parquet = `{ $found }` on Parquet-tiedosto jonkin muun sisällä; se luetaan lopusta. Pura se ensin.
cli-problem-utf8 = ei UTF-8-tekstiä; tallenna tiedosto UTF-8:na (taulukkolaskennassa: ”CSV UTF-8”)
cli-problem-utf8-latin1 = ei UTF-8-tekstiä; se näyttää Latin-1:ltä (Windows-1252); tallenna tiedosto UTF-8:na (taulukkolaskennassa: ”CSV UTF-8”)
cli-problem-output-stdout = `{ $found } -`: vakiotuloste on osumia varten; anna tiedosto
cli-problem-output-is-input = Se kirjoittaisi tiedoston `{ $found }` päälle, jota jo luetaan tai kirjoitetaan tässä. Anna toinen tiedosto.
cli-problem-scan-nothing-read = Mitään ei voitu lukea tiedostosta { $found }.
cli-problem-scan-stopped = Keskeytetty ennen loppua; siihen asti ei löytynyt mitään.
## Routine, acceptances, time stamps
cli-accepted = { $file }: hyväksynyt { $by }, voimassa { $until } asti.
cli-verify-stamp = Ulkopuolinen taho ilmoittaa nähneensä allekirjoituksen { $at }.
cli-verify-stamp-by = Leiman on allekirjoittanut { $by }; varmenteet ylöspäin aina varmenteeseen { $root } olivat mukana ja pitävät. Luotatteko viimeiseen, sen päätätte itse.
cli-verify-stamp-unchecked = Leiman allekirjoittajaa ei voitu tarkistaa tässä; `openssl ts -verify` varmenteen antajan varmenteella kertoo sen.
cli-watch-again = epäonnistui: { $why }. Uusi yritys { $seconds } s kuluttua.
cli-watch-alarm = hälytys toimitettu: { $id }
cli-watch-case = tapauksen luonnos: { $case }
cli-watch-failed = ajo epäonnistui: { $why }
cli-watch-health = Elonmerkki: { $url }
cli-watch-next = seuraava tarkistus: { $at }
cli-watch-on-time = Ajallaan. Viimeisin ajo päättyi: { $last }. Myöhässä tämän jälkeen: { $due }.
cli-watch-overdue = MYÖHÄSSÄ, { $due } alkaen. Viimeisin ajo päättyi: { $last }.
cli-watch-ended = LOPETETTU { $ended }: mitään ei ajeta aikataulun mukaan, ennen kuin se käynnistetään uudelleen. Viimeisin ajo päättyi: { $last }.
cli-watch-ran = ajo päättyi. Havaintoja: { $findings } · uusia: { $new } · näkemättä: { $gaps }
cli-watch-waiting = hälytys odottaa: { $why }

# --- Errors of files and of the register ---
cli-file-unread = `{ $file }` ei ole luettavissa: { $why }
cli-file-unwritten = Tiedostoon `{ $file }` ei voi kirjoittaa: { $why }
cli-file-missing = tiedostoa ei ole
cli-file-barred = käyttöoikeus puuttuu
cli-register-conflict = Tapaus `{ $case }` on nyt versiossa { $now }; muutos perustui versioon { $seen }. Sen jälkeen: { $changes }
cli-register-open = Rekisteriä `{ $at }` ei voi avata: { $why }
cli-register-missing = Ei löydy: { $what }
cli-register-damaged = Rekisteri on vioittunut: { $what } { $why }

# --- Assessment and controls ---
cli-assess-questions = Vielä selvitettävä:
cli-control-line = { $due } { $late }  { $id }: { $what }. Vastuussa: { $owner }. 32 art. 1 kohta { $letters }. Viimeksi tehty: { $last }
cli-usage-help = Käyttöohjeen saat valitsimella --help.
cli-usage-command = { $command } ei ole komento.
cli-usage-conflict = Valitsinta { $arg } ei voi käyttää yhdessä valitsimen { $other } kanssa.
cli-usage-empty = { $arg } tarvitsee arvon.
cli-usage-missing = Puuttuu: { $arg }.
cli-usage-no-command = Komento puuttuu.
cli-usage-number = { $arg }: arvoja on liian vähän tai liikaa.
cli-usage-unknown = { $arg } on tässä tuntematon.
cli-usage-value = { $arg } ei voi olla ”{ $value }”.
cli-whole-number = sopivan kokoinen kokonaisluku
cli-letter-missing = Kirjeestä puuttuu vielä: { $parts }
