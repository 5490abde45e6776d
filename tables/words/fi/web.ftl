# Words of web, language fi. Keys start with `web-`; all languages hold the same keys and variables.

## The frame of every page

web-name = Sluss
web-language = Suomi
web-skip = Siirry sisältöön
web-nav = Päävalikko
web-nav-overview = Yleiskuva
web-nav-audits = Tarkastukset
web-nav-register = Loukkausrekisteri
web-nav-verify = Näyttö
web-nav-report = Ilmoita poikkeamasta
web-languages = Kieli
web-zone = Kaikki ajat ovat aikavyöhykkeellä { $zone }.
web-logged-in = Kirjautunut: { $user }.
web-log-out = Kirjaudu ulos
web-welcome-on = Siirry yleiskuvaan
web-login = Kirjaudu sisään
web-login-lead = Linkki toimii kerran. Painike kirjaa sinut sisään tällä laitteella.

## What can go wrong

web-oops-login = Et ole kirjautunut
web-oops-login-cure = Avaa kertakäyttölinkki, jonka ohjelma tulosti käynnistyessään, tai pyydä uusi linkki ylläpitäjältä. Mitään tallentamaasi ei ole kadonnut.
web-oops-link = Tämä kirjautumislinkki ei enää toimi
web-oops-link-cure = Linkki toimii kerran ja yhden tunnin ajan. Pyydä uusi linkki ylläpitäjältä.
web-oops-not-found = Sivua ei ole
web-oops-not-found-cure = Osoitteessa voi olla kirjoitusvirhe, tai sisältö on muualla.
web-oops-forged = Lomaketta ei hyväksytty
web-oops-forged-cure = Lomake ei tullut tästä istunnosta, joten mitään ei tallennettu. Jos kirjoittamasi näkyy alla, lähetä se siitä uudelleen; muuten palaa takaisin, kopioi teksti, lataa sivu uudelleen ja lähetä.
web-oops-host = Tätä osoitetta ei tunneta
web-oops-host-cure = Käytä osoitetta, jonka ohjelma tulosti käynnistyessään. Jos palvelulla on oma nimi, se on annettava ohjelmaa käynnistettäessä: sluss serve --url https://…
web-oops-wrong = Lähetetyissä tiedoissa on virhe
web-oops-wrong-cure = Mitään ei tallennettu. Palaa takaisin, korjaa virhe ja lähetä uudelleen.
web-oops-conflict = Joku muu muutti tapausta kirjoittaessasi
web-oops-conflict-cure = Merkintääsi ei tallennettu, ja toisen merkintä on tallessa. Avaa tapaus uudelleen, lue historian viimeisin tapahtuma ja tee sitten merkintäsi.
web-oops-broken = Ohjelma ei pystynyt tähän
web-oops-broken-cure = Vika on meidän, ei sinun. Mitään keskeneräistä ei tallennettu. Yritä uudelleen; jos virhe toistuu, kerro ylläpitäjälle, mitä teit.
web-oops-back = Takaisin
web-oops-written = Kirjoittamasi teksti, { $n }
web-oops-again = Lähetä uudelleen
web-oops-again-lead = Kirjoittamaasi ei tallennettu. Se on tässä: lähetä se uudelleen.
web-oops-again-login = Kirjoittamaasi ei tallennettu, mutta se on tässä. Jätä tämä sivu auki, kirjaudu sisään saman selaimen toisessa ikkunassa ja lähetä teksti sitten tästä uudelleen.

## Words of findings

web-severity-high = vakava
web-severity-medium = kohtalainen
web-severity-low = vähäinen
web-counted-high = { $n ->
    [one] { $n } vakava
   *[other] { $n } vakavaa
}
web-counted-medium = { $n ->
    [one] { $n } kohtalainen
   *[other] { $n } kohtalaista
}
web-counted-low = { $n ->
    [one] { $n } vähäinen
   *[other] { $n } vähäistä
}
web-state-new = uusi
web-state-known = tiedossa ennestään
web-state-gone = ei enää näy
web-state-changed = muuttunut
web-state-unlooked = ei tarkastettu tällä kertaa

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
web-in-case = Tapauksessa
web-audit-has-case = Avaa tapaus, johon löydökset kuuluvat
web-audit-open-case = Avaa loukkausasia löydöksistä
web-open-case-hint = Tapaus on luonnos. Määräaika alkaa vasta, kun nimetty henkilö ilmoittaa, milloin tulitte tietoisiksi.
web-steps-failed = { $n ->
        [one] yksi vaihe epäonnistui
       *[other] { $n } vaihetta epäonnistui
    }

## Vendor switches

web-setting-change = Avaa vastaanottajan asetussivu

## A finding

web-next = Tee nyt
web-finding-change = Asettakaa ”{ $setting }” arvoon ”{ $declared }” palvelussa { $vendor }, tili { $account }: niin olette päättäneet.
web-finding-open-case = Avaa loukkausasia tästä
web-finding-go-case = Siirry loukkausasiaan
web-finding-again = Tarkasta sen jälkeen uudelleen: vasta sitten tiedätte, että se on loppunut.
web-chain = Kirjoitetusta lähetettyyn
web-chain-lead = Arvot keksittiin tarkastusta varten eivätkä ne kuulu kenellekään.
web-chain-of = { $identifier } ({ $role })
web-chain-typed = { $n ->
    [one] Kirjoitettiin kenttään
   *[other] Kirjoitettiin kenttiin
} { $field }
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
web-request-marked = Sellaisena kuin se kulki verkossa; löydöksen kohde on merkitty. Arvo keksittiin tarkastusta varten.
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
web-open-cases = Avoimet tapaukset
web-open-cases-none = Yhtään tapausta ei ole avoinna.
web-open-cases-all = Kaikki { $n } avointa tapausta
web-next-more = { $n } muuta odottaa alla olevissa tapauksissa ja rekisterissä
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
web-next-conclude-again-why = Tiedot ovat muuttuneet vakavammiksi sen jälkeen, kun joku päätti, ettei velvollisuutta ole. Päätä uudelleen nykyisten tietojen perusteella.
web-next-conclude-changed-why = Tiedot ovat muuttuneet sen jälkeen, kun joku päätti, ettei velvollisuutta ole. Päätä uudelleen nykyisten tietojen perusteella.
web-next-file = Lataa ilmoitus ja toimita se valvontaviranomaiselle
web-next-file-with = Lataa ilmoitus ja toimita se: { $authority }
web-next-file-exercise = Kirjaa ilmoitus, jonka olisitte toimittaneet: tämä on harjoitus, mitään ei lähetetä
web-next-file-why = Sen, mikä ei ole vielä tiedossa, saa toimittaa myöhemmin. Älä odota sitä.
web-next-finding = Avaa tapaus tai päätä, ettei se ole sellainen:
web-done = Valmis:

## The register

web-cases = Tapaukset
web-register-lead = Jokainen henkilötietojen tietoturvaloukkaus, ilmoitettu tai ei, vaikutuksineen, toimineen ja perusteluineen (33 artiklan 5 kohta). Merkintöjä ei poisteta. Henkilöitä koskevia tekstejä ja tiedostoja voidaan tuhota; se, että niin tehtiin, ja syy jäävät näkyviin.
web-register-none = Rekisteri on tyhjä.
web-register-search = Hae otsikosta, diaarinumerosta ja rekisterinpitäjästä
web-register-find = Hae
web-register-all = Kaikki tapaukset
web-register-shown = Tapaukset { $first }–{ $last }, yhteensä { $n }
web-register-no-match = Missään tapauksessa ei ole näitä sanoja otsikossa, diaarinumerossa tai rekisterinpitäjässä.
web-register-pages = Rekisterin sivut
web-register-before = Edellinen sivu
web-register-after = Seuraava sivu
web-case = Tapaus
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
web-case-state-filed-partly = ei ilmoitettu kaikille
web-case-state-filed-late = ilmoitettu myöhässä
web-case-state-dismissed = ei tietoturvaloukkausta
web-case-state-closed = päätetty

## The clock

web-clock = Määräaika
web-clock-not-started = Määräaika ei vielä kulu
web-clock-not-started-note = Kukaan ei ole ilmoittanut, milloin tulitte tietoisiksi. Jos olette olleet tietoisia jo aiemmin, aika on kulunut siitä lähtien, vaikka sitä ei ole kirjattu tähän.
web-clock-left = { $time } jäljellä
web-clock-over = { $time } myöhässä
web-clock-what = Ilmoita valvontaviranomaiselle viimeistään
web-clock-what-to = Ilmoita viimeistään ({ $authority })
web-clock-tell = Ilmoita rekisterinpitäjälle ilman aiheetonta viivytystä
web-clock-told = Rekisterinpitäjälle on ilmoitettu
web-clock-told-at = Ilmoitettu
web-clock-dismissed = Ei tietoturvaloukkausta, päätöksen mukaan
web-clock-was = Ilmoitus olisi pitänyt tehdä
web-clock-note = Laskettu { $now }. Lataa sivu uudelleen nähdäksesi nykyisen ajan. Lain aikaisin tulkinta on määräävä.
web-clock-over-note = Tee ilmoitus heti ja perustele viivästys; ilmoituksessa kysytään sitä (33 artiklan 1 kohta).
web-clock-withdrawn = Ilmoitus on peruttu
web-clock-withdrawn-note = Kukaan ei ole sen jälkeen ratkaissut, onko viranomaiselle ilmoitettava. Ratkaiskaa uudelleen: loukkausta ei ollut, riski on epätodennäköinen tai ilmoitus tehdään uudestaan.
web-clock-filed = Toimitettu
web-clock-filed-late = Toimitettu myöhässä
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
web-times-not-set = ei ilmoitettu
web-times-set-by = ilmoittanut { $who }, { $reason }
web-times-presumed = oletettu, kukaan ei ole kertonut ajankohtaa
web-aware-set = Ilmoita, milloin tulitte tietoisiksi
web-aware-again = Muuta tietoiseksi tulon aikaa uudella merkinnällä

## Assessment

web-assessment = Arvio
web-assessment-proposal = Ehdotus alla olevien tietojen perusteella. Se ei ratkaise mitään: nimetty henkilö päättää.
web-risk-unlikely = Riski on epätodennäköinen
web-risk-risk = Riski, mutta ei korkea
web-risk-high = Korkea riski
web-risk-undetermined = Ei voida vielä sanoa
web-duty = Velvollisuus
web-duty-document = Dokumentointi
web-duty-notify = Ilmoitus valvontaviranomaiselle
web-duty-communicate = Ilmoitus rekisteröidyille
web-duty-proposed = Ehdotus
web-duty-concluded = Päätös
web-duty-yes = kyllä
web-duty-no = ei
web-duty-ask = riippuu avoimista kysymyksistä
web-duty-weighed = henkilö punnitsee syyt
web-duty-open = ei vielä
web-duty-overtaken = ei, aiempien tietojen perusteella: päätä uudelleen
web-duty-exempted = poikkeus (34 artiklan 3 kohta); ei vielä päätetty
web-duty-controller = Rekisterinpitäjä päättää
web-duty-weigh = Mikään puuttuva tieto ei ratkaisisi tätä. Nimetty henkilö punnitsee syyt.
web-duty-processor = Nämä ovat rekisterinpitäjän velvollisuuksia. Sinun velvollisuutesi käsittelijänä: ilmoita rekisterinpitäjälle ilman aiheetonta viivytystä (33 artiklan 2 kohta).
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
web-item-promised = ei vielä tiedossa, luvattu { $date }
web-case-findings = Löydökset, joista se syntyi
web-facts-part-breach = Mitä tapahtui
web-facts-part-data = Mitkä tiedot
web-facts-part-people = Kenen
web-facts-part-recipients = Kuka ne sai
web-facts-part-effects = Mitä se merkitsee ihmisille
web-facts-part-roles = Roolit ja velvollisuudet
web-facts-number-hint = Jätä tyhjäksi, jos ei ole tiedossa.
web-facts-countries-hint = Valitse maat, joissa henkilöt asuvat, ja kuinka moni asuu kussakin; arvio riittää. Viivan jälkeen on siitä seuraava valvontaviranomainen. Jätä tyhjäksi se, mitä ei tiedetä.
web-country = Maa
web-country-number = Henkilöiden määrä
web-country-others = ETA-alueen ulkopuoliset maat
web-country-others-hint = Maatunnus ja määrä, esimerkiksi ”US 12, CH 3”.

## Conclusions

web-conclude = Päätökset
web-conclude-lead = Kerran viranomaisen ja kerran rekisteröityjen osalta, kumpikin perustellen. Voit poiketa ehdotuksesta. Myöhempi päätös lisätään; mitään ei korvata.
web-conclude-authority = Ilmoitus valvontaviranomaiselle
web-conclude-people = Ilmoitus rekisteröidyille
web-conclude-authority-question = Onko valvontaviranomaiselle ilmoitettava?
web-conclude-people-question = Onko rekisteröidyille ilmoitettava?
web-conclude-reasons = Perustelut

## Notification

web-notification = Ilmoitus valvontaviranomaiselle
web-notification-lead = Euroopan tietosuojaneuvoston mallilomakeluonnoksen kentät täytettyinä tästä tapauksesta. Kopioi kenttä kentältä viranomaisen omaan lomakkeeseen.
web-notification-complete = Kaikki pakolliset kentät on täytetty.
web-notification-gaps = { $n ->
        [one] Yksi pakollinen kenttä on vielä auki.
       *[other] { $n } pakollista kenttää on vielä auki.
    }
web-notification-phases = Voitte ilmoittaa silti ja täydentää myöhemmin (33 artiklan 4 kohta).
web-notification-pdf = Lataa PDF ({ $language })

## History

web-history = Historia
web-history-lead = Ketjutetusta lokista, viimeisin ensin.
web-fact-changed = { $fact }: { $new } (aiemmin: { $old })

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
web-report-country = Valvontaviranomaisen maa: { $country }
web-report-country-hint = Maa määrää viranomaisen, pyhäpäivät ja kellonajan. Ajat kirjoitetaan siten kuin kello siellä näyttää.
web-report-country-choose = Vaihda maa
web-report-barred = Roolisi ei saa avata tapauksia.
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
web-overtaken-cure = Kirjoittamasi on tallessa alla, tapauksen nykyisen sisällön päällä. Vertaa sitä yllä olevaan ja tallenna uudelleen, jos se pitää yhä paikkansa.
web-clock-filed-at = Toimitettu valvontaviranomaiselle
web-clock-filed-note = Se oli tehtävä viimeistään { $at }.
web-clock-none-note = Nimetyn henkilön perusteltu päätös. Myöhempi päätös voi muuttaa sen.
web-clock-processor-note = Olet henkilötietojen käsittelijä, eikä sinulla ole määräaikaa viranomaiseen nähden. Jokaisella rekisterinpitäjällä on omat 72 tuntinsa siitä, kun ilmoitat sille (33 artiklan 2 kohta).
web-filings = Tähän mennessä toimitettu
web-would-change = Mikä muuttaisi vastauksen
web-would-change-if = Jos kohtaan ”{ $fact }” vastataan ”{ $value }”: viranomainen: { $notify }; rekisteröidyt: { $communicate }
web-finding-erase = Pyydä, että { $recipient } poistaa saamansa tiedot.
web-finding-erase-link = Avaa yhteyssivu poistopyyntöä varten
web-finding-reasons = Miksi arvio on tämä
web-clock-disputed = kiistanalainen
web-breach-question = Onko kyseessä henkilötietojen tietoturvaloukkaus?
web-conclude-overrules = Tämä poikkeaa ehdotuksesta.
web-destroyed = (teksti tuhottu)
web-duty-always = aina
web-times-estimated = arvioitu
web-times-occurred-label = Tapahtui
web-origin-unknown = ei ilmoitettu
web-origin-assumed = oletettu
web-origin-finding = tarkastuksen löydös
web-origin-scan = arkistojen skannaus

## Acts in the log

web-act-open = avasi tapauksen
web-act-times = ilmoitti ajankohdat
web-act-aware = ilmoitti, milloin organisaatio tuli tietoiseksi
web-act-facts = muutti tietoja
web-act-item = vastasi ilmoituksen kohtaan
web-act-conclude = päätti
web-act-no-breach = päätti, ettei kyseessä ole tietoturvaloukkaus
web-act-uphold = päätti, että kerrottu pätee yhä
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
web-act-close = päätti tapauksen käsittelyn
web-act-reopen = avasi tapauksen uudelleen
web-notification-draft = Malli on itse vielä luonnos kesäkuulta 2026.
web-required = pakollinen
web-at-least = vähintään { $n }
web-at-most = enintään { $n }
web-act-user-login = kirjautui
web-act-user-put = lisäsi tai muutti käyttäjän
web-act-audit-put = kirjasi tarkastuksen
web-act-finding-accept = hyväksyi löydöksen

## The facts of a breach: fields

web-fact-role = Roolinne
web-fact-discovered-by = Kuka havaitsi sen
web-fact-nature = Loukkauksen laji
web-fact-confidentiality = Mitä luottamuksellisuudelle tapahtui
web-fact-unintelligible = Olivatko tiedot sellaisia, etteivät ne olleet ymmärrettävissä sille, joka ne sai?
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
web-fact-people-count = Henkilöiden määrä
web-fact-people-min = Vähintään näin monta henkilöä
web-fact-people-max = Enintään näin monta henkilöä
web-fact-people-approximate = Onko määrä likimääräinen?
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
web-problem-countries = Valitse maa ja kirjoita, kuinka moni asuu siellä.
web-problem-country-twice = Maa on mainittu kahdesti. Anna sille yksi määrä.
web-problem-country = Tällaista maatunnusta ei ole. Käytä kahta kirjainta, esimerkiksi SE.
web-problem-facts-nature = Ilmoita, mihin loukkaus kohdistui: luottamuksellisuuteen, eheyteen vai saatavuuteen.
web-problem-facts-negative = Tämä ei voi olla negatiivinen.
web-problem-facts-too-many = Näin monta ihmistä ei ole. Onko tämä tietueiden määrä?
web-problem-facts-range = Luvut ovat ristiriidassa: vähimmäismäärä ei saa ylittää enimmäismäärää, ja tarkka luku on niiden välissä.
web-problem-facts-sum = Maissa on yhteensä enemmän henkilöitä kuin kaikkiaan.
web-problem-facts-contradiction = Sama asia on sekä ilmoitettu että suljettu pois.
web-problem-facts-nobody = Vastaajan mukaan kukaan ei saanut tietoja, mutta muiden vastausten mukaan joku sai ne.
web-problem-facts-word = ”{ $found }” on tässä tuntematon.

## The pages of a case

web-tabs = Tapauksen sivut
web-tab-overview = Yleiskuva
web-tab-facts = Tosiseikat
web-tab-assessment = Arviointi
web-tab-notification = Viranomainen: ilmoitus
web-tab-people = Rekisteröidyt
web-tab-measures = Toimenpiteet
web-tab-authority = Viranomainen: valvonta
web-tab-history = Historia
web-saved = Tallennettu:
web-done-destroy = Tekstejä tai tiedostoja tuhottu
web-optional = (saa jättää tyhjäksi)
web-overdue = myöhässä
web-drill = Harjoitus.
web-drill-why = Tapaus on keksitty. Mitään siitä ei saa lähettää.
web-drill-no-filing = Harjoituksessa ei lähetetä mitään. Kirjaa tähän, mitä olisitte ilmoittaneet; asiakirjat merkitään harjoitukseksi.
web-next-done = { $n ->
        [one] Yksi vaihe on tehty
       *[other] { $n } vaihetta on tehty
    }
web-decided = Mitä on päätetty
web-decided-question = Kysymys
web-decided-treated = käsitellään sellaisena
web-missing = Mitä puuttuu
web-missing-nothing = Ei mitään, mitä arviointi tai ilmoitus odottaa.
web-missing-questions = { $n ->
        [one] Vastaus tähän kysymykseen muuttaisi arvioinnin tai ratkaisisi sen:
       *[other] Vastaukset näihin { $n } kysymykseen muuttaisivat arvioinnin tai ratkaisisivat sen:
    }
web-missing-fill = Vastaa
web-end = Tapauksen päättäminen

## Facts: groups of people

web-asked = arviointi odottaa tätä
web-facts-known = { $n ->
        [one] Yksi tosiseikka tiedetään, ja mistä se on peräisin
       *[other] { $n } tosiseikkaa tiedetään, ja mistä ne ovat peräisin
    }
web-groups = Ryhmät, joihin loukkaus vaikuttaa eri tavalla
web-groups-lead = Jos loukkaus on joillekin pahempi tai lievempi (muut tiedot, toinen vastaanottaja, lapset, turvakielto), anna heille omat tosiseikat. He saavat oman vastauksensa.
web-groups-none = Ei vielä ryhmiä: tosiseikat koskevat kaikkia samalla tavalla.
web-groups-answers = Kokonaisuuden vastaus on näistä ankarin.
web-group-new = Lisää ryhmä
web-group-lead = Vastaa vain siihen, mikä on tällä ryhmällä toisin. Muu on kuten kaikilla.
web-group-name = Ryhmän nimi
web-group-name-hint = Esimerkiksi: ”kutsutut potilaat”. Ei henkilöiden nimiä.
web-group-same = kuten kaikilla
web-group-remove = Poista ryhmä

## History: export and destruction

web-export = Luovuta
web-export-lead = Tapaus yhtenä tiedostona: kaikki tapahtunut, lähetetyt asiakirjat, tiivisteet ja allekirjoitus. Saaja voi tarkistaa sen ilman tämän ohjelman palvelinta.
web-export-case = Lataa tapaus
web-texts = Tapauksen henkilötiedot
web-texts-lead = Vapaa teksti ja tiedostot voivat kertoa henkilöistä. Ne säilytetään erikseen ja voidaan tuhota, kun niitä ei enää tarvita. Mitä päätettiin, milloin ja kuka päätti, säilyy, ja ketju pysyy ehjänä.
web-destroy = Tuhoa tekstejä tai tiedostoja
web-destroy-lead = Tätä ei voi perua.
web-destroy-which = Mitkä?
web-destroy-reason = Miksi niitä ei enää tarvita?
web-destroy-do = Tuhoa ne lopullisesti

## Measures and erasure

web-measures = Toimenpiteet
web-measures-lead = Mitä teette tapahtuneelle ja sen toistumista vastaan. Jokaisella on vastuuhenkilö, ja todiste, kun se on tehty.
web-measure-state = Tila
web-measure-open = ei vielä tehty
web-measure-done = tehty
web-measure-purpose = Tarkoitus
web-measure-effective = Se on tarkistettu, ja se vaikuttaa.
web-measure-ineffective = Se on tarkistettu, eikä se vaikuta: on tehtävä jotain muuta.
web-measure-unchecked = Vaikuttaako se, ei ole vielä tarkistettu.
web-measure-check = Kirjaa, vaikuttaako se
web-erasure = Poisto niiltä, jotka saivat tiedot
web-erasure-lead = Pyydä poistoa jokaiselta vastaanottajalta, aseta päivä ja säilytä vastaus. Ilmoitus kertoo siitä.
web-erasure-asked = Pyydetty
web-erasure-due = Vastaus viimeistään
web-erasure-answer = Vastaus
web-erasure-waiting = ei vielä
web-erasure-escalated = Viety eteenpäin:
web-erasure-likely = Löydökset mainitsevat vastaanottajia, joilta ei ole vielä pyydetty:

## Supervision

web-competent = Mitkä viranomaiset
web-competent-lead = Johtava valvontaviranomainen
web-competent-own = Valvontaviranomainen
web-competent-concerned = Osallistuvat valvontaviranomaiset
web-competent-none = ei mitään, sikäli kuin tiedetään, missä rekisteröidyt ovat
web-competent-outside = ETA:n ulkopuolella
web-competent-outside-why = Niiden oma laki voi vaatia enemmän.
web-asked-list = Mitä viranomainen kysyy
web-asked-none = Viranomainen ei ole vielä kysynyt mitään.
web-asked-received = Saatu
web-asked-due = Vastaus viimeistään
web-asked-open = ei vielä vastattu
web-decisions = Päätökset
web-decisions-none = Ei vielä päätöstä.
web-decision-order = Määräys
web-appeal = Viimeinen valituspäivä
web-appeal-unknown = Ei tiedossa täällä: se on päätöksessä.
web-appeal-over = (on mennyt)
web-precedents = Mitä samanlaisista loukkauksista seurasi
web-precedents-lead = Päätökset, joilla on eniten yhteistä tapauksen kanssa. Ne eivät ole sääntö teille.
web-precedents-n = { $n ->
        [one] Yksi päätös
       *[other] { $n } päätöstä
    }
web-confidence-primary = Päätös tai viranomaisen oma sivu on luettu.
web-confidence-secondary = Toisen käden tieto.
web-confidence-unconfirmed = Vahvistamaton.

## Notification: phases, filings, the authority's own form

web-notification-which = Mitkä kentät ovat avoinna
web-notification-take = Vie se viranomaiselle
web-notification-fields = Kaikki kentät
web-order-imy = Ruotsin tietosuojaviranomaisen (IMY) asiointipalvelu
web-order-tsv = Tietosuojavaltuutetun lomake
web-order-link = Kopioi kenttä kentältä, järjestyksessä: { $form }
web-order-lead = Napsauta vastausta, niin se valitaan kokonaan. Kopioi se ja liitä se viranomaisen lomakkeen samaan kysymykseen.
web-order-unconfirmed = Järjestys noudattaa viranomaisen julkaisemia sivuja; joitakin kysymysnumeroita ei ole vahvistettu.
web-order-imy-hint = Tallenna siellä kopio ennen lähettämistä: viranomainen ei anna sitä takaisin.
web-order-tsv-hint = Luvut voivat olla arvioita. Ei ole vahvistettu, saako lomakkeella lähettää terveystietoja tai salassa pidettäviä tietoja: kysy viranomaiselta tai lähetä ne suojatulla sähköpostilla.
web-filings-none = Mitään ei ole vielä ilmoitettu.
web-filing-changed = { $n ->
        [one] yksi vastaus muuttui
       *[other] { $n } vastausta muuttui
    }
web-filing-since = { $n ->
        [one] Yksi vastaus on muuttunut viime ilmoituksen jälkeen: lähetä täydennys
       *[other] { $n } vastausta on muuttunut viime ilmoituksen jälkeen: lähetä täydennys
    }
web-filing-recorded = Kirjattu
web-filing-papers = Jäädytetyt asiakirjat
web-filing-what-changed = Mitä se muutti
web-filing-as-filed = Sellaisena kuin se lähetettiin
web-filing-nothing-changed = Mikään vastaus ei muuttunut.

## Telling the people concerned

web-people-ordered = Kyllä: viranomainen on määrännyt sen
web-people-everyone = kaikki, joita asia koskee
web-paused = Odottaa, pyytäjä:
web-letter = Kirje tai tiedote
web-letter-title = Tietoa henkilötietojen tietoturvaloukkauksesta
web-letter-date = Päivä
web-letter-happened = Mitä on tapahtunut
web-letter-consequences = Mitä se voi merkitä sinulle
web-letter-measures = Mitä olemme tehneet
web-letter-advice = Mitä voit itse tehdä
web-letter-contact = Keneltä voit kysyä
web-letter-check = Tarkista
web-letter-paper = Lataa PDF:nä
web-letter-notice = Lataa tiedotteeksi verkkosivullenne
web-letter-unsaved = Tarkistaminen ja lataaminen eivät tallenna mitään. Tallenna luonnoksena ennen kuin poistut sivulta; jokainen versio säilyy. Täältä ladattu on merkitty luonnokseksi; hyväksy tallennettu versio, niin merkintä poistuu.
web-letter-sending = Miten se lähetettiin
web-letter-sending-lead = Täytä tämä, kun se on lähetetty. Ohjelma ei itse lähetä mitään.
web-check = Tarkistus
web-check-there = On:
web-check-missing = Puuttuu:
web-check-read = Lue koko kirje
web-plain-yes = Kieli on selkeää.
web-plain-no = Kieli on vaikealukuista: lyhennä virkkeitä, käytä arkisia sanoja.
web-plain-other = Kieli näyttää olevan { $other }, mutta kirjeen kieleksi on valittu { $named }.
web-plain-few = Liian lyhyt, jotta kielen selkeydestä voisi sanoa mitään.
web-plain-index = Luettavuusindeksi LIX { $index }; selkeän raja on { $limit }.
web-plain-longest = { $n ->
        [one] Pisimmässä virkkeessä on yksi sana.
       *[other] Pisimmässä virkkeessä on { $n } sanaa.
    }
web-sent = Mitä on lähetetty
web-sent-none = Mitään ei ole vielä lähetetty.
web-sent-to = Kenelle
web-sent-text = Lue teksti
web-exemption = Poikkeus jokaiselle ilmoittamisesta
web-exemption-lead = Laissa on kolme edellytystä (34 artiklan 3 kohta). Nimetty henkilö vastaa perusteista. Julkinen tiedonanto kuuluu vain kolmanteen.
web-exemption-by = Päättäjä
web-exemption-at = Päätetty
web-exemption-published = Julkaistu
web-exemption-overruled = Se ei enää päde: viranomainen on määrännyt ilmoittamaan rekisteröidyille.
web-exemption-pdf = Lataa perusteltu kirje ({ $language })
web-exemption-title = Miksi rekisteröidyille ei ilmoiteta yksitellen
web-exemption-condition = Edellytys
web-exemption-law = Mitä laki sanoo
web-exemption-law-a = Yleisen tietosuoja-asetuksen 34 artiklan 3 kohdan a alakohta: rekisterinpitäjä on suojannut tiedot niin, etteivät ne ole sellaisen ymmärrettävissä, jolla ei ole lupaa nähdä niitä, esimerkiksi salaamalla.
web-exemption-law-b = Yleisen tietosuoja-asetuksen 34 artiklan 3 kohdan b alakohta: rekisterinpitäjä on toteuttanut jatkotoimia, joiden vuoksi korkea riski ei enää todennäköisesti toteudu.
web-exemption-law-c = Yleisen tietosuoja-asetuksen 34 artiklan 3 kohdan c alakohta: jokaiselle ilmoittaminen vaatisi kohtuutonta vaivaa. Sen sijasta annetaan julkinen tiedonanto, tai vastaava toimi kertoo rekisteröidyille yhtä tehokkaasti.
web-waiting = Odottaminen poliisin pyynnöstä
web-waiting-lead = Pyyntö keskeyttää vain kirjeet. Viranomaisen määräaika kuluu edelleen.

## Forms of a case: titles, leads, buttons

web-form-save = Tallenna
web-form-aware = Tietoiseksi tuleminen
web-form-aware-lead = Olette tietoisia, kun tiedätte kohtuullisella varmuudella, että loukkaus koskee henkilötietoja. Lyhyt selvitys on sallittu; sen on alettava heti. Aiempi merkintä säilyy.
web-form-aware-save = Tallenna ja käynnistä kello
web-form-times = Korjaa, milloin se tapahtui ja milloin sitä epäiltiin
web-form-close = Päätä tapaus
web-form-close-lead = Tapauksen voi päättää, kun molemmat kysymykset on ratkaistu ja niiden vaatima tehty. Se säilyy rekisterissä.
web-form-close-save = Päätä tapaus
web-form-reopen = Avaa tapaus uudelleen
web-form-reopen-save = Avaa uudelleen
web-form-conclude = Ratkaise
web-form-conclude-save = Tallenna johtopäätös
web-form-no-breach = Tämä ei ole henkilötietojen tietoturvaloukkaus
web-form-no-breach-lead = Tapaus päättyy tähän mutta säilyy perusteineen rekisterissä.
web-form-no-breach-save = Tallenna johtopäätös
web-form-uphold = Kerrottu pätee yhä
web-form-uphold-lead = Tiedot ovat muuttuneet. Jos uutta ilmoitusta ei tarvita, nimetty henkilö kertoo miksi.
web-form-uphold-save = Tallenna päätös
web-form-uphold-authority = Täydennystä ei tarvita
web-form-uphold-people = Kirje pätee yhä
web-letter-doubt = Kirje lähetettiin muilla tiedoilla kuin mitä tapauksessa on nyt (tietoryhmät, vastaanottaja tai seuraukset).
web-form-item = Vastaa
web-form-item-save = Tallenna vastaus
web-answer-in-facts = Vastaa tosiseikoissa
web-form-item-files = Liitettävät tiedostot
web-form-item-why = Miksi se ei sovellu
web-form-item-why-hint = Vain jos se ei sovellu.
web-form-file = Kirjaa ilmoitus
web-form-file-lead = Ohjelma ei itse ilmoita mitään. Kun olet ilmoittanut, kirjaa se tähän: asiakirjat jäädytetään sellaisina kuin ne ovat nyt, eikä niitä voi enää muuttaa.
web-form-file-save = Kirjaa ilmoitus
web-form-file-again = Kirjaa täydennys tai peruutus
web-form-delay = Anna perusteltu selitys viivästymisestä
web-form-delay-lead = Määräaika on mennyt. Laki vaatii selityksen (33 artiklan 1 kohta); se tulee ilmoitukseen.
web-form-tell-controller = Kirjaa, että rekisterinpitäjälle on ilmoitettu
web-form-tell-controller-lead = Henkilötietojen käsittelijänä ilmoitatte rekisterinpitäjälle ilman aiheetonta viivytystä, riskistä riippumatta (33 artiklan 2 kohta).
web-form-communicate = Kirjoita kirje
web-form-communicate-lead = Kirjoita ihmisille itselleen, arkisin sanoin.
web-form-communicate-save = Kirjaa lähetetyksi
web-form-communicate-unlike = Tämä kirje lähetettiin, vaikka hyväksytty oli toinen
web-letter-approval = Hyväksyntä
web-letter-unlike = Muu kirje kuin hyväksytty
web-form-exempt = Kirjaa poikkeus
web-form-pause = Keskeytä ilmoittaminen
web-form-resume = Keskeytys on ohi
web-form-measure = Lisää toimenpide
web-form-measure-done = Kirjaa tehdyksi
web-form-request-erasure = Kirjaa poistopyyntö
web-form-answer-erasure = Kirjaa vastaus
web-form-escalate-erasure = Vie eteenpäin
web-form-escalate-erasure-lead = Ei vastausta, tai vastaus ei riitä: vie asia eteenpäin ja kerro miksi.
web-form-asked = Kirjaa viranomaisen kysymys
web-form-answered = Kirjaa vastauksenne
web-form-decision = Kirjaa päätös
web-form-note = Lisää muistiinpano
web-form-note-save = Tallenna muistiinpano
web-form-title-title = Uusi otsikko
web-form-title-save = Tallenna otsikko
web-form-title-lead = Älä kirjoita otsikkoon henkilötietoja. Vanha otsikko säilyy historiassa.
web-form-title = Muuta otsikkoa
web-form-strike-person = Kuka kumoaa sen (nimi ja tehtävä)
web-form-strike-entry-hint = Merkinnän edessä oleva numero historiassa.
web-form-strike-entry = Merkinnän numero
web-form-strike-save = Kumoa merkintä
web-form-strike-lead = Merkintää ei enää oteta huomioon, mutta se säilyy historiassa perusteluineen. Ilmoituksen peruuttaminen viranomaiselta tehdään ilmoituksena, ei tässä.
web-form-strike = Kumoa virheellinen merkintä
web-history-struck = { $what } (kumottu virheellisenä)

## Forms of a case: fields

web-field-aware = Milloin, minuutin tarkkuudella
web-field-aware-hint = Sitä ei koskaan täytetä puolestasi.
web-field-person = Kuka ratkaisee (nimi ja tehtävä)
web-form-aware-person = Kuka tuli tietoiseksi ja kertoo sen (nimi ja tehtävä)
web-form-close-person = Kuka päättää tapauksen (nimi ja tehtävä)
web-field-reason = Peruste
web-form-aware-reason = Mistä tiedätte, että se oli silloin?
web-form-aware-reason-hint = Esimerkiksi: ”loki näytti pyynnön, ja kehittäjämme vahvisti sen klo 18.20”.
web-form-times-reason = Mistä tiedätte sen?
web-field-reasons = Perusteet
web-field-reasons-hint = Miksi näin on, omin sanoin. Jos poikkeat ehdotuksesta, kerro mitä siltä jäi huomaamatta.
web-field-about = Kysymys
web-field-duty = Johtopäätös
web-form-delay-duty = Velvollisuus
web-field-item = Kenttä
web-field-draft = Versio
web-field-id = Toimenpide
web-field-occurred-kind = Milloin se tapahtui?
web-field-occurred-from = Alkaen
web-field-occurred-to = Päättyen
web-field-occurred-estimated = Ajat ovat arvioita
web-field-suspected = Milloin epäily syntyi?
web-field-text = Vastaus
web-field-texts = Ilmoituksen tiedot
web-field-text-hint = Jos kohta ei sovellu, kerro miksi.
web-form-note-text = Muistiinpano
web-form-note-text-hint = Mitä näit, kuulit tai teit. Se jää historiaan.
web-field-status-is = Kuinka varmaa se on?
web-field-status-promised = Jos ei vielä tiedossa: milloin tiedätte?
web-field-kind = Mitä ilmoitettiin
web-field-authority = Viranomainen
web-field-sent = Milloin se lähetettiin?
web-field-receipt = Viranomaisen kuittaus tai diaarinumero
web-field-delay-reason = Perusteltu selitys viivästymisestä
web-field-delay-reason-hint = Tarvitaan vain, jos ilmoitus tehtiin määräajan jälkeen (33 artiklan 1 kohta).
web-field-withdrawal-reason = Peruuttamisen syy
web-field-withdrawal-reason-hint = Tarvitaan vain peruutettaessa.
web-field-controller = Rekisterinpitäjä
web-field-told = Milloin sille ilmoitettiin?
web-field-language = Kieli
web-field-happened = Mitä on tapahtunut
web-field-happened-hint = Mitä joutui minne, mitä tietoja lukijasta, miltä ajalta.
web-field-consequences = Mitä se voi merkitä lukijalle
web-field-measures = Mitä olette tehneet
web-field-advice = Mitä lukija voi tehdä suojautuakseen
web-field-contact = Keneltä voi kysyä
web-field-contact-hint = Tietosuojavastaavan tai muun yhteyspisteen nimi, puhelin ja sähköposti.
web-field-means = Miten
web-field-subgroup = Ryhmä
web-field-people = Kuinka monta henkilöä
web-field-held-back = Kuinka monelta jätettiin lähettämättä
web-field-held-back-hint = Turvakiellossa olevat henkilöt, joita ei saa tavoittaa tällä tavalla.
web-field-all = Kaikille, joita asia koskee, on nyt ilmoitettu
web-field-all-hint = Rastita, jos lukumäärä poikkeaa tiedoista mutta ketään ei ole jäljellä.
web-field-ground = Edellytys
web-field-published-at = Milloin julkinen tiedonanto annettiin?
web-field-published-at-hint = Vain kohdassa (c).
web-field-published-place = Missä se julkaistiin?
web-field-published-place-hint = Vain kohdassa (c): sivun osoite, lehti, muu todiste.
web-field-requested-by = Kuka pyytää
web-field-until = Mihin asti
web-field-what = Mitä tehdään
web-field-owner = Kuka vastaa
web-field-due = Viimeistään
web-form-request-erasure-due = Milloin odotatte vastausta?
web-form-asked-due = Milloin on vastattava?
web-field-article-32 = Turvatoimi 32 artiklan 1 kohdan mukaan
web-field-preventive = Se estää toistumisen
web-field-done = Milloin se tehtiin?
web-field-proof = Todiste
web-field-proof-hint = Mikä osoittaa sen tehdyksi: tiketti, loki, tarkastus.
web-field-effective = Vaikuttaako se?
web-field-effective-hint = Tarkasta uudelleen, testaa, mittaa. Jätä avoimeksi, kunnes olette katsoneet.
web-field-recipient = Vastaanottaja
web-field-answered = Milloin vastaus tuli?
web-field-outcome = Tulos
web-field-note = Mitä vastattiin
web-field-to = Kenelle
web-field-reference = Viranomaisen diaarinumero
web-field-question = Kysymys
web-field-received = Milloin se saatiin?
web-field-answer = Vastaus
web-field-decided = Päätöspäivä
web-form-decision-received = Päätöksen saamispäivä
web-field-articles = Rikotut artiklat
web-field-articles-hint = Pilkuin erotettuna: 32(1), 33(1)
web-field-public-party = Olemme julkinen osapuoli: valitusaika lasketaan päätöspäivästä
web-field-orders-communication = Siinä määrätään ilmoittamaan rekisteröidyille (34 artiklan 4 kohta)
web-field-summary = Mitä siinä sanotaan, lyhyesti

## Forms of a case: options

web-option-occurred-kind-point = yhtenä hetkenä
web-option-occurred-kind-range = jonkin ajan
web-option-occurred-kind-ongoing = se jatkuu yhä
web-option-occurred-kind-unknown = ei tiedossa
web-option-status-is-known = tiedossa
web-option-status-is-assumed = oletettu
web-option-status-is-unknown = ei vielä tiedossa
web-option-status-is-not-applicable = ei sovellu
web-option-kind-incomplete = uusi, täydennetään
web-option-kind-complete = uusi, täydellinen
web-option-kind-follow-up = täydennysilmoitus
web-option-kind-withdrawal = peruutus
web-option-language-sv = ruotsi
web-option-language-fi = suomi
web-option-language-en = englanti
web-option-means-individual = jokaiselle
web-option-means-public = julkisesti
web-option-means-other = muulla tavalla
web-option-ground-a = (a) tiedot eivät ole saajan ymmärrettävissä
web-option-ground-b = (b) jatkotoimet ovat poistaneet korkean riskin
web-option-ground-c = (c) jokaiselle ilmoittaminen vaatii kohtuutonta vaivaa; annetaan julkinen tiedonanto
web-option-article-32-a = (a) pseudonymisointi ja salaus
web-option-article-32-b = (b) jatkuva luottamuksellisuus, eheys, käytettävyys ja vikasietoisuus
web-option-article-32-c = (c) tietojen ja pääsyn palauttaminen ajoissa
web-option-article-32-d = (d) säännöllinen testaaminen ja arviointi
web-option-outcome-confirmed = poisto vahvistettu
web-option-outcome-partly = poistettu osittain
web-option-outcome-refused = kieltäydytty
web-option-outcome-no-action = ei toimia
web-option-outcome-reprimand = huomautus
web-option-outcome-order = määräys
web-option-outcome-fine = hallinnollinen seuraamusmaksu
web-option-outcome-fine-and-order = seuraamusmaksu ja määräys
web-option-outcome-ban = käsittelykielto
web-option-outcome-other = muu

## Problems with an act

web-problem-reason-missing = Kerro miksi. Kohtaa ei voi jättää tyhjäksi.
web-problem-needed = Tämä on täytettävä.
web-problem-person-missing = On kerrottava, kuka toimii.
web-problem-day = Tämä ei ole päivä. Kirjoita esimerkiksi 2026-04-02.
web-problem-whole-number = Kirjoita kokonaisluku.
web-problem-shape = Lomaketta ei voitu lukea. Täytä se uudelleen.
web-problem-in-future = Tämä on tulevaisuudessa. Nyt on { $limit }.
web-problem-too-early = Tämä on liian aikaisin. Aikaisin mahdollinen on { $limit }.
web-problem-too-late = Tämä on liian myöhään. Viimeinen mahdollinen on { $limit }.
web-problem-aware-before-suspected = Ette ole voineet tulla tietoisiksi ennen ensimmäistä epäilyä, { $limit }. Korjaa ensin epäilyn aika, jos se on väärä.
web-problem-before-suspected = Tämä on ennen ensimmäistä epäilyä, { $limit }. Korjaa ensin epäilyn aika, jos se on väärä.
web-problem-aware-before-occurred = Ette ole voineet tulla tietoisiksi ennen kuin se tapahtui, { $limit }.
web-problem-aware-missing = Kerro ensin, milloin tulitte tietoisiksi: ilman sitä määräaikaa ei voi laskea.
web-problem-case-open = Tapaus on jo auki.
web-problem-no-case = Sellaista tapausta ei ole.
web-problem-case-closed = Tapaus on päätetty. Avaa se ensin uudelleen.
web-problem-not-closed = Tapausta ei ole päätetty.
web-problem-not-concluded = Nimetyn henkilön on ensin ratkaistava kysymykset viranomaisesta ja rekisteröidyistä.
web-problem-conclusion-overtaken = Tiedot ovat muuttuneet päätöksen jälkeen. Päätä uudelleen nykyisten tietojen perusteella.
web-problem-exempt-against-facts = Tiedot kertovat päinvastaista kuin tämä edellytys. Korjaa ensin tiedot lähteineen tai valitse toinen edellytys.
web-problem-pause-past = Ajankohta on jo mennyt: päättynyt tauko ei keskeytä mitään.
web-problem-case-dismissed = On päätetty, ettei kyseessä ollut tietoturvaloukkaus. Avaa tapaus uudelleen ennen kuin muutat tietoja.
web-problem-duty-open = Tapausta ei päätetä, kun velvollisuuksia on avoinna. { $found }.
web-problem-authority-unknown = Minkään valvontaviranomaisen nimi ei ole ”{ $found }”. Tapauksen viranomainen on { $limit }.
web-problem-authority-not-competent = ”{ $found }” ei ole toimivaltainen tässä tapauksessa. Ilmoitus tehdään viranomaiselle { $limit }.
web-problem-held-back-unsaid = Tiedoissa on henkilöitä, joilla on turvakielto. Kerro, kuinka monelta viesti jätettiin tässä kanavassa lähettämättä; 0, jos ei keneltäkään.
web-problem-letter-unfinished = Teksti ei ole valmis lähetettäväksi. Siinä lukee vielä: { $found }
web-problem-own-role = Kukaan ei ota viimeistä avainta itseltään: anna toisen omistajan tehdä se.
web-problem-subgroup-twice = Kahdella ryhmällä on sama nimi.
web-problem-subgroup-more = Ryhmässä on enemmän henkilöitä kuin kaikkiaan.
web-problem-nothing-named = Mitään ei ole nimetty.
web-problem-nothing-chosen = Valitse vähintään yksi teksti.
web-problem-item = Ilmoituksessa ei ole sellaista kenttää.
web-problem-item-option = Valitse jokin vastauksista.
web-problem-item-number = Kirjoita kokonaisluku. Onko se tarkka, kerrotaan seuraavassa kentässä.
web-problem-known-or-not = Vastaus on tiedossa tai ei vielä tiedossa, ei molempia. Poista vastaus tai valitse, että se on tiedossa tai oletettu.
web-problem-asked-already = Vastaanottajalta on jo pyydetty, eikä se ole vastannut. Kirjaa vastaus tai se, kenelle asia siirretään.
web-problem-letter-unlike = Kirje poikkeaa hyväksytystä. Rastita, että juuri tämä kuitenkin lähetettiin, tai hyväksytä se ensin.
web-item-no-answer = ei vastausta
web-problem-item-file = Tämännimistä tiedostoa ei ole tallennettu tapaukseen. Tiedostot tallennetaan Historia-sivulla.
web-problem-item-files = Tiedostoja liitetään vain liiteluettelossa.
web-problem-promise-past = Päivä on mennyt. Lupaa myöhempi.
web-problem-filing-kind = Laji ei sovi: ensimmäinen ilmoitus on uusi, myöhemmät täydentävät tai peruuttavat.
web-problem-strike-later = Myöhemmät ilmoitukset tai asianumerot perustuvat siihen. Kumoa ne ensin.
web-problem-not-struck = Tämä merkintä korjataan kirjaamalla tieto uudelleen; sitä ei kumota.
web-problem-struck = Merkintä on jo kumottu.
web-problem-no-entry = Historiassa ei ole merkintää tällä numerolla.
web-problem-filing-gaps = Pakollisia vastauksia puuttuu vielä: { $found }. Kirjaa ilmoitus keskeneräisenä ja täydennä se myöhemmin, tai vastaa niihin ensin.
web-problem-other-authority = Tämä viranomainen ei ole saanut ilmoitusta tässä tapauksessa. Anna se, joka on saanut.
web-problem-delay-unexplained = Ilmoitus tehtiin määräajan jälkeen. Anna perusteltu selitys viivästymisestä (33 artiklan 1 kohta).
web-problem-ordered = Viranomainen on määrännyt ilmoittamaan rekisteröidyille. Mikään poikkeus ei päde sitä vastaan.
web-problem-publication-missing = Kohta (c) vaatii julkisen tiedonannon: kerro missä ja milloin.
web-problem-publication-needless = Julkinen tiedonanto kuuluu vain kohtaan (c).
web-problem-not-paused = Sitä ei ole keskeytetty.
web-problem-question-open = Tällä viitteellä on jo avoin kysymys.
web-problem-nothing-told = Mitään sellaista ei ole kerrottu, mikä voisi yhä pitää paikkansa.
web-problem-no-duty = Asialla ei ole tällaista velvollisuutta.
web-problem-name-signs = Tiedoston nimessä ei ole ohjausmerkkejä eikä kirjoitussuunnan kääntäviä merkkejä.
web-problem-item-file-twice = Asiassa on useita tämännimisiä tiedostoja: nimeä se tarkistussummallaan.
web-problem-measure-exists = Sellainen toimenpide on jo. Avaa sivu uudelleen ja lisää omasi.
web-problem-measure = Sellaista toimenpidettä ei ole.
web-problem-article-32 = 32 artiklan 1 kohdassa on alakohdat a–d.
web-problem-no-request = Tältä vastaanottajalta ei ole vielä pyydetty mitään.
web-problem-no-question = Avointa kysymystä, jolla on tämä diaarinumero, ei ole.
web-problem-decided-before-known = Päätös ei voi olla vanhempi kuin se, mistä siinä päätetään: loukkausta ei silloin vielä tiedetty.
web-problem-received-before-decided = Sitä ei ole voitu saada ennen kuin se tehtiin.
web-problem-group-exists = Samanniminen ryhmä on jo.

## The register as a whole

web-export-register = Lataa koko rekisteri
web-export-register-lead = Kaikki tapaukset asiakirjoineen, tiivisteineen ja allekirjoituksineen yhtenä tiedostona viranomaiselle.

## Problems with the further acts

web-problem-paused = Rekisteröidyille ilmoittaminen on keskeytetty. Päätä ensin keskeytys.
web-problem-filing = Tällä numerolla ei ole ilmoitusta.
web-problem-receipt = Ilmoituksella on jo asianumero.
web-problem-role = Roolisi ei salli tätä. Pyydä jotakuta, joka saa päättää.
web-problem-contact-role = Yhdelläkään yhteyshenkilöllä ei ole roolia ”{ $found }”. Kirjoita rooli, joka jollakin heistä on, esimerkiksi { $limit }.
web-problem-contact-none = Yhteyshenkilöitä ei ole vielä annettu, joten kenelläkään ei ole roolia ”{ $found }”. Lisää yhteyshenkilö, jolla se on.
web-problem-unknown-regime = Täällä ei tunneta lakia ”{ $found }”.
web-problem-user = Et ole tämän rekisterin käyttäjä. Pyydä rekisteristä vastaavaa lisäämään sinut.
web-problem-held-back = Näin monelta ei ole jätetty lähettämättä. Kirjoita vähintään yksi ja enintään ne, joille ei ole vielä kerrottu.
web-problem-subgroup = Tiedoissa ei ole tällaista henkilöryhmää.
web-problem-letter-part = Kirjeen osat ovat happened, consequences, measures, advice ja contact.
web-problem-letter-lacks = Kirjeestä puuttuu osia, joita 34 artiklan 2 kohta edellyttää. Kirjoita ne ja tallenna uudelleen.
web-problem-no-draft = Sellaista versiota ei ole tallennettu.
web-problem-sender-unknown = Kirje ei kerro, kuka sen lähettää. Kerro se ensin ilmoituksessa: rekisterinpitäjä ja tietosuojavastaava.
web-problem-no-language = Tämä ei ole kielikoodi. Kirjoita esimerkiksi sv, fi, en tai ar.
web-problem-people-beyond = Luku on suurempi kuin tiedoissa. Korjaa lukumäärä tässä tai tiedoissa.
web-problem-art-83 = 83 artiklan 2 kohdassa on alakohdat a–k.
web-problem-no-article = Yleisessä tietosuoja-asetuksessa ei ole artiklaa ”{ $found }”. Oikein olisi esimerkiksi { $limit }.
web-problem-processor-concludes = Tämä on henkilötietojen käsittelijän tapaus: johtopäätöksen tekevät rekisterinpitäjät. Kirjaa, että jokaiselle on ilmoitettu, tai korjaa rooli tiedoissa.
web-problem-no-exercise = Vain harjoituksen kelloa voi siirtää.
web-problem-regime = Tapausta ei ole merkitty tämän lain alaiseksi.
web-problem-stage = Tässä laissa ei ole sellaista raporttia.

## Exercises

web-drill-clock = Harjoituksen kello
web-after-action = Mitä harjoitus osoitti
web-after-action-missed = { $n ->
        [0] Yhtään määräaikaa ei ylitetty.
        [one] Yksi määräaika ylitettiin.
       *[other] { $n } määräaikaa ylitettiin.
    }
web-after-action-open = { $n ->
        [0] Mitään ei ole jäljellä.
        [one] Yksi velvollisuus on yhä avoinna.
       *[other] { $n } velvollisuutta on yhä avoinna.
    }
web-after-action-steps = Vaihe vaiheelta
web-after-action-after = Epäilyn jälkeen
web-after-action-gaps = Ilmoituksen kentät, joihin kukaan ei osannut vastata
web-after-action-notes = Mitä kirjattiin muistiin
web-after-action-no-notes = Kukaan ei kirjannut mitään. Harjoituksen tarkoitus on oppia:
web-report-exercise = Tämä on harjoitus
web-report-exercise-hint = Se pidetään erillään, ja sen kelloa voi siirtää eteenpäin. Siitä ei saa lähettää mitään.

## Reports without login

web-report-anybody = Ilmoita poikkeamasta kirjautumatta
web-report-reporter = Keneltä voimme kysyä?
web-report-reporter-hint = Nimesi ja miten sinut tavoittaa. Tarvitaan vain, jos haluat, että sinulta kysytään.
web-reported = Kiitos, asiasta on ilmoitettu
web-reported-lead = Vastuuhenkilöt näkevät sen nyt. Jos saat tietää lisää tai haluat kysyä, mainitse tämä numero.
web-reported-again = Ilmoita jostain muusta
web-oops-flood = Ilmoituksia on tullut liikaa
web-oops-flood-cure = Mitään ei tallennettu. Jos asia on kiireinen, soita vastuuhenkilöille; muuten yritä tunnin kuluttua uudelleen.
web-problem-not-json = Sisältö ei ole sitä, mitä tämä osoite ottaa vastaan.

## Other laws, controllers, people held back, factors

web-controller-own = Organisaation oma.
web-others = Muut lait
web-others-lead = Joistakin poikkeamista on ilmoitettava myös muiden lakien mukaan, kustakin oman kellonsa mukaan.
web-held-back = Henkilöt, joille ei lähetetty
web-letter-lacks = Tekstistä puuttuu
web-held-back-n = { $n ->
        [one] Yhdelle henkilölle ei lähetetty, eikä hänelle ole vielä kerrottu. Hänellä on sama oikeus tietää.
       *[other] { $n } henkilölle ei lähetetty, eikä heille ole vielä kerrottu. Heillä on sama oikeus tietää.
    }
web-grid = Seuraamusmaksun tekijät
web-grid-lead = Mitä viranomaisen on 83 artiklan 2 kohdan mukaan otettava huomioon, ja mitä tapaus sanoo kustakin. Siitä ei lasketa mitään.
web-grid-show = Näytä yksitoista tekijää
web-grid-measures = Toimenpiteet
web-grid-communications = Kuinka monta kertaa rekisteröidyille on ilmoitettu
web-grid-questions = Viranomaisen kysymykset
web-grid-filings = Ilmoitukset
web-grid-delays = Selitetyt viivästykset
web-grid-decisions = Päätökset
web-form-controller = Kenen tapaus se on
web-form-controller-lead = Yksi tapahtuma henkilötietojen käsittelijällä on jokaiselle rekisterinpitäjälle, jota se koskee, oma tapauksensa, jolla on oma kellonsa.
web-form-clock = Siirrä harjoituksen kelloa eteenpäin
web-form-clock-to = Mihin aikaan?
web-form-regimes = Merkitse muut sovellettavat lait
web-form-regimes-save = Tallenna lait
web-form-regimes-detected = Milloin itse poikkeama havaittiin?
web-form-regimes-detected-hint = Jotkin näistä laeista lasketaan siitä, tiedettiinpä poikkeaman koskevan henkilötietoja tai ei.
web-form-report = Kirjaa raportti
web-form-reach = Kirjaa, että heille kerrottiin
web-form-weigh = Punnitse
web-form-weigh-text = Miksi
web-form-weigh-text-hint = Omin sanoin.
web-field-event = Tapahtuman nimi
web-field-event-hint = Sama jokaisessa saman tapahtuman tapauksessa.
web-field-established = Onko rekisterinpitäjällä toimipaikka ETA:ssa?
web-field-established-hint = Jos ei ole, jokaiselle osallistuvalle viranomaiselle ilmoitetaan erikseen.
web-field-regimes = Muut lait
web-field-regime = Laki
web-field-stage = Raportti
web-field-how = Miten heille kerrottiin?
web-field-letter = Tekijä
web-field-weight = Miten se painaa
web-option-weight-aggravates = raskauttaa
web-option-weight-mitigates = lieventää
web-option-weight-neutral = ei kumpaakaan
web-option-regimes-telecom = sähköinen viestintä (teletoiminta)
web-option-regimes-nis2 = kyberturvallisuus (NIS2)
web-option-regimes-nis2-trust-service = kyberturvallisuus, luottamuspalvelu (NIS2)
web-option-regimes-dora = rahoitusalan digitaalinen häiriönsietokyky (DORA)
web-option-regimes-dora-classified = DORA, merkittäväksi luokittelusta
web-option-regimes-eidas = luottamuspalvelut (eIDAS)
web-option-regimes-bdl = Ruotsin rikosasioiden tietosuojalaki (brottsdatalagen)
web-option-regimes-lex-maria = potilasturvallisuus (lex Maria)
web-option-regimes-se-state-it = valtion viranomaisten IT-poikkeamat
web-option-regimes-security-protection = Ruotsin turvallisuussuojelulaki
web-option-regimes-cra = digitaalisia elementtejä sisältävät tuotteet (CRA)
web-option-stage-initial = ensimmäinen raportti
web-option-stage-complete = täydellinen raportti
web-option-stage-early-warning = ensi-ilmoitus
web-option-stage-incident-notification = poikkeamailmoitus
web-option-stage-intermediate = väliraportti
web-option-stage-final-report = loppuraportti
web-option-stage-notification = ilmoitus
web-option-stage-notice = tieto
web-option-stage-report = raportti
web-option-stage-tell-controller = ilmoitus rekisterinpitäjälle
web-option-stage-communication = ilmoitus rekisteröidyille
web-option-stage-supplement = täydennys
web-option-stage-appeal = valitus
web-problem-authority = Rekisterinpitäjällä ei ole toimipaikkaa ETA:ssa: nimeä yksi osallistuvista viranomaisista.

## Statistics

web-statistics = Rekisteri lukuina
web-statistics-lead = Vuonna avatut tapaukset sellaisina kuin ne ovat nyt. Harjoitukset lasketaan erikseen.
web-statistics-none = Sinä vuonna ei avattu yhtään tapausta.
web-statistics-cases = Tapauksia
web-statistics-open = Päättämättä
web-statistics-no-breach = Ei sittenkään tietoturvaloukkaus
web-statistics-notified = Ilmoitettu viranomaiselle
web-statistics-late = niistä määräajan jälkeen
web-statistics-hours = Tunteja tietoiseksi tulemisesta ilmoitukseen, mediaani
web-statistics-communicated = Rekisteröidyille ilmoitettiin
web-statistics-exempted = Poikkeuksia ilmoittamisesta
web-statistics-overruled = Johtopäätöksiä, jotka poikkeavat ehdotuksesta
web-statistics-people = Henkilöitä, joita asia koskee, vähintään
web-statistics-erasures = Poistopyyntöjä
web-statistics-drills = Harjoituksia

## The plan, its settings, controls, users, calendar

web-actor-report-form = joku kirjautumatta
web-actor-settings = asetukset
web-nav-plan = Suunnitelma
web-plan = Toimintasuunnitelma loukkauksen varalle
web-plan-lead = Mitä tehdään, kenelle soitetaan, kuka päättää: tehty etukäteen organisaation asetuksista.
web-plan-none = Asetuksia ei vielä ole. Kirjoita ne, niin niistä tehdään suunnitelma.
web-plan-gaps = Mitä suunnitelmasta vielä puuttuu
web-plan-contacts = Kenelle soitetaan
web-plan-who = Rooli
web-plan-name = Nimi
web-plan-phone = Puhelin
web-plan-email = Sähköposti
web-plan-hours = Milloin
web-plan-hour = Ensimmäinen tunti
web-plan-step = { $n } minuutin kuluessa: { $what } ({ $who })
web-plan-clock = Kello
web-plan-clock-text = Siitä hetkestä, jona joku tietää kohtuullisella varmuudella loukkauksen koskevan henkilötietoja, on 72 tuntia aikaa ilmoittaa viranomaiselle. Mitä silloin ei tiedetä, seuraa myöhemmin.
web-plan-decides = Kuka päättää ja kenelle kerrotaan
web-plan-nobody = ketään ei ole nimetty
web-plan-authority = Valvontaviranomainen
web-plan-texts = Etukäteen kirjoitetut tekstit
web-plan-paper = Paperilla
web-plan-paper-lead = Tulosta se ja säilytä siellä, mistä se löytyy, kun verkko ei toimi.
web-plan-organisation = Organisaatio
web-plan-to-people = Rekisteröidyille
web-plan-to-public = Yleisölle
web-plan-to-press = Lehdistölle
web-plan-to-employees = Työntekijöille
web-plan-role-dpo = tietosuojavastaava
web-plan-role-deputy = sijainen
web-plan-role-management = johto
web-plan-role-security = turvallisuus
web-plan-role-communications = viestintä
web-plan-role-legal = lakimies
web-settings = Muuta asetuksia
web-settings-lead = Yksi teksti TOML-muodossa. Jokainen muutos säilyy rekisterissä tekijöineen. Esimerkki näyttää, mitä voi kertoa.
web-settings-barred = Roolisi ei saa muuttaa asetuksia.
web-settings-text = Asetukset
web-settings-line = { $n ->
       *[other] Rivi { $n }
    }
web-controls = Tarkastukset ja uudelleenarvioinnit
web-controls-back = Toistuvat tarkastukset
web-controls-lead = Rutiini, joka olisi näyttänyt sen: jokainen tarkastus kuuluu 32 artiklan 1 kohdan alakohtaan, ja sillä on vastuuhenkilö ja päivä.
web-controls-none = Tarkastuksia ei ole asetettu. Ne ovat suunnitelman asetuksissa.
web-controls-last = Tehty viimeksi
web-controls-never = ei vielä koskaan
web-controls-failed = sitä ei läpäisty
web-controls-done = Kirjaa tehdyksi
web-controls-passed = Läpäistiinkö se?
web-control-every = { $n ->
        [one] joka päivä ({ $who })
       *[other] { $n } päivän välein ({ $who })
    }
web-changes = Muutokset, jotka on arvioitava uudelleen
web-changes-lead = Tarkastus näki vastaanottajan tai asetuksen, jota ei ennen ollut. Jonkun on sanottava, päteekö vaikutustenarviointi (35 artiklan 11 kohta).
web-changes-none = Mikään muutos ei odota vastausta.
web-changes-seen = Tarkastuksen näkemä,
web-changes-answer = Vastaa
web-changes-dpia = Tarvitaanko uusi vaikutustenarviointi?
web-changes-answered = { $n ->
        [one] Yhteen muutokseen on vastattu
       *[other] { $n } muutokseen on vastattu
    }
web-change-recipient = Uusi vastaanottaja: { $recipient }
web-change-setting = { $recipient }: ”{ $setting }” on nyt { $value }
web-users = Kuka saa tehdä mitä
web-users-lead = Anna jokaiselle niin vähän kuin työ vaatii. Täällä toimitaan omalla nimellä; rekisteri muistaa sen.
web-users-name = Nimi
web-users-role = Rooli
web-users-access = Pääsy
web-users-add = Lisää joku tai muuta roolia
web-users-add-lead = Nimi, joka on jo olemassa, saa roolin. Kirjautumislinkki näytetään kerran; se toimii tunnin.
web-users-save = Tallenna ja tee linkki
web-users-disable = Poista pääsy
web-users-link = Anna henkilölle { $name } tämä polku; se lisätään sivuston osoitteen perään. Se toimii kerran, tunnin sisällä.
web-role-may-owner = kaikki, ja kuka saa tulla sisään
web-role-may-dpo = kaikki paitsi kuka saa tulla sisään
web-role-may-decider = kirjaa tosiseikkoja ja ratkaisee
web-role-may-handler = kirjaa tosiseikkoja ja mitä lähetettiin
web-role-may-reporter = ilmoittaa ja kirjaa tosiseikkoja
web-role-may-reader = lukee
web-calendar = Määräajat kalenterissasi
web-calendar-lead = Avoimet määräajat syötteenä, jonka kalenteriohjelma lukee itse, muistutuksineen. Se mainitsee tapaukset ja velvollisuudet, ei henkilöitä.
web-calendar-address = Anna kalenteriohjelmallesi tämä polku sivuston osoitteen perään. Se näytetään kerran ja avaa syötteen kirjautumatta: pidä se itselläsi.
web-calendar-held = Sinulla on jo osoite. Uusi tekee vanhasta arvottoman.
web-calendar-make = Tee osoite
web-calendar-renew = Tee uusi osoite
web-form-receipt = Kirjaa kuittaus
web-field-filing = Ilmoitus
web-problem-control = Sellaista tarkastusta ei ole.
web-problem-demand = Sellaista muutosta ei ole vastattavana.
web-problem-unknown-key = ”{ $found }” ei ole asetus.
web-problem-not-toml = Tätä ei voi lukea TOML-muotona.
web-problem-schema = Ensimmäisen rivin on nimettävä skeema: { $limit }

## What a role does not allow, files, what the house owes

web-may-not = Roolisi täällä on ”{ $role }”. Et voi { $what }.
web-who-may = Roolit, jotka saavat: { $roles }.
web-may-not-write = kirjata mitään
web-may-not-send = kirjata, mitä lähetettiin
web-may-not-decide = ratkaista
web-files = Tiedostot
web-next-control = Tämä tarkastus on tehtävä.
web-changes-lead-short = Arvioi muuttunut uudelleen
web-reminders-waiting = { $n ->
    [one] Yhtä muistutusta ei saatu toimitettua
   *[other] { $n } muistutusta ei saatu toimitettua
}
web-changes-open = { $n ->
        [one] Yksi muutos odottaa vastausta.
       *[other] { $n } muutosta odottaa vastausta.
    }

# --- Drafts of the letter, files, several controllers ---
web-letter-begun = Alussa on se, mitä tapaus jo tietää.
web-letter-keep = Tallenna luonnoksena
web-form-draft = Kirjeen luonnos
web-done-draft = Kirjeen luonnos
web-drafts = { $n ->
    [one] Yksi versio tallennettu
   *[other] { $n } versiota tallennettu
}
web-draft = Versio { $n }
web-draft-approved = hyväksytty
web-draft-unapproved = luonnos
web-draft-go-on = Jatka tästä versiosta
web-draft-all = Versiot, tiedostot ja hyväksyminen
web-sender-unknown = Kukaan ei ole kertonut, kuka.
web-sender-say = Kerro se ilmoituksessa
web-letter-merge = Missään tiedostossa ei ole henkilötietoja: {"{{name}}"} ja muut kaksoisaaltosulkeissa olevat kentät täytetään omasta osoiteluettelostanne. Luettelossa on CSV-tiedoston sarakkeet. Versio, jota kukaan ei ole hyväksynyt, on merkitty luonnokseksi jokaisessa tiedostossa.
web-letter-file-letter-pdf = Kirje PDF-tiedostona
web-letter-file-letter-txt = Teksti yhdistettäväksi
web-letter-file-letter-html = Sivu yhdistettäväksi (sähköposti)
web-letter-file-addresses-csv = Luettelon sarakkeet (CSV)
web-letter-file-notice-html = Tiedote verkkosivustollenne
web-form-approve-draft = Hyväksy tämä versio
web-form-approve-draft-lead = Hyväksyjä vakuuttaa, että kirje voidaan lähettää sellaisenaan. Luonnosmerkintä poistuu silloin tiedostoista. Myöhemmin tallennettu versio on taas luonnos.
web-form-approve-draft-save = Hyväksy
web-done-approve-draft = Kirje on hyväksytty
web-form-attach = Liitä tiedosto
web-form-attach-lead = Tiedosto säilytetään sinetöitynä tapauksen yhteydessä. Sen voi ladata uudelleen ja tuhota, kun sitä ei enää tarvita.
web-form-attach-save = Liitä
web-form-attach-what = Mikä tiedosto on ja mistä se on peräisin
web-file-choose = Tiedosto
web-file-most = Enintään { $n } MiB.
web-file = Tiedosto: { $name }
web-file-destroyed = (tiedosto tuhottu)
web-files-none = Ei vielä tiedostoja.
web-problem-no-file = Valitse tiedosto, joka ei ole tyhjä.
web-problem-too-large = Tiedosto on liian suuri. Enintään { $limit } säilytetään; raja on asetuksissa.
web-problem-language = Valitse ruotsi, suomi tai englanti.
web-problem-twice = Sama rekisterinpitäjä on mainittu kahdesti.
web-problem-files = Tiedostoja voidaan säilyttää 1–200 MiB:n kokoisina.
web-problem-webhook = Webhook on osoite, joka alkaa https://
web-form-controllers = Avaa tapaukset usealle rekisterinpitäjälle
web-form-controllers-lead = Jokainen rekisterinpitäjä saa oman tapauksen samoilla tiedoilla ja oman kellon: se alkaa, kun juuri se saa tiedon. Kaikki tapaukset avataan tai ei yhtään.
web-form-controllers-save = Avaa tapaukset
web-form-controllers-controllers = Rekisterinpitäjät, yksi rivillä
web-done-controllers = Jokaiselle rekisterinpitäjälle oma tapaus
web-siblings = Muut saman tapahtuman tapaukset:

# --- Dates that cannot be, fields named twice ---
web-problem-no-such-day = Tätä päivää ei ole: kuukaudessa on { $limit } päivää.
web-problem-no-such-month = Tätä kuukautta ei ole: vuodessa on { $limit } kuukautta.
web-problem-no-such-time = Tätä kellonaikaa ei ole: vuorokausi päättyy klo { $limit }.59.
web-problem-twice-named = ”{ $found }” on mainittu kahdesti. Jätä toinen.
web-problem-no-act = Sellaista toimea ei ole.
web-problem-clock-change = Kelloja siirrettiin silloin: anna aika UTC-erolla.
web-problem-case = Sellaista tapausta ei ole.
web-problem-facts-type = Vastaus on väärää muotoa: tässä odotetaan lukua, sanaa, luetteloa tai kyllä/ei.
web-problem-facts-field = Kenttää ”{ $found }” ei ole.
web-problem-facts-records = Tässä lasketaan ihmisiä, ei tietueita.
web-problem-finding = Raportissa ei ole sellaista löydöstä.
web-problem-digest = Tiivisteessä on 64 heksadesimaalinumeroa.
web-problem-hours = Tunnit annetaan kokonaislukuna 1–8784.
web-problem-bind = Osoitetta ei voi käyttää: se on varattu tai ei kuulu tälle koneelle.
web-problem-mail = Tiedosto ei ole .eml-muotoinen sähköposti.
web-problem-report = Tiedosto ei ole tarkastusraportti.
web-problem-unknown = Ei löydy: { $found }
web-problem-title-long = Otsikko on liian pitkä. Siinä saa olla enintään { $limit } merkkiä.
web-problem-title-signs = Otsikossa on näkymättömiä merkkejä: rivinvaihtoja, ohjausmerkkejä tai kirjoitussuunnan kääntäviä merkkejä. Kirjoita se uudelleen yhdelle riville.
web-problem-unknown-field = Kenttää ”{ $found }” ei ole tässä. Nämä ovat: { $limit }.
web-problem-misshapen = Kentässä on muuta kuin se ottaa vastaan: odotetaan tekstiä, lukua, luetteloa tai oliota.
web-problem-seen-ahead = Tapauksesta ei ole versiota { $found }: se on versiossa { $limit }.
web-problem-body-long = Lähetetty sisältö on liian suuri. Enintään { $limit } otetaan vastaan.
web-problem-unreadable = Osoitetta tai lomaketta ei voi lukea: jokin sen osa on väärän muotoinen.

# --- Acts in the history ---
web-act-controller = kirjasi, kenen tapaus on
web-act-regimes = merkitsi tapauksen muut lait
web-act-report = kirjasi raportin
web-act-receipt = kirjasi kuittauksen
web-act-reach = tavoitti ulkopuolelle jätetyt
web-act-strike = kumosi virheellisen merkinnän
web-act-title = muutti otsikkoa
web-act-weigh = punnitsi tekijän
web-act-attach = liitti tiedoston
web-act-clock = siirsi harjoituksen kelloa
web-act-draft = tallensi kirjeen luonnoksen
web-act-approve-draft = hyväksyi kirjeen
web-act-sealed-destroy = tuhosi tekstin tai tiedoston
web-act-outbox-queue = jonotti muistutuksia
web-act-settings-put = muutti asetuksia
web-act-control-put = kirjasi tarkastuksen
web-act-reassessment-put = arvioi muutoksen uudelleen
web-act-calendar-put = teki kalenteriosoitteen
web-next-undue = Ilman aiheetonta viivytystä ({ $article }).
web-letter-goes-on = Lomake jatkaa versiosta { $n }, jonka { $who } tallensi { $at }.
web-item-begun = Täytetty asetuksista; tarkista ja tallenna.
