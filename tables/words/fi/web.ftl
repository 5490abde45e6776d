# Words of web, language fi. Keys start with `web-`; all languages hold the same keys and variables.

## The frame of every page

web-name = Sluss
web-language = Suomi
web-skip = Siirry sisältöön
web-nav = Päävalikko
web-nav-overview = Yleiskuva
web-nav-audits = Tarkastukset
web-nav-register = Loukkausrekisteri
web-nav-verify = Todistus
web-nav-report = Ilmoita poikkeamasta
web-languages = Kieli
web-zone = Kaikki ajat: { $zone }.
web-logged-in = Kirjautunut: { $user }.
web-log-out = Kirjaudu ulos
web-welcome = Olet kirjautunut
web-welcome-on = Siirry yleiskuvaan

## What can go wrong

web-oops-login = Et ole kirjautunut
web-oops-login-cure = Avaa kertakäyttölinkki, jonka ohjelma tulosti käynnistyessään, tai pyydä uusi linkki ylläpitäjältä. Mitään tallentamaasi ei ole kadonnut.
web-oops-link = Tämä kirjautumislinkki ei enää toimi
web-oops-link-cure = Linkki toimii kerran ja yhden tunnin ajan. Pyydä uusi linkki ylläpitäjältä.
web-oops-not-found = Sivua ei ole
web-oops-not-found-cure = Osoitteessa voi olla kirjoitusvirhe, tai sisältö on muualla.
web-oops-forged = Lomaketta ei hyväksytty
web-oops-forged-cure = Lomake ei tullut tästä istunnosta, joten mitään ei tallennettu. Palaa takaisin, lataa sivu uudelleen ja lähetä lomake uudestaan.
web-oops-host = Tätä osoitetta ei tunneta
web-oops-host-cure = Käytä osoitetta, jonka ohjelma tulosti käynnistyessään. Jos palvelulla on oma nimi, se on annettava ohjelmaa käynnistettäessä.
web-oops-wrong = Lähetetyissä tiedoissa on virhe
web-oops-wrong-cure = Mitään ei tallennettu. Palaa takaisin, korjaa virhe ja lähetä uudelleen.
web-oops-conflict = Joku muu muutti asiaa kirjoittaessasi
web-oops-conflict-cure = Merkintääsi ei tallennettu, ja toisen merkintä on tallessa. Avaa asia uudelleen, lue historian viimeisin tapahtuma ja tee sitten merkintäsi.
web-oops-broken = Ohjelma ei pystynyt tähän
web-oops-broken-cure = Vika on meidän, ei sinun. Mitään keskeneräistä ei tallennettu. Yritä uudelleen; jos virhe toistuu, kerro ylläpitäjälle, mitä teit.
web-oops-back = Takaisin

## Words of findings

web-severity-high = vakava
web-severity-medium = kohtalainen
web-severity-low = vähäinen
web-state-new = uusi
web-state-known = tiedossa ennestään
web-state-gone = ei enää näy
web-state-changed = muuttunut

## Audits

web-audits = Tarkastukset
web-audits-lead = Mitä verkkopalvelunne lähettivät ja kenelle, joka kerta kun asiaa tarkasteltiin.
web-audits-none = Tarkastuksia ei ole vielä tehty. Aloita komennolla ”sluss audit” ja palvelunne osoitteella.
web-audit-service = Palvelu
web-audit-start = Osoite
web-controller = Rekisterinpitäjä
web-audit-when = Milloin
web-audit-seen = Tarkastettu
web-audit-exchanges = { $n ->
        [one] { $n } pyyntö
       *[other] { $n } pyyntöä
    }
web-audit-findings = Löydökset
web-audit-gaps = Näkemättä jäänyt
web-audit-gaps-n = { $n ->
        [one] { $n } aukko
       *[other] { $n } aukkoa
    }
web-audit-all-seen = ei mitään
web-audit-nothing = ei löydöksiä
web-audit-nothing-long = Mitään ei löytynyt, eikä mitään jäänyt näkemättä.
web-audit-nothing-but = { $n ->
        [one] Mitään ei löytynyt, mutta yhtä kohtaa ei voitu tarkastaa. Katso alta.
       *[other] Mitään ei löytynyt, mutta { $n } kohtaa ei voitu tarkastaa. Katso alta.
    }
web-in-case = Asiassa
web-audit-has-case = Avaa asia, johon löydökset kuuluvat
web-audit-open-case = Avaa loukkausasia löydöksistä
web-open-case-hint = Asia on luonnos. Määräaika alkaa vasta, kun nimetty henkilö ilmoittaa, milloin tulitte tietoisiksi.
web-steps-failed = { $n ->
        [one] yksi vaihe epäonnistui
       *[other] { $n } vaihetta epäonnistui
    }

## Vendor switches

web-setting-change = Avaa vastaanottajan asetussivu

## A finding

web-next = Tee nyt
web-finding-change = Aseta ”{ $setting }” arvoon ”{ $declared }” palvelussa { $vendor }, tili { $account }: niin olette päättäneet.
web-finding-open-case = Avaa loukkausasia tästä
web-finding-go-case = Siirry loukkausasiaan
web-finding-again = Tarkasta sen jälkeen uudelleen: vasta sitten tiedätte, että se on loppunut.
web-chain = Kirjoitetusta lähetettyyn
web-chain-lead = Arvot keksittiin tarkastusta varten eivätkä ne kuulu kenellekään.
web-chain-of = { $identifier } ({ $role })
web-chain-typed = Kirjoitettiin kenttään { $field }
web-chain-packed = Pakattuna muotoon
web-chain-sent = Lähetettiin nimellä { $key } ({ $part }) palvelimelle
web-chain-times = { $n ->
        [one] Nähtiin kerran
       *[other] Nähtiin { $n } kertaa
    }
web-request = Pyyntö
web-request-line = Palvelimelle
web-request-at = Milloin
web-request-id = Numero tiedostossa capture.har
web-request-body = Sisältö
web-request-query = Osoitteen parametrit purettuina
web-request-frame = Viesti avoimen yhteyden kautta (WebSocket)
web-request-marked = Sellaisena kuin se kulki verkossa; havainnon kohde on merkitty. Arvo keksittiin tarkastusta varten.
web-request-missing = Tallenne (capture.har) ei ole tarkastuksen mukana, joten itse pyyntöä ei voida näyttää. Tämän raportti siitä tietää.
web-request-withheld = Itse pyyntöä ei näytetä, koska siinä on todellisten henkilöiden tietoja. Se on tallenteessa capture.har.
web-request-binary = { $n ->
        [one] Binaaridataa, yksi tavu: ei tekstiä, joten sitä ei näytetä. Se on tiedostossa capture.har.
       *[other] Binaaridataa, { $n } tavua: ei tekstiä, joten sitä ei näytetä. Se on tiedostossa capture.har.
    }
web-request-cut = { $n ->
        [one] Vain osa näytetään; koko sisältö on yksi tavu ja se on tiedostossa capture.har.
       *[other] Vain osa näytetään; koko sisältö on { $n } tavua ja se on tiedostossa capture.har.
    }
web-picture = Miltä sivu näytti
web-law = Mitä laki sanoo

## Moving on

web-once-more = Hetki

## Overview

web-next-nothing = Mikään ei odota sinua.
web-next-by = viimeistään
web-open-cases = Avoimet asiat
web-open-cases-none = Yhtään asiaa ei ole avoinna.
web-next-aware = Ilmoita, milloin tulitte tietoisiksi
web-next-aware-why = 72 tuntia voidaan laskea vasta sen jälkeen.
web-next-facts = Vastaa avoimiin kysymyksiin
web-next-facts-why = { $n ->
        [one] Yksi vastaus muuttaisi arviota tai ratkaisisi sen.
       *[other] { $n } vastausta muuttaisi arviota tai ratkaisisi sen.
    }
web-next-facts-done = Tiedot riittävät arvioon
web-next-conclude-authority = Päätä: onko valvontaviranomaiselle ilmoitettava?
web-next-conclude-people = Päätä: onko rekisteröidyille ilmoitettava?
web-next-conclude-why = Ohjelma ehdottaa. Nimetty henkilö päättää ja perustelee.
web-next-file = Lataa ilmoitus ja toimita se valvontaviranomaiselle
web-next-file-why = Sen, mikä ei ole vielä tiedossa, saa toimittaa myöhemmin. Älä odota sitä.
web-next-filed = Kirjaa, milloin ilmoitus tehtiin, ja kuittausnumero
web-next-finding = Avaa asia tai päätä, ettei se ole sellainen:
web-done = Valmis:

## The register

web-cases = Asiat
web-register-lead = Jokainen henkilötietojen tietoturvaloukkaus, ilmoitettu tai ei, vaikutuksineen, toimineen ja perusteluineen (33 artiklan 5 kohta). Mitään ei koskaan poisteta.
web-register-none = Rekisteri on tyhjä.
web-case = Asia
web-case-reference = Tunnus
web-case-opened = Avattu
web-case-opened-by = avannut { $who }
web-case-clock = Ilmoita viimeistään
web-case-risk = Riski
web-case-state = Tila
web-case-state-suspected = epäily
web-case-state-open = käsittelyssä
web-case-state-concluded = ratkaistu
web-case-state-filed = ilmoitettu
web-case-state-dismissed = ei tietoturvaloukkausta
web-case-state-closed = päätetty

## The clock

web-clock = Määräaika
web-clock-not-started = Määräaika ei vielä kulu
web-clock-not-started-note = Kukaan ei ole ilmoittanut, milloin tulitte tietoisiksi. Jos olette olleet tietoisia jo aiemmin, aika on kulunut siitä lähtien, vaikka sitä ei ole kirjattu tähän.
web-clock-left = { $time } jäljellä
web-clock-over = { $time } myöhässä
web-clock-what = Ilmoita valvontaviranomaiselle viimeistään
web-clock-was = Ilmoitus olisi pitänyt tehdä
web-clock-note = Laskettu { $now }. Lataa sivu uudelleen nähdäksesi nykyisen ajan. Lain aikaisin tulkinta on määräävä.
web-clock-over-note = Tee ilmoitus heti ja perustele viivästys; ilmoituksessa kysytään sitä (33 artiklan 1 kohta).
web-clock-filed = Toimitettu
web-clock-none = Ei ilmoitusvelvollisuutta, päätöksen mukaan
web-clock-readings = Kaikki lain tulkinnat lähteineen
web-clock-operative = tämä on tässä määräävä

## Times

web-times = Ajankohdat
web-times-occurred = Milloin se tapahtui?
web-times-suspected = Epäily
web-times-aware = Tietoinen
web-times-from = Alkaen
web-times-to = Päättyen
web-times-point = yhtenä hetkenä
web-times-range = tietyn ajan kuluessa
web-times-ongoing = se jatkuu yhä
web-times-unknown = ei tiedossa
web-times-not-set = ei ilmoitettu
web-times-set-by = ilmoittanut { $who }, { $reason }
web-aware-set = Ilmoita, milloin tulitte tietoisiksi
web-aware-again = Muuta tietoiseksi tulon aikaa uudella merkinnällä
web-aware-lead = Olette tietoisia, kun tiedätte kohtuullisella varmuudella, että henkilötietoihin on kohdistunut loukkaus. Lyhyt selvitys on sallittu; se on aloitettava heti. Aiempi merkintä säilyy.
web-aware-at = Milloin, minuutin tarkkuudella
web-aware-at-hint = Sitä ei koskaan täytetä puolestasi.
web-aware-by = Kuka tuli tietoiseksi ja vahvistaa sen
web-aware-by-hint = Nimi ja tehtävä
web-aware-reason = Mistä tiedätte, että se oli silloin?
web-aware-reason-hint = Esimerkiksi: ”loki näytti pyynnön, ja kehittäjämme vahvisti sen klo 18.20”.
web-aware-save = Tallenna ja käynnistä määräaika

## Assessment

web-assessment = Arvio
web-assessment-proposal = Ehdotus alla olevien tietojen perusteella. Se ei ratkaise mitään: nimetty henkilö päättää.
web-risk-unlikely = Riski on epätodennäköinen
web-risk-risk = Riski, mutta ei korkea
web-risk-high = Korkea riski
web-risk-undetermined = Ei voida vielä sanoa
web-duties = Velvollisuudet
web-duty = Velvollisuus
web-duty-document = Dokumentointi
web-duty-notify = Ilmoitus valvontaviranomaiselle
web-duty-communicate = Ilmoitus rekisteröidyille
web-duty-proposed = Ehdotus
web-duty-concluded = Päätös
web-duty-yes = kyllä
web-duty-no = ei
web-duty-ask = riippuu avoimista kysymyksistä
web-duty-open = ei vielä
web-duty-state = Tila
web-duty-due = Viimeistään
web-duty-source = Säännös
web-case-duties = Velvollisuudet ja määräajat
web-reasons = Miksi
web-questions = Mikä on vielä auki
web-questions-lead = Vastaus mihin tahansa näistä muuttaisi arviota tai ratkaisisi sen.
web-enisa = Rinnalla: ENISAn pisteytys vuodelta 2013
web-enisa-lead = Toinen näkökulma ajalta ennen tietosuoja-asetusta. Se ei koskaan ratkaise.
web-enisa-dpc = Käsittelyn asiayhteys
web-enisa-ei = Tunnistettavuus
web-enisa-cb = Loukkauksen olosuhteet
web-enisa-se = Vakavuus
web-enisa-band = Taso
web-band-low = matala
web-band-medium = keskitaso
web-band-high = korkea
web-band-very-high = erittäin korkea

## Facts

web-facts = Tiedot
web-facts-none = Tietoja ei ole annettu.
web-fact = Tieto
web-fact-value = Arvo
web-fact-origin = Mistä se on peräisin
web-facts-edit = Vastaa kysymyksiin ja muuta tietoja
web-facts-lead = Jätä avoimeksi, mitä et tiedä: sitä kysytään, mutta sitä ei koskaan arvata. Aiemmat vastaukset säilyvät historiassa.
web-facts-source = Mistä tiedät sen?
web-facts-source-hint = Mistä muutokset ovat peräisin: lokista, työtoverilta, toimittajan vastauksesta.
web-facts-save = Tallenna tiedot
web-cancel = Takaisin tallentamatta
web-items = Mitä ilmoituksessa on oltava (33 artiklan 3 kohta)
web-item-known = tiedossa
web-item-assumed = oletettu
web-item-unknown = ei vielä tiedossa
web-item-promised = ei vielä tiedossa, luvattu { $date }
web-item-not-applicable = ei sovellu
web-case-findings = Löydökset, joista se syntyi
web-facts-part-breach = Mitä tapahtui
web-facts-part-data = Mitkä tiedot
web-facts-part-people = Kenen
web-facts-part-recipients = Kuka ne sai
web-facts-part-effects = Mitä se merkitsee ihmisille
web-facts-part-roles = Roolit ja velvollisuudet
web-facts-number-hint = Jätä tyhjäksi, jos ei ole tiedossa.
web-facts-countries-hint = Maatunnus ja määrä, esimerkiksi ”SE 120, FI 3”. Jätä tyhjäksi, jos ei ole tiedossa.

## Conclusions

web-conclude = Päätökset
web-conclude-lead = Kerran viranomaisen ja kerran rekisteröityjen osalta, kumpikin perustellen. Voit poiketa ehdotuksesta. Myöhempi päätös lisätään; mitään ei korvata.
web-conclude-authority = Ilmoitus valvontaviranomaiselle
web-conclude-people = Ilmoitus rekisteröidyille
web-conclude-authority-question = Onko valvontaviranomaiselle ilmoitettava?
web-conclude-people-question = Onko rekisteröidyille ilmoitettava?
web-conclude-by = Kuka päättää (nimi ja tehtävä)
web-conclude-reasons = Perustelut
web-conclude-reasons-hint = Miksi näin on, omin sanoin. Jos poikkeat ehdotuksesta, kerro, mitä siinä jäi huomaamatta.
web-conclude-save = Tallenna päätös

## Notification

web-notification = Ilmoitus valvontaviranomaiselle
web-notification-lead = Euroopan tietosuojaneuvoston mallilomakeluonnoksen kentät täytettyinä tästä asiasta. Kopioi kenttä kentältä viranomaisen omaan lomakkeeseen.
web-notification-complete = Kaikki pakolliset kentät on täytetty.
web-notification-gaps = { $n ->
        [one] Yksi pakollinen kenttä on vielä auki.
       *[other] { $n } pakollista kenttää on vielä auki.
    }
web-notification-phases = Voitte ilmoittaa ilman niitä ja täydentää myöhemmin (33 artiklan 4 kohta).
web-notification-preview = Lue se tästä kenttä kentältä
web-notification-pdf = Lataa PDF ({ $language })

## History

web-history = Historia
web-history-lead = Ketjutetusta lokista, viimeisin ensin.

## Proof

web-verify-lead = Jokainen rekisterin merkintä sisältää edellisen tarkistussumman. Vanhan merkinnän muuttaminen katkaisee ketjun.
web-verify-ok = Ketju on ehjä.
web-verify-broken = Ketju on katkennut.
web-verify-at = Tarkistettu
web-verify-entries = Merkintöjä
web-verify-head = Viimeisimmän merkinnän tarkistussumma
web-verify-what = Mikä ei pidä paikkaansa
web-verify-cure = Älä tee uusia merkintöjä. Kopioi tietokanta sellaisenaan ja pyydä ylläpitäjää vertaamaan sitä varmuuskopioon.
web-verify-self = Tarkista itse
web-verify-self-how = ”sluss verify” ja tietokannan nimi tarkistavat saman ilman tätä palvelinta. Muualle kirjattu tarkistussumma todistaa, ettei mikään vanhempi ole sen jälkeen muuttunut.
web-verify-latest = Viimeisimmät merkinnät
web-verify-empty = Loki on tyhjä.
web-log-seq = Nro
web-log-at = Milloin
web-log-who = Kuka
web-log-act = Mitä
web-log-digest = Tarkistussumma

## Report an incident

web-report-lead = Jokaiselle, joka epäilee henkilötietojen joutuneen väärään paikkaan. Liian aikaisin on parempi kuin liian myöhään; se, onko kyse loukkauksesta, ratkaistaan myöhemmin.
web-report-title = Yhdellä rivillä
web-report-title-hint = Ei asianosaisten nimiä. Esimerkiksi: ”Tuloskirje lähetetty väärälle potilaalle”.
web-report-what = Mitä tapahtui?
web-report-what-hint = Mitä näit, missä, ja mitä olet tähän mennessä tehnyt.
web-report-nature = Mitä tiedoille on voinut tapahtua?
web-report-suspected = Milloin epäily heräsi?
web-report-suspected-hint = Milloin sinä tai se, joka kertoi sinulle, huomasi sen ensimmäisen kerran.
web-report-send = Ilmoita
web-report-clock = Ilmoitus ei itsessään käynnistä määräaikaa: nimetty henkilö ilmoittaa, milloin organisaatio tuli tietoiseksi.
web-problems = Ei vielä tallennettu
web-problems-kept = Kirjoittamasi on tallessa alla.
web-overtaken = Mitään kirjoittamaasi ei tallennettu. Tämä on tapahtunut sen jälkeen, kun avasit lomakkeen:
web-overtaken-cure = Kirjoittamasi on tallessa alla, asian nykyisen sisällön päällä. Vertaa sitä yllä olevaan ja tallenna uudelleen, jos se pitää yhä paikkansa.
web-clock-filed-at = Toimitettu valvontaviranomaiselle
web-clock-filed-note = Se oli tehtävä viimeistään { $at }.
web-clock-none-note = Nimetyn henkilön perusteltu päätös. Myöhempi päätös voi muuttaa sen.
web-filed = Kirjaa toimitettu ilmoitus
web-filed-lead = PDF ja sen tiedot tallennetaan sellaisina kuin ne nyt ovat, kuittauksen kanssa. Niitä ei voi koskaan muuttaa.
web-filed-at = Milloin se toimitettiin?
web-filed-receipt = Viranomaisen kuittaus tai diaarinumero
web-filed-language = Ilmoituksen kieli
web-filed-delay = Perusteltu selitys viivästymisestä
web-filed-delay-hint = Tarvitaan vain, jos se toimitettiin määräajan jälkeen (33 artiklan 1 kohta).
web-filed-save = Kirjaa toimitus
web-filings = Tähän mennessä toimitettu
web-would-change = Mikä muuttaisi vastauksen
web-would-change-if = Jos { $fact } olisi ”{ $value }”: viranomainen { $notify }, rekisteröidyt { $communicate }
web-finding-erase = Pyydä, että { $recipient } poistaa saamansa tiedot.
web-finding-erase-link = Avaa yhteyssivu poistopyyntöä varten
web-finding-reasons = Miksi arvio on tämä
web-clock-disputed = kiistanalainen
web-no-breach = Kyseessä ei ole henkilötietojen tietoturvaloukkaus
web-no-breach-lead = Asia päättyy tähän, mutta jää rekisteriin perusteluineen.
web-breach-question = Onko kyseessä henkilötietojen tietoturvaloukkaus?
web-conclude-overrules = Tämä poikkeaa ehdotuksesta.
web-conclude-choice = Päätös
web-note = Lisää merkintä
web-note-text = Merkintä
web-note-save = Tallenna merkintä
web-filed-authority = Viranomainen
web-filed-kind = Mitä toimitettiin
web-filed-withdrawal = Peruuttamisen syy
web-filing-incomplete = uusi, täydennetään
web-filing-complete = uusi, täydellinen
web-filing-follow-up = täydentävä ilmoitus
web-filing-withdrawal = peruutus
web-destroyed = (teksti tuhottu)
web-duty-always = aina
web-times-estimated = arvioitu
web-times-occurred-label = Tapahtui
web-origin-unknown = ei ilmoitettu
web-origin-assumed = oletettu
web-origin-finding = tarkastuksen löydös

## Acts in the log

web-act-open = avasi asian
web-act-times = ilmoitti ajankohdat
web-act-aware = ilmoitti, milloin organisaatio tuli tietoiseksi
web-act-facts = muutti tietoja
web-act-item = vastasi ilmoituksen kohtaan
web-act-conclude = päätti
web-act-no-breach = päätti, ettei kyseessä ole tietoturvaloukkaus
web-act-delay = perusteli viivästyksen
web-act-file = kirjasi ilmoituksen viranomaiselle
web-act-tell-controller = ilmoitti rekisterinpitäjälle
web-act-communicate = ilmoitti rekisteröidyille
web-act-exempt = kirjasi poikkeuksen ilmoittamisesta
web-act-pause = keskeytti ilmoittamisen
web-act-resume = jatkoi ilmoittamista
web-act-measure = lisäsi toimenpiteen
web-act-measure-done = sai toimenpiteen valmiiksi
web-act-request-erasure = pyysi vastaanottajaa poistamaan tiedot
web-act-answer-erasure = kirjasi vastaanottajan vastauksen
web-act-escalate-erasure = vei poistopyynnön eteenpäin
web-act-asked = kirjasi viranomaisen kysymyksen
web-act-answered = vastasi viranomaiselle
web-act-decision = kirjasi päätöksen
web-act-link = liitti löydöksiä
web-act-note = merkitsi
web-act-close = päätti asian käsittelyn
web-act-reopen = avasi asian uudelleen
web-notification-draft = Malli on itse vielä luonnos kesäkuulta 2026.
web-required = pakollinen
web-at-least = vähintään { $n }
web-at-most = enintään { $n }
web-item-answer = Vastaa
web-item-text = Vastaus, tai miksi se ei sovellu
web-item-status = Kuinka varmaa se on?
web-item-save = Tallenna vastaus
web-act-user-login = kirjautui
web-act-user-put = lisäsi tai muutti käyttäjän
web-act-audit-put = kirjasi tarkastuksen
web-act-finding-accept = hyväksyi löydöksen

## The facts of a breach: fields

web-fact-role = Roolinne
web-fact-discovered-by = Kuka havaitsi sen
web-fact-nature = Loukkauksen laji
web-fact-confidentiality = Mitä luottamuksellisuudelle tapahtui
web-fact-unintelligible = Olivatko tiedot käsittämättömiä sille, joka ne sai?
web-fact-integrity = Mitä eheydelle tapahtui
web-fact-availability-kind = Saatavuuden menetys
web-fact-availability-hours = Tunteja ilman pääsyä
web-fact-availability-restored-from = Palautettu lähteestä
web-fact-availability-effect = Katkon vaikutus ihmisiin
web-fact-incident = Tapahtuman tyyppi
web-fact-systemic = Tapahtuiko se järjestelmällisesti?
web-fact-exposed-days = Altistuspäiviä
web-fact-cause = Syy
web-fact-data = Henkilötietojen tyypit
web-fact-data-detail = Kuinka paljon kukin tieto kertoo
web-fact-people-count = Henkilöiden määrä, tarkka
web-fact-people-min = Vähintään näin monta henkilöä
web-fact-people-max = Enintään näin monta henkilöä
web-fact-people-groups = Keitä he ovat
web-fact-people-identifiable = Voidaanko heidät tunnistaa?
web-fact-people-countries = Henkilöt maittain
web-fact-recipients-who = Kuka sai tiedot
web-fact-recipients-count = Vastaanottajien määrä
web-fact-recipients-erased = Ovatko vastaanottajat poistaneet tiedot?
web-fact-context = Raskauttavat olosuhteet
web-fact-ruled-out = Mitä on tarkistettu ja suljettu pois
web-fact-consequences = Todennäköiset seuraukset ihmisille
web-fact-evidence = Mitä lokit voivat osoittaa
web-fact-mitigation-high-risk-no-longer-likely = Ovatko myöhemmät toimet poistaneet korkean riskin?
web-fact-mitigation-disproportionate-effort = Vaatisiko jokaiselle ilmoittaminen kohtuutonta vaivaa?
web-fact-restriction = Onko ilmoittamiselle este?
web-fact-subgroups = Ryhmät, joilla on omat tiedot

## The facts of a breach: words

web-role-controller = rekisterinpitäjä
web-role-joint-controller = yhteisrekisterinpitäjä
web-role-processor = henkilötietojen käsittelijä
web-discovered-by-controller = me itse
web-discovered-by-processor = henkilötietojen käsittelijämme
web-discovered-by-data-subject = rekisteröity
web-discovered-by-external-party = ulkopuolinen
web-discovered-by-press = lehdistö
web-discovered-by-other = joku muu
web-nature-confidentiality = luottamuksellisuus
web-nature-integrity = eheys
web-nature-availability = saatavuus
web-nature-confidentiality-hint = joku näki tai sai tietoja, joiden ei olisi pitänyt
web-nature-integrity-hint = tietoja muuttui
web-nature-availability-hint = tietoja katosi tai niihin ei päästy
web-confidentiality-exfiltrated = paljastettu tai viety
web-confidentiality-likely = todennäköistä, ei näyttöä
web-confidentiality-not-with-evidence = ei, ja siitä on näyttöä
web-confidentiality-cannot-assess = ei voida arvioida
web-confidentiality-undetermined = ei vielä selvitetty
web-unintelligible-yes = kyllä, suojaus on ehjä
web-unintelligible-subvertible = suojattu, mutta suojaus voidaan todennäköisesti purkaa (tiiviste)
web-unintelligible-no = ei
web-unintelligible-cannot-assess = ei voida arvioida
web-unintelligible-undetermined = ei vielä selvitetty
web-integrity-altered-unused = muutettu, ei käytetty väärin
web-integrity-altered-recoverable = muutettu ja käytetty väärin, palautettavissa
web-integrity-altered-unrecoverable = muutettu ja käytetty väärin, ei palautettavissa
web-integrity-undetermined = ei vielä selvitetty
web-availability-kind-temporary = tilapäinen
web-availability-kind-permanent = pysyvä
web-availability-kind-undetermined = ei vielä selvitetty
web-availability-restored-from-backup = varmuuskopio
web-availability-restored-from-paper = paperi
web-availability-restored-from-none = ei palautettu
web-availability-effect-none = ei vaikutusta
web-availability-effect-inconvenience = haittaa
web-availability-effect-delay = viivästys
web-availability-effect-service-disruption = tärkeä palvelu keskeytyi
web-availability-effect-danger-to-health = vaara terveydelle
web-incident-abuse-of-access = työntekijän käyttöoikeuden väärinkäyttö
web-incident-ransomware = kiristysohjelma
web-incident-hacking = tietomurto
web-incident-malware = haittaohjelma
web-incident-phishing = tietojenkalastelu
web-incident-social-engineering = käyttäjän manipulointi
web-incident-vulnerability-exploited = hyväksikäytetty haavoittuvuus
web-incident-unauthorised-access = luvaton pääsy
web-incident-exfiltration = tietojen vieminen
web-incident-wrong-person-shown = näytettiin toisen tietoja
web-incident-device-lost-stolen = laite tai muistitikku kadonnut tai varastettu
web-incident-e-waste = tietoja poistetussa laitteessa
web-incident-paper-disposal = paperia roskissa
web-incident-mail-lost-opened = posti kadonnut tai avattu
web-incident-misdelivered = posti väärälle vastaanottajalle
web-incident-misconfiguration = virheellinen määritys
web-incident-wrong-permissions = väärät käyttöoikeudet
web-incident-paper-lost-stolen = paperia kadonnut tai varastettu
web-incident-deleted-destroyed = poistettu tai tuhottu
web-incident-shown-to-wrong-recipient = näytetty väärälle henkilölle
web-incident-sent-by-mistake = lähetetty vahingossa
web-incident-no-bcc = osoitteet näkyivät kaikille viestin saajille
web-incident-technical-malfunction = tekninen vika
web-incident-unauthorised-modification = luvaton muuttaminen
web-incident-unintended-publication = tahaton julkaiseminen
web-incident-verbal-disclosure = suullinen paljastaminen
web-incident-tracking-technology = seurantateknologia
web-incident-lost-key = salattujen tietojen avain kadonnut
web-incident-undetermined = ei vielä selvitetty
web-incident-other = muu
web-cause-internal-non-malicious = sisäinen, tahaton
web-cause-internal-malicious = sisäinen, tahallinen
web-cause-external-non-malicious = ulkoinen, tahaton
web-cause-external-malicious = ulkoinen, tahallinen
web-cause-unknown = tuntematon
web-data-basic = perustiedot (nimi, syntymäaika …)
web-data-contact = yhteystiedot
web-data-national-id = henkilötunnus
web-data-document-scan = henkilöasiakirjojen kopiot
web-data-credentials = kirjautumistiedot
web-data-payment = maksuvälinetiedot
web-data-economic = taloudelliset tiedot
web-data-location = sijaintitiedot
web-data-profile = profiili
web-data-employment = työsuhde
web-data-employment-health = työterveys
web-data-health = terveys
web-data-genetic = geneettiset tiedot
web-data-biometric = biometriset tiedot
web-data-criminal = rikostuomiot ja rikkomukset
web-data-political = poliittiset mielipiteet
web-data-ethnic = etninen alkuperä
web-data-religious = uskonto tai vakaumus
web-data-sex-life = seksuaalielämä tai suuntautuminen
web-data-trade-union = ammattiliiton jäsenyys
web-data-communications = viestinnän sisältö
web-data-education = koulutus
web-data-insurance = vakuutus
web-data-purchase = ostot
web-data-not-yet-known = ei vielä tiedossa
web-data-other = muu
web-data-detail-minimal = vähän: sen minkä lähetyslista tai julkinen luettelo näyttää
web-data-detail-ordinary = sen mitä palvelun tavallinen tieto henkilöstä sisältää
web-data-detail-rich = paljon: riittää henkilön profilointiin, esiintymiseen hänenä tai paljastamiseen
web-people-groups-customers = asiakkaat
web-people-groups-employees = työntekijät
web-people-groups-applicants = hakijat
web-people-groups-minors = alaikäiset
web-people-groups-guardians = huoltajat
web-people-groups-patients = potilaat
web-people-groups-students = opiskelijat ja oppilaat
web-people-groups-subscribers = tilaajat
web-people-groups-users = käyttäjät
web-people-groups-vulnerable = haavoittuvassa asemassa olevat
web-people-groups-not-yet-known = ei vielä tiedossa
web-people-groups-other = muut
web-people-identifiable-directly = suoraan
web-people-identifiable-indirectly = epäsuorasti, muiden tietojen avulla
web-people-identifiable-hardly = tuskin
web-people-identifiable-no = ei
web-recipients-who-none = ei kukaan
web-recipients-who-trusted = joku, johon on perusteltua luottaa
web-recipients-who-bound-by-secrecy = vaitiolovelvollinen
web-recipients-who-known-untrusted = tunnettu ulkopuolinen ilman vaitiolovelvollisuutta
web-recipients-who-advertising-platform = mainosalusta
web-recipients-who-unknown = tuntematon
web-recipients-who-criminal = rikollinen
web-recipients-who-public = yleisö
web-recipients-erased-confirmed = kyllä, vahvistettu
web-recipients-erased-returned = palautettu
web-recipients-erased-requested = pyydetty, ei vastausta vielä
web-recipients-erased-no = ei
web-recipients-erased-not-applicable = ei sovellu
web-context-confidential-relationship = luottamussuhde (hoito, sosiaalipalvelu, asiamies)
web-context-essential-service = välttämätön palvelu
web-context-protected-identity = turvakiellon alaisia henkilöitä
web-context-targeted = hyökkäys kohdistui juuri näihin henkilöihin
web-context-misuse-observed = tietoja on käytetty väärin
web-ruled-out-special-categories = erityiset henkilötietoryhmät
web-consequences-loss-of-control = omien tietojen hallinnan menetys
web-consequences-limitation-of-rights = oikeuksien rajoittuminen
web-consequences-discrimination = syrjintä
web-consequences-identity-theft = identiteettivarkaus
web-consequences-fraud = petos
web-consequences-financial-loss = taloudellinen menetys
web-consequences-reversal-of-pseudonymisation = pseudonymisoinnin kumoutuminen
web-consequences-reputation = maineen vahingoittuminen
web-consequences-professional-secrecy = salassapitovelvollisuuden rikkoutuminen
web-consequences-third-party-disclosure = paljastuminen kolmansille
web-consequences-social-disadvantage = sosiaalinen haitta
web-consequences-physical-harm = fyysinen vahinko
web-consequences-psychological-distress = henkinen kärsimys
web-consequences-property-damage = omaisuusvahinko
web-consequences-spam = ei-toivotut viestit
web-consequences-other = muu
web-evidence-complete-logs = täydelliset lokit
web-evidence-partial-logs = osittaiset lokit
web-evidence-none = ei lokeja
web-evidence-not-applicable = ei sovellu
web-restriction-none = ei
web-restriction-secrecy-law = kyllä, salassapitolain nojalla
web-restriction-police-request = kyllä, poliisin pyynnöstä
web-truth-true = kyllä
web-truth-false = ei
web-unknown = ei vielä tiedossa
web-checked-none = tarkistettu: ei mitään näistä

## Problems in a form

web-problem-empty = Tämä on täytettävä.
web-problem-choose = Valitse yksi.
web-problem-moment = Tämä ei ole ajankohta. Kirjoita päivä ja kellonaika, esimerkiksi 2026-04-02 18:20.
web-problem-no-such-hour = Tätä tuntia ei ole: kelloja siirrettiin eteenpäin sinä yönä.
web-problem-number = Tämä ei ole luku.
web-problem-countries = Kirjoita maatunnus ja määrä, esimerkiksi SE 120.
web-problem-country = Tällaista maatunnusta ei ole. Käytä kahta kirjainta, esimerkiksi SE.
web-problem-facts-nature = Ilmoita, mihin loukkaus kohdistui: luottamuksellisuuteen, eheyteen vai saatavuuteen.
web-problem-facts-negative = Tämä ei voi olla negatiivinen.
web-problem-facts-fraction = Henkilöt ja vastaanottajat lasketaan kokonaislukuina.
web-problem-facts-too-many = Näin monta ihmistä ei ole. Onko tämä tietueiden määrä?
web-problem-facts-range = Luvut ovat ristiriidassa: vähimmäismäärä ei saa ylittää enimmäismäärää, ja tarkka luku on niiden välissä.
web-problem-facts-sum = Maissa on yhteensä enemmän henkilöitä kuin kaikkiaan.
web-problem-facts-contradiction = Sama asia on sekä ilmoitettu että suljettu pois.
web-problem-facts-word = Tätä sanaa ei tunneta.
