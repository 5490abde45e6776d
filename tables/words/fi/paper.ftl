# Words of paper, language fi. Keys start with `paper-`; all languages hold the same keys and variables.

## Numbers, dates, durations
paper-list = { $before } ja { $last }
paper-moment = { $day }.{ $monthnumber }.{ $year } klo { $hour }.{ $minute } ({ $offset })
paper-moment-long = { $weekday } { $day }.{ $monthnumber }.{ $year } klo { $hour }.{ $minute } ({ $offset })
paper-date = { $day }.{ $monthnumber }.{ $year }
paper-days = { $n ->
    [one] { $n } vuorokausi
   *[other] { $n } vuorokautta
}
paper-hours = { $n ->
    [one] { $n } tunti
   *[other] { $n } tuntia
}
paper-seconds = { $n ->
    [one] { $n } sekunti
   *[other] { $n } sekuntia
}
paper-minutes = { $n ->
    [one] { $n } minuutti
   *[other] { $n } minuuttia
}
paper-month-1 = tammikuuta
paper-month-2 = helmikuuta
paper-month-3 = maaliskuuta
paper-month-4 = huhtikuuta
paper-month-5 = toukokuuta
paper-month-6 = kesäkuuta
paper-month-7 = heinäkuuta
paper-month-8 = elokuuta
paper-month-9 = syyskuuta
paper-month-10 = lokakuuta
paper-month-11 = marraskuuta
paper-month-12 = joulukuuta
paper-weekday-1 = maanantaina
paper-weekday-2 = tiistaina
paper-weekday-3 = keskiviikkona
paper-weekday-4 = torstaina
paper-weekday-5 = perjantaina
paper-weekday-6 = lauantaina
paper-weekday-7 = sunnuntaina

## Report: frame
paper-report-title = Tarkastusraportti
paper-report-what = Mitä henkilötietoja verkkopalvelusta lähti, kenen ne olivat, kuka ne sai ja mikä asetus siihen johti.
paper-skip = Siirry sisältöön
paper-contents = Sisällys
paper-address = Tarkastettu osoite
paper-controller = Rekisterinpitäjä
paper-when = Milloin
paper-when-took = { $at }, kesto { $took }
paper-browser = Käytetty selain
paper-footer = Laadittu Sluss-ohjelmalla, joka ehdottaa. Nimetty henkilö tekee päätelmän ja perustelee sen.

## Report: verdict
paper-verdict-found = { $n ->
        [one] Henkilötietoja lähti palvelusta: { $n } löydös
       *[other] Henkilötietoja lähti palvelusta: { $n } löydöstä
    }
paper-verdict-settings = { $n ->
        [one] { $n } löydös, mutta henkilötietojen ei nähty lähtevän
       *[other] { $n } löydöstä, mutta henkilötietojen ei nähty lähtevän
    }
paper-verdict-settings-but = { $n ->
        [one] { $n } löydös. Henkilötietojen ei nähty lähtevän, mutta kaikkea ei voitu tarkastaa
       *[other] { $n } löydöstä. Henkilötietojen ei nähty lähtevän, mutta kaikkea ei voitu tarkastaa
    }
paper-verdict-unseen = Palvelusta ei tarkastettu mitään: { $why }
paper-verdict-nothing = Mitään ei löytynyt, eikä mitään jäänyt näkemättä
paper-verdict-nothing-but = Nähdyssä ei löytynyt mitään. Kaikkea ei voitu nähdä
paper-verdict-line = Mitä lähti: { $what }. Henkilöt: { $whose }. Kenelle: { $recipients }.
paper-verdict-gaps = { $n ->
        [one] { $n } asiaa ei voitu tarkastaa. Se on lueteltu alla, eikä ”ei löydöksiä” koske sitä.
       *[other] { $n } asiaa ei voitu tarkastaa. Ne on lueteltu alla, eikä ”ei löydöksiä” koske niitä.
    }
paper-verdict-unlooked = { $n ->
        [one] { $n } aiemman raportin löydös jäi tällä kertaa tarkastamatta, koska sivu, polku, suostumusvastaus, skripti tai asetus puuttui. Siitä ei sanota tässä mitään.
       *[other] { $n } aiemman raportin löydöstä jäi tällä kertaa tarkastamatta, koska sivuja, polkuja, suostumusvastauksia, skriptejä tai asetuksia puuttui. Niistä ei sanota tässä mitään.
    }
paper-verdict-no-gaps = Ohjelman tiedossa ei ole mitään, mitä se ei näillä poluilla voinut tarkastaa.
paper-figure-findings = { $n ->
        [one] löydös
       *[other] löydöstä
    }
paper-figure-high = { $n ->
        [one] vakava
       *[other] vakavaa
    }
paper-figure-third = { $n ->
        [one] kolmas osapuoli sai pyyntöjä
       *[other] kolmatta osapuolta sai pyyntöjä
    }
paper-figure-exchanges = { $n ->
        [one] pyyntö tallennettu
       *[other] pyyntöä tallennettu
    }
paper-figure-gaps = { $n ->
        [one] asiaa ei voitu nähdä
       *[other] asiaa ei voitu nähdä
    }
paper-glance = Mitä lähti, lyhyesti
paper-what-left = Mitä lähti
paper-whose = Henkilö
paper-to-whom = Kenelle
paper-disguise = Missä muodossa
paper-consent = Suostumus sillä hetkellä

## Report: acceptances
paper-accepted = hyväksynyt { $by }, voimassa { $until } asti: { $reason }
paper-acceptance-expired = hyväksyntä ({ $by }) päättyi { $until }
paper-acceptance-graver = vakavampi kuin se, jonka { $by } hyväksyi { $until } asti

## Summary in Markdown
paper-summary-severity = Vakavuus
paper-summary-finding = Löydös
paper-summary-state = Tila
paper-summary-more = { $n ->
        [one] … ja { $n } muu tiedostossa report.html.
       *[other] … ja { $n } muuta tiedostossa report.html.
    }
paper-summary-files = Koko raportti pyyntöineen: report.html. Sinetöity todistusaineisto: bundle.zip.

## Report: findings
paper-findings = Löydökset
paper-findings-none = Ei löydöksiä. Tämä koskee vain sitä, mikä voitiin nähdä; katsokaa seuraava kohta.
paper-gone = Ei enää nähty
paper-gone-lead = Nämä olivat vertailuraportissa, eikä niitä nähty tällä kertaa. Varmaa on niiden poistuminen vain, jos sama polku voitiin tarkastaa kokonaan.
paper-severity-high = Vakava
paper-severity-medium = Kohtalainen
paper-severity-low = Vähäinen
paper-state-new = uusi
paper-state-known = tunnettu ennestään
paper-state-gone = ei enää nähty
paper-state-changed = muuttunut
paper-state-unlooked = ei tarkastettu tällä kertaa
paper-change = Mitä pitää muuttaa
paper-change-advice = Muuttakaa ”{ $setting }” palvelussa { $vendor }, tili { $account }: olette päättäneet { $declared }, mutta vastaanottajan oma määritys sanoo { $served }. Tarkastakaa sitten uudelleen; vasta se osoittaa, että lähettäminen on loppunut.
paper-change-advice-undeclared = Muuttakaa ”{ $setting }”, { $vendor }, tili { $account }: vastaanottajan oma määritys sanoo { $served }, mutta toinen alustanne tai liikenne sanoo muuta. Kirjatkaa linjaukseen, mitä olette päättäneet. Tarkastakaa sitten uudelleen; vasta se osoittaa, että lähettäminen on loppunut.
paper-way = Yhden arvon tie: { $identifier } ({ $role })
paper-more-ways = { $n ->
        [one] Saman löydöksen { $n } muu tie on tiedostossa report.json.
       *[other] Saman löydöksen { $n } muuta tietä on tiedostossa report.json.
    }
paper-typed-step = kirjoitettiin sivulle
paper-sent-step = lähetettiin palvelimelle { $host }
paper-wrapped = kääritty: { $layer }
paper-request = Missä kohdassa pyyntöä
paper-initiator = Lähettänyt skripti
paper-page = Sivulta
paper-zone = linjauksen vyöhyke ”{ $zone }”
paper-field = Kenttä
paper-further-fields = Lomake kysyy samaa useammin kuin kerran: arvo kirjoitettiin myös { $n ->
    [one] kenttään
   *[other] kenttiin
} { $fields }. Arvosta ei näe, mistä kentästä se otettiin.
paper-step = Polun vaihe
paper-evidence = pyyntö nro { $id } tiedostossa capture.har
paper-seen-times = { $n ->
        [one] nähty kerran
       *[other] nähty { $n } kertaa
    }
paper-times = { $n ->
        [one] kerran
       *[other] { $n } kertaa
    }
paper-reasons = Miksi tämä vakavuus:
paper-law = Mitä laki sanoo:
paper-rule = Sääntö
paper-finding-id = Löydöksen numero

## Report: gaps, settings, recipients, steps, canaries
paper-gaps = Mitä ei voitu nähdä
paper-gaps-none = Ohjelman tiedossa ei ole mitään, mitä se ei voinut tarkastaa.
paper-gaps-lead = ”Ei voitu tarkastaa” ei ole sama kuin ”ei löydöksiä”. Tästä on voinut lähteä henkilötietoja kenenkään näkemättä.
paper-not-seen = ei voitu tarkastaa
paper-settings = Asetukset vastaanottajilla
paper-settings-lead = Päätetty: mitä te olette päättäneet. Tarjottu: mitä vastaanottajan oma määritys sanoo, luettuna ilman kirjautumista. Havaittu: mitä liikenne osoittaa.
paper-settings-none = Yhtään vastaanottajaa, jonka asetuksen ohjelma tuntee, ei nähty.
paper-setting = Asetus
paper-account = tili
paper-account-unknown = ei tiedossa
paper-declared = Päätetty
paper-served = Tarjottu
paper-observed = Havaittu
paper-outcome = Tulos
paper-conflict = Ristiriidassa
paper-conflict-with = Ristiriidassa: { $vendor } – { $what }: { $word }
paper-conflict-untold = Ristiriidassa, mutta raportista ei näy minkä kanssa
paper-no-conflict = Ei ristiriitaa
paper-unchecked = Ei voitu tarkistaa
paper-change-here = Missä se muutetaan
paper-recipients = Kuka sai pyyntöjä
paper-recipients-lead = Jokainen pyyntö kertoo vastaanottajalle ainakin kävijän verkko-osoitteen ja selaimen. Viimeinen sarake kertoo, mitä sen lisäksi tunnistettiin.
paper-recipients-none = Yhtään pyyntöä ei tallennettu, joten vastaanottajista ei voi sanoa mitään.
paper-recipient = Vastaanottaja
paper-relation = Kuka se on
paper-relation-own = oma
paper-relation-third = kolmas osapuoli
paper-relation-alias = kolmas osapuoli teidän omalla nimellänne
paper-hosts = Isäntänimet
paper-requests = Pyynnöt
paper-got-personal-data = Tunnistetut henkilötiedot
paper-none-seen = ei nähty
paper-steps = Mitä tehtiin, vaihe vaiheelta
paper-steps-lead = Oikea selain kulki nämä polut. Mitä niiden ulkopuolella on, ei tarkastettu.
paper-steps-none = Yhtään polkua ei kuljettu.
paper-run = { $journey }, { $consent }
paper-journey-explore = sivujen läpikäynti
paper-step-ok = tehty
paper-step-failed = epäonnistui
paper-picture-same = sivu näytti samalta kuin vaiheessa { $step }
paper-picture-same-run = sivu näytti samalta kuin vaiheessa { $step }, jossa: { $run }
paper-picture-beside = kuva raportin viereisessä kansiossa
paper-no-picture = tästä vaiheesta ei ole kuvaa
paper-shot = Sivu vaiheen ”{ $step }” jälkeen
paper-typed = Mitä kirjoitettiin
paper-typed-lead = Arvot keksittiin tarkastusta varten eivätkä ne kuulu kenellekään. Jokainen on erilainen, jotta muualla nähdystä arvosta näkee, mistä kentästä se tuli. Se, mitä lomake kysyy useammin kuin kerran, sai saman arvon, ja kaikki sen kentät mainitaan.
paper-typed-none = Mitään ei kirjoitettu. Siksi ei tarkastettu, mitä lomaketta täytettäessä tapahtuu.
paper-value = Keksitty arvo
paper-kind = Laji
paper-not-seen-leaving = ei nähty lähtevän
paper-left-to = lähti vastaanottajalle { $recipients }

## Report: how to verify
paper-verify = Miten raportti tarkistetaan
paper-verify-lead = Mitään tässä ei tarvitse uskoa sellaisenaan. Todisteet ovat tämän raportin vieressä olevissa tiedostoissa.
paper-verify-bundle = Sinetöity todistusaineisto: komento nimeää jokaisen tiedoston, jota on muutettu sen jälkeen. Palvelinta tai tiliä ei tarvita.
paper-verify-har = Tallenne: capture.har sisältää jokaisen pyynnön sellaisena kuin se lähetettiin, julkisessa muodossa (HAR 1.2), jota muutkin ohjelmat lukevat. Yllä olevat pyyntöjen numerot ovat sen merkintöjä.
paper-verify-again = Käsin: ottakaa keksitty arvo kohdasta ”Mitä kirjoitettiin”, seuratkaa löydöksen vaiheita ja hakekaa tulosta tiedostosta capture.har.
paper-verify-limits = Se, mikä nähtiin, on varmaa. Se, mitä ei nähty, ei todista, ettei mitään lähtenyt: toinen polku, toinen aika tai toinen muoto voi näyttää enemmän.

## Codes: identifiers, roles, consent, switches
paper-identifier-email = sähköpostiosoite
paper-identifier-phone = puhelinnumero
paper-identifier-given-name = etunimi
paper-identifier-family-name = sukunimi
paper-identifier-birth-date = syntymäaika
paper-identifier-national-id = henkilötunnus
paper-identifier-address = katuosoite
paper-identifier-postal-code = postinumero
paper-identifier-city = paikkakunta
paper-identifier-country = maa
paper-identifier-external-id = asiakas- tai käyttäjänumero
paper-identifier-card = maksukortin numero
paper-identifier-iban = tilinumero (IBAN)
paper-identifier-password = salasana
paper-identifier-name = etu- ja sukunimi yhdessä
paper-identifier-typed-card-security-code = maksukortin turvakoodi
paper-identifier-typed-card-expiry = maksukortin voimassaolo
paper-identifier-typed-text = kenttään ”{ $field }” kirjoitettu teksti
paper-identifier-typed-file = kenttään ”{ $field }” valittu tiedosto
paper-identifier-typed-file-name = kenttään ”{ $field }” valitun tiedoston nimi
paper-role-user = kävijä
paper-role-end-user = loppukäyttäjä
paper-role-patient = potilas
paper-role-caregiver = hoidon antaja
paper-role-pupil = oppilas
paper-role-guardian = huoltaja
paper-role-relative = läheinen
paper-role-child = lapsi
paper-role-recipient = vastaanottaja
paper-role-customer = asiakas
paper-role-own = henkilö roolissa ”{ $role }”
paper-role-unknown = ei tiedossa
paper-consent-none = suostumuskysymykseen ei vastattu
paper-consent-reject = suostumus evätty
paper-consent-accept = suostumus annettu
paper-switch-on = päällä
paper-switch-off = pois päältä
paper-switch-unknown = ei tiedossa
paper-setting-automatic-matching = lomakekenttien automaattinen täsmäytys
paper-setting-automatic-email = sähköpostiosoitteiden automaattinen keruu
paper-setting-automatic-phone = puhelinnumeroiden automaattinen keruu
paper-setting-automatic-address = postiosoitteiden automaattinen keruu
paper-setting-enhanced-conversions = tehostetut konversiot
paper-setting-capture-keystrokes = näppäilyjen tallennus
paper-setting-mask-emails = sähköpostiosoitteiden peittäminen
paper-setting-mask-all = kaiken tekstin peittäminen
paper-setting-hash-identifiers = tunnistetietojen tiivistäminen
paper-setting-autocapture = napsautusten ja lomakkeiden automaattinen kirjaus
paper-setting-session-replay = käyntien tallennus
paper-setting-mask-inputs = kirjoitetun peittäminen
paper-setting-mask-text = tekstin peittäminen
paper-setting-mask-digits = numeroiden peittäminen
paper-setting-user-attributes = sivun kävijästä luovuttamien tietojen vastaanotto
paper-setting-mask-elements = sivujen valittujen osien peittäminen
paper-setting-waits-for-consent = suostumuksen odottaminen
paper-setting-form-analytics = lomakkeiden täyttämisen mittaus
paper-setting-form-listener = lähetettävien lomakkeiden kuuntelu
paper-setting-advanced-matching = tunnettujen tunnisteiden luovutus mainosskripteille
paper-setting-google-signals = yhdistäminen siihen, mitä Google tietää kirjautuneista kävijöistä (Google Signals)
paper-setting-redact-emails = sähköpostiosoitteiden poistaminen
paper-setting-anonymize-ip = IP-osoitteiden lyhentäminen

## Codes: places in a request, steps of a disguise
paper-part-url-path = osoitteen polku
paper-part-url-query = osoitteen parametri
paper-part-url-fragment = osoitteen ankkuriosa
paper-part-header = otsake
paper-part-cookie = eväste
paper-part-referer = sivun osoite, jolta tultiin (Referer)
paper-part-body = pyynnön sisältö
paper-part-frame = viesti avoimessa yhteydessä (WebSocket)
paper-form-encoded = koodattuna, kenen tahansa takaisin luettavissa: { $how }
paper-form-reversed = takaperin kirjoitettuna, kenen tahansa luettavissa
paper-form-plain = selväkielisenä
paper-hash-sha256 = tiivistetty (SHA-256)
paper-hash-sha1 = tiivistetty (SHA-1)
paper-hash-md5 = tiivistetty (MD5)
paper-hash-sha512 = tiivistetty (SHA-512)
paper-hash-sha384 = tiivistetty (SHA-384)
paper-hash-sha224 = tiivistetty (SHA-224)
paper-hash-sha3-256 = tiivistetty (SHA3-256)
paper-hash-blake2b = tiivistetty (BLAKE2b)
paper-hash-blake3 = tiivistetty (BLAKE3)
paper-hash-ripemd160 = tiivistetty (RIPEMD-160)
paper-hash-whirlpool = tiivistetty (Whirlpool)
paper-hash-sha512-256 = tiivistetty SHA-512/256:lla
paper-hash-sha3-224 = tiivistetty SHA3-224:llä
paper-hash-sha3-384 = tiivistetty SHA3-384:llä
paper-hash-sha3-512 = tiivistetty SHA3-512:lla
paper-hash-blake2b-256 = tiivistetty BLAKE2b-256:lla
paper-hash-blake2s = tiivistetty BLAKE2s:llä
paper-hash-md4 = tiivistetty MD4:llä
paper-hash-md2 = tiivistetty MD2:lla
paper-hash-murmur3-128 = tiivistetty MurmurHash3:lla (128 bittiä)
paper-hash-murmur3-128-le = tiivistetty MurmurHash3:lla (128 bittiä, käänteinen tavujärjestys)
paper-hash-murmur3-64 = tiivistetty MurmurHash3:lla (64 bittiä)
paper-hash-murmur3-32 = tiivistetty MurmurHash3:lla (32 bittiä)
paper-hash-xxh64 = tiivistetty xxHashilla (64 bittiä)
paper-hash-crc32 = tarkistussumma (CRC-32)
paper-hash-adler32 = tarkistussumma (Adler-32)
paper-hash-keccak-256 = tiivistetty Keccak-256:lla
paper-hash-murmur3-128-seed-31 = tiivistetty MurmurHash3:lla (128 bittiä, siemen 31)
paper-hash-murmur3-x86-128 = tiivistetty MurmurHash3:lla (x86, 128 bittiä)
paper-hash-murmur3-x86-128-le = tiivistetty MurmurHash3:lla (x86, 128 bittiä, käänteinen tavujärjestys)
paper-hash-murmur3-128-number = tiivistetty MurmurHash3:lla (128 bittiä, yhtenä lukuna)
paper-hash-xxh3-128 = tiivistetty XXH3:lla (128 bittiä)
paper-hash-xxh3-64 = tiivistetty XXH3:lla (64 bittiä)
paper-hash-fnv1a-64 = tiivistetty FNV-1a:lla (64 bittiä)
paper-hash-fnv1a-32 = tiivistetty FNV-1a:lla (32 bittiä)
paper-hash-xxh32 = tiivistetty xxHashilla (32 bittiä)
paper-hash-murmur3-32-seed-1 = tiivistetty MurmurHash3:lla (32 bittiä, siemen 1)
paper-hash-murmur3-32-seed-42 = tiivistetty MurmurHash3:lla (32 bittiä, siemen 42)
paper-hash-string-hash = tiivistetty Javan merkkijonon tapaan
paper-hash-salt-before = suola edessä
paper-hash-salt-after = suola perässä
paper-hash-hmac = avaimella (HMAC)
paper-encoding-hex = heksadesimaalina
paper-encoding-hex-upper = heksadesimaalina suuraakkosin
paper-encoding-base64 = Base64-muodossa
paper-encoding-base64url = osoitteisiin sopivassa Base64-muodossa
paper-encoding-base32 = Base32-muodossa
paper-encoding-base58 = Base58-muodossa
paper-encoding-uuid = UUID-muodossa
paper-encoding-name-uuid = nimestä tehdyn UUID:n muodossa
paper-encoding-rot13 = kirjaimet siirretty (ROT13)
paper-encoding-reversed = takaperin
paper-encoding-raw = raakoina tavuina
paper-encoding-truncated = katkaistuna
paper-tidy-trim = ympäröivät välit poistettu
paper-tidy-lowercase = pienaakkosin
paper-tidy-uppercase = suuraakkosin
paper-tidy-no-space = välilyönnit poistettu
paper-tidy-no-separator = erotinmerkit poistettu
paper-tidy-no-diacritics = tarkkeet poistettu
paper-tidy-latin-only = vain latinalaiset kirjaimet ja numerot jätetty
paper-tidy-latin-only-name = vain latinalaiset kirjaimet ja numerot jätetty
paper-tidy-digits = vain numerot
paper-tidy-e164 = puhelinnumero kansainvälisessä muodossa (E.164)
paper-tidy-e164-digits = puhelinnumero kansainvälisessä muodossa ilman plusmerkkiä
paper-tidy-national = puhelinnumero kansallisessa muodossa
paper-tidy-national-significant = puhelinnumero ilman etunollaa ja maakoodia
paper-tidy-double-zero = puhelinnumero, jossa 00 plusmerkin sijaan
paper-tidy-country-code-and-trunk = puhelinnumero maakoodin ja etunollan kanssa
paper-tidy-country-code-and-trunk-plus = puhelinnumero plusmerkin, maakoodin ja etunollan kanssa
paper-tidy-meta-phone = puhelinnumero Metan kirjoitustavalla
paper-tidy-meta-name = nimi Metan kirjoitustavalla
paper-tidy-whole-name-compact = etu- ja sukunimi ilman välejä, pienaakkosin
paper-tidy-whole-name-uppercase = etu- ja sukunimi suuraakkosin
paper-tidy-meta-postcode = postinumero Metan kirjoitustavalla
paper-tidy-google-phone = puhelinnumero Googlen kirjoitustavalla
paper-tidy-google-name = nimi Googlen kirjoitustavalla
paper-tidy-gmail-dots = pisteet ennen @-merkkiä poistettu (Gmail)
paper-tidy-gmail-dots-plus-tag-cut = pisteet ja plusosa ennen @-merkkiä poistettu (Gmail)
paper-tidy-dots-cut = pisteet ennen @-merkkiä poistettu
paper-tidy-plus-tag-cut = plusosa ennen @-merkkiä poistettu
paper-tidy-pnr-10 = henkilötunnus 10 numerolla
paper-tidy-pnr-12 = henkilötunnus 12 numerolla
paper-tidy-pnr-10-hyphen = henkilötunnus 10 numerolla ja yhdysmerkillä
paper-tidy-pnr-12-hyphen = henkilötunnus 12 numerolla ja yhdysmerkillä
paper-tidy-iban-compact = tilinumero ilman välilyöntejä
paper-tidy-date-iso = päivämäärä muodossa vuosi-kuukausi-päivä
paper-tidy-date-iso-short = päivämäärä muodossa vuosi-kuukausi-päivä ilman nollia
paper-tidy-date-compact = päivämäärä pelkkinä numeroina
paper-tidy-date-dots = päivämäärä pistein
paper-tidy-date-slashes = päivämäärä vinoviivoin, päivä ensin
paper-tidy-date-slashes-us = päivämäärä vinoviivoin, kuukausi ensin
paper-tidy-date-short = päivämäärä, vuosi kahdella numerolla
paper-tidy-read-in = luettuna maan { $country } numerona
paper-tidy-letter-case = isot ja pienet kirjaimet toisin
paper-tidy-respaced = erottimet toisin
paper-tidy-idn-ascii = verkkotunnus ASCII-muodossa (xn--)
paper-tidy-idn-unicode = verkkotunnus omilla kirjaimillaan
paper-tidy-gmail-canonical = Gmail-osoite yhdessä muodossa
paper-tidy-plus-tag-cut-dots-cut = pisteet ja plus-osa ennen @-merkkiä poistettu
paper-tidy-grouped = puhelinnumero maan tavan mukaan ryhmiteltynä
paper-tidy-grouped-international = puhelinnumero ryhmiteltynä, kansainvälinen
paper-tidy-customary = puhelinnumero tavalliseen tapaan
paper-tidy-customary-international = puhelinnumero tavalliseen tapaan, kansainvälinen
paper-tidy-first-capital = isolla alkukirjaimella
paper-tidy-international-one-space = puhelinnumero, maakoodi erikseen
paper-tidy-customary-other = puhelinnumero toiseen tapaan
paper-tidy-former-trunk = puhelinnumero vanhalla etunumerolla
paper-tidy-no-space-no-punctuation = ilman välejä ja välimerkkejä
paper-tidy-no-space-address = osoite ilman välejä
paper-tidy-no-punctuation = ilman välimerkkejä
paper-tidy-country-code = maan koodi
paper-tidy-country-code-uppercase = maan koodi isoin kirjaimin
paper-tidy-date-compact-day-first = päiväys pelkin numeroin, päivä ensin
paper-tidy-date-compact-us = päiväys pelkin numeroin, kuukausi ensin
paper-tidy-date-dashes-day-first = päiväys viivoin, päivä ensin
paper-tidy-date-dots-short = päiväys pistein ja kaksinumeroisin vuosin
paper-tidy-date-slashes-us-short = päiväys vinoviivoin, kuukausi ensin, kaksinumeroinen vuosi
paper-tidy-date-year-slashes = päiväys vinoviivoin, vuosi ensin
paper-tidy-date-short-day-first = päiväys kaksinumeroisin vuosin, päivä ensin
paper-tidy-birth-year = vain syntymävuosi
paper-tidy-birth-month = vain syntymäkuukausi
paper-tidy-birth-day = vain syntymäpäivä kuukaudessa
paper-tidy-pnr-10-plus = henkilötunnus, 10 numeroa ja plusmerkki
paper-tidy-no-separator-lowercase = ilman erottimia, pienin kirjaimin
paper-tidy-gmail-domain = googlemail.com kirjoitettuna gmail.com
paper-tidy-gmail-domain-dots = googlemail.com kirjoitettuna gmail.com, ilman pisteitä ennen @-merkkiä
paper-tidy-gmail-domain-plus-tag-cut = googlemail.com kirjoitettuna gmail.com, ilman plus-osaa
paper-tidy-yahoo-tag-cut = väliviivan jälkeinen osa ennen @-merkkiä poistettu (Yahoo)
paper-tidy-domain-lowercase = verkkotunnus pienin kirjaimin
paper-tidy-google-phone-national = kansallinen puhelinnumero Googlen tapaan
paper-tidy-google-phone-significant = kansallinen puhelinnumero ilman etunollaa Googlen tapaan
paper-tidy-meta-phone-national = kansallinen puhelinnumero Metan kirjoitustavalla
paper-tidy-google-phone-double-zero = 00-alkuinen puhelinnumero Googlen tapaan
paper-tidy-no-diacritics-spaces = ilman tarkkeita, välit jäljellä
paper-tidy-folded = vain kirjaimet a–z
paper-tidy-folded-spaces = vain kirjaimet a–z, välit jäljellä
paper-tidy-digraphs = å, ä ja ö kirjoitettuina aa, ae ja oe
paper-tidy-hyphen-as-space = väli väliviivan sijaan
paper-tidy-typographic-apostrophe = typografinen heittomerkki
paper-tidy-straight-apostrophe = suora heittomerkki
paper-tidy-external-id-compact = tunnus ilman erottimia
paper-tidy-country-alpha-3 = maan kolmikirjaiminen koodi
paper-tidy-country-alpha-3-uppercase = maan kolmikirjaiminen koodi isoin kirjaimin
paper-tidy-postal-code-without-country = postinumero ilman maakoodia
paper-tidy-iban-grouped = tilinumero neljän ryhmissä
paper-tidy-card-grouped = kortin numero neljän ryhmissä
paper-tidy-card-hyphens = kortin numero väliviivoin neljän ryhmissä
paper-tidy-date-slashes-short = päiväys vinoviivoin ilman nollia, päivä ensin
paper-tidy-date-year-dots = päiväys pistein, vuosi ensin
paper-tidy-date-hour = päiväys ja tunti
paper-tidy-date-midnight = päiväys ja kellonaika keskiyö
paper-tidy-date-midnight-utc = päiväys ja kellonaika keskiyö (UTC)
paper-tidy-date-midnight-milliseconds = päiväys ja kellonaika keskiyö millisekunnein
paper-tidy-dated-hyphen = tunnus, väliviiva päiväyksen jälkeen
paper-layer-percent = prosenttikoodaus
paper-layer-html-entities = HTML-entiteetit
paper-layer-unicode-escape = Unicode-koodaus
paper-layer-bytes = tavu kerrallaan
paper-layer-gzip = pakkaus (gzip)
paper-layer-zip = zip-arkiston tiedosto
paper-layer-zlib = pakkaus (zlib)
paper-layer-deflate = pakkaus (deflate)
paper-layer-zstd = pakkaus (Zstandard)
paper-layer-brotli = pakkaus (Brotli)
paper-layer-json = JSON
paper-layer-multipart = lomakkeen osat (multipart)
paper-layer-form = lomakkeen kentät
paper-layer-utf-16le = UTF-16 (vähiten merkitsevä tavu ensin)
paper-layer-utf-16be = UTF-16 (eniten merkitsevä tavu ensin)
paper-layer-quoted-printable = quoted-printable
paper-layer-iso-8859-1 = Latin-1
paper-layer-base64 = Base64
paper-layer-base64url = Base64 osoitteille
paper-layer-base32 = Base32
paper-layer-hex = heksadesimaalikirjoitus
paper-layer-protobuf = Protocol Buffers
paper-layer-msgpack = MessagePack
paper-layer-der = varmenne tai allekirjoitus (DER)
paper-layer-cbor = CBOR
paper-layer-split = jaettu useaan kenttään
paper-layer-keystrokes = näppäily kerrallaan
paper-layer-date = päivämäärä toisin kirjoitettuna
paper-layer-number = luku, josta etunollat ovat kadonneet
paper-layer-charset = toinen merkistö
paper-layer-nfkc = täysleveät merkit tai toisen kirjoitusjärjestelmän numerot

## Notification: the paper
paper-notification-title = Ilmoitus henkilötietojen tietoturvaloukkauksesta
paper-notification-about = Yleisen tietosuoja-asetuksen 33 artiklan mukainen ilmoitus valvontaviranomaiselle, tapaus { $case }
paper-notification-footer = Tapaus { $case } · yleisen tietosuoja-asetuksen 33 artikla
paper-page-number = Sivu
paper-page-of = /
paper-draft-mark = Luonnos
paper-draft-line = Luonnos, ei lähetetty
paper-draft-why = Mitään tässä asiakirjassa ei ole lähetetty. Nimetty henkilö vahvistaa ja lähettää sen.
paper-exercise-mark = Harjoitus
paper-exercise-line = Harjoitus, ei todellinen loukkaus
paper-exercise-why = Tämä asiakirja kuuluu harjoitukseen, eikä sitä saa lähettää viranomaiselle.
paper-unapproved-mark = Luonnos
paper-unapproved-line = Luonnos, ei hyväksytty
paper-unapproved-why = Kukaan ei ole vielä hyväksynyt kirjettä, eikä sitä saa lähettää.
paper-letter-sender = Lähettäjä
paper-letter-dpo = Tietosuojavastaava
paper-letter-sender-gap = [täydennettävä: kuka lähettää kirjeen, osoite ja puhelin]
paper-letter-dpo-gap = [täydennettävä: keneltä voi kysyä, puhelin ja sähköposti]
paper-letter-part-gap = [täydennettävä: kirjoitetaan rekisteröidyille kirjeen kielellä]
paper-letter-greeting = Hei { $name },
paper-case = Tapaus
paper-aware = Tuli tietoon
paper-as-of = Tilanne
paper-changed = Muuttunut edellisen ilmoituksen jälkeen
paper-basis = Kentät noudattavat lomaketta ”{ $form }”. Lähde: { $source }.
paper-basis-draft = Kentät noudattavat lomakeluonnosta ”{ $form }”, joka ei ole lopullinen; viranomainen voi kysyä niitä toisessa järjestyksessä. Lähde: { $source }.
paper-entry = Tieto
paper-answer = Vastaus
paper-section = Kohta
paper-promised = Luvattu viimeistään
paper-promised-none = päivää ei luvattu
paper-promised-for = Luvattu viimeistään { $at }
paper-required = pakollinen
paper-section-nothing = Mikään tässä kohdassa ei sovellu.
paper-attachment = Ilmoituksen vastaukset JSON-muodossa, skeema sluss/notification/1
paper-open = Mitä ei vielä tiedetä
paper-open-none = Jokaiseen soveltuvaan kohtaan on vastattu.
paper-open-lead = { $required ->
        [0] Jokaiseen pakolliseen kohtaan on vastattu.
        [one] Yhteen pakolliseen kohtaan ei ole vielä vastattu.
       *[other] { $required } pakolliseen kohtaan ei ole vielä vastattu.
    } { $others ->
        [0] { "" }
        [one] Lisäksi yksi muu kohta on avoinna; se on merkitty alla.
       *[other] Lisäksi { $others } muuta kohtaa on avoinna; ne on merkitty alla.
    }
paper-left-out = Ei sovellu tähän: { $fields }
paper-unknown = Ei vielä tiedossa
paper-assumed = Oletus, ei vielä vahvistettu
paper-not-applicable = Ei sovellu
paper-erased = Teksti on poistettu; sen tiiviste on säilynyt lokissa.
paper-at-least = vähintään { $n }
paper-at-most = enintään { $n }
paper-yes = kyllä
paper-no = ei

## What does not hold in a register or a bundle, by its code

paper-broken-link = merkintää on muutettu, siirretty tai se on poistettu
paper-broken-log-line = rivi ei ole lokin merkintä
paper-broken-clock = aika on aikaisempi kuin edellisellä merkinnällä
paper-broken-case-events = tapauksen tapahtumissa on aukko, tai niitä ei voi lukea
paper-broken-checkpoint = lokin pää ei sovi merkintöihin
paper-broken-since = ei jatku aiemmasta viennistä: lopusta on leikattu merkintöjä tai muita on muutettu
paper-broken-container = tiedostoa on muutettu sinetöinnin jälkeen
paper-broken-damaged = ei ole luettavissa sellaisena kuin se kirjoitettiin
paper-broken-destroyed = tuhottiin tarkoituksella; peruste on lokissa
paper-broken-digest = on muutettu: tiiviste on toinen
paper-broken-integrity = itse tietokantatiedosto on vioittunut
paper-broken-key = ei nimeä avainta, jolla olisi voitu allekirjoittaa
paper-broken-manifest-form = tiedostoluetteloa ei voi lukea
paper-broken-manifest-list = ei luettele tiedostoja sellaisina kuin ne ovat, mutta SHA256SUMS luettelee
paper-broken-manifest-schema = tiedostoluettelo on versiota, jota ei tunneta tässä
paper-broken-missing = puuttuu
paper-broken-name = tiedoston nimi ei ole sallittu
paper-broken-pem = ei ole se avain, jonka luettelo nimeää
paper-broken-projection = on luettelossa toisin kuin tapahtumat sanovat
paper-broken-projection-older = luettelon on kirjoittanut vanhempi versio; se rakentuu itsestään uudelleen
paper-broken-reference = rivit viittaavat johonkin, jota ei ole
paper-broken-row = riviä ei voi lukea
paper-broken-schema = taulut eivät ole ohjelman tekemät
paper-broken-sealed-digest = sinetöity sisältö ei ole se, joka kirjattiin
paper-broken-sealed-missing = sinetöity sisältö puuttuu, eikä sitä ole tuhottu tarkoituksella
paper-broken-signature = ei täsmää tiedostoon manifest.json: toista niistä muutettiin allekirjoituksen jälkeen
paper-broken-signer = on allekirjoitettu muulla avaimella kuin odotettiin
paper-broken-sums = ei luettele tiedostoja sellaisina kuin ne ovat
paper-broken-twice = on tiedostossa kahdesti
paper-broken-uncovered = ei ole missään lokin merkinnässä: se on lisätty muulla tavalla
paper-broken-unlisted = ei ole luettelossa: se lisättiin myöhemmin
# henkilöt kuukausittain (scan)
paper-months-title = { $people ->
    [one] Yksi henkilö
   *[other] { $people } henkilöä
 } nähty, kuukausittain
paper-months-none = Yhdelläkään havainnolla ei ole aikaa.

## Gaps: what could not be seen, and why (tables/gaps.toml)
paper-gap-what-step-of-all = Polun ”{ $journey }” vaihe ”{ $step }”
paper-gap-what-answered-yes = Mitä sivu { $page } tekee, kun sen kysymykseen vastataan kyllä
paper-gap-what-asked-in-dialog = Mitä sivu { $page } tekee tiedolla, jota se kysyy valintaikkunassa
paper-gap-what-further-addresses = Sivun { $page } muut osoitteet
paper-gap-what-says = Mitä asiakirjassa { $page } lukee
paper-gap-what-on-leaving = mitä { $page } lähettää, kun siltä poistutaan
paper-gap-what-farewell = viestit, jotka lähetettiin yhteydellä { $url } sivulta poistuttaessa
paper-gap-what-messages = viestit, jotka lähetettiin yhteydellä { $url }
paper-gap-what-rest-of-page = Mitä muuta sivu { $page } tekee
paper-gap-what-end-of = Miten pyyntö osoitteeseen { $url } päättyi
paper-gap-what-further-pages = Muut sivut
paper-gap-what-shown-after = Se, mitä tallenne näyttää polun ”{ $journey }” vaiheen ”{ $step }” (rivi { $line }) jälkeen
paper-gap-what-literal = Se, minkä polun ”{ $journey }” vaihe ”{ $step }” (rivi { $line }) kirjoitti
paper-gap-what-time-stamp = Todisteiden aikaleima
paper-gap-what-known-pages = { $n } muuta palvelun sivua, jotka tarkastus tuntee
paper-gap-what-window = Ikkuna, jonka sivu { $page } avasi
paper-gap-what-further-down = Mitä sivulla { $page } tulee alempana
paper-gap-what-opened-before = { $n ->
    [one] { $n } muu sivu, joka avattiin ennen kuin jotain kirjoitettua tallennettiin laitteelle
   *[other] { $n } muuta sivua, jotka avattiin ennen kuin jotain kirjoitettua tallennettiin laitteelle
}
paper-gap-what-files = { $n ->
    [one] { $n } tiedosto, johon palvelun sivuilta on linkki
   *[other] { $n } tiedostoa, joihin palvelun sivuilta on linkki
}
paper-gap-what-button = Mitä painike { $button } sivulla { $page } tekee
paper-gap-what-frame-buttons = Mitä kehyksen { $page } painikkeet avaavat
paper-gap-what-covered = Sivun { $page } kentät ja painikkeet, joiden päällä on jotain
paper-gap-what-stands-on = Sivun { $page } kentät, painikkeet ja linkit
paper-gap-what-link-left = Mihin linkki { $link } johtaa ({ $page })
paper-gap-what-address-left = Mitä { $page } näyttää
paper-gap-what-typed = Kenttään { $field } kirjoitettu arvo sivulla { $page }
paper-gap-what-field = Kenttä { $field } sivulla { $page }
paper-gap-what-fields = Kentät { $fields } sivulla { $page }
paper-gap-what-form = Lomake { $form } sivulla { $page }
paper-gap-what-sent-form = Mitä tapahtuu, kun sivun { $page } lomake { $form } on lähetetty
paper-gap-what-picture = Kuva vaiheesta ”{ $step }”
paper-gap-what-accept = Käynti osoitteessa { $url }, kun suostumus on annettu
paper-gap-what-reject = Käynti osoitteessa { $url }, kun suostumus on evätty
paper-gap-what-step = Polun ”{ $journey }” vaihe ”{ $step }” ({ $consent })
paper-gap-what-steps = Polun ”{ $journey }” vaiheita: { $n }
paper-gap-what-more-steps = { $n ->
    [one] Polun ”{ $journey }” seuraava vaihe
   *[other] Polun ”{ $journey }” { $n } seuraavaa vaihetta
}
paper-gap-what-journey = Polku ”{ $journey }” ({ $consent })
paper-gap-what-first-attempt = Ensimmäinen yritys polulla ”{ $journey }” ({ $consent }); se tehtiin uudelleen
paper-gap-what-rest-of-journey = Polun ”{ $journey }” loppuosa ({ $consent })
paper-gap-what-names = Kenen palvelin todella on nimen { $hosts } takana
paper-gap-what-answer = Mitä palvelu tekee, kun se saa pyynnön osoitteeseen { $url } ({ $method })
paper-gap-what-would-have-done = Mitä { $url } olisi tehnyt
paper-gap-what-would-have-got = Mitä isännälle { $host } olisi lähetetty
paper-gap-what-message = Yhteyden { $url } kautta lähetetty viesti
paper-gap-what-body = Osoitteeseen { $url } lähetetyn pyynnön sisältö ({ $method })
paper-gap-what-nested = Pakattu tieto pyynnössä osoitteeseen { $url } ({ $method })
paper-gap-what-behaviour = Mitä skriptit tekivät lähettämisen lisäksi
paper-gap-what-pop-ups = Ikkunat, jotka { $page } avasi
paper-gap-what-file = Tiedosto osoitteessa { $url }
paper-gap-what-answered = Mitä { $url } vastasi
paper-gap-what-spared = Lomake ”{ $form }” luettelossanne lomakkeista, joita ei koskaan lähetetä
paper-gap-what-on-the-wire = Pyyntö osoitteeseen { $url } ({ $method }) sellaisena kuin se lähti
paper-gap-what-put-together = Miten pyyntö osoitteeseen { $url } ({ $method }) koottiin
paper-gap-what-came-from = Mikä aiheutti pyynnön osoitteeseen { $url } ({ $method })
paper-gap-what-name-from = Mikä sai selaimen hakemaan nimen { $host } osoitteen
paper-gap-what-connection-from = Mikä sai selaimen avaamaan yhteyden osoitteeseen { $url }
paper-gap-what-log-end = Selaimen oman verkkolokin loppu
paper-gap-what-log = Selaimen oma verkkoloki
paper-gap-what-setting = Asetus ”{ $setting }”, { $vendor }, tili { $account }
paper-gap-what-setting-of = Asetus ”{ $setting }”, { $vendor }
paper-gap-what-zone = Vyöhyke ”{ $zone }”
paper-gap-what-own-server = Mitä { $host } tekee pyynnöillä, jotka ovat muodoltaan kuin { $vendor }
paper-gap-what-a-form-sent = Mitä seuraa, kun sivun { $page } lomake lähetetään
paper-gap-what-page = Sivu { $url }
paper-gap-what-later = mitä { $url } tekee { $n } sekuntia alkamisensa jälkeen
paper-gap-what-unread-event = se, mitä selain kertoi viestillä { $method }
paper-gap-what-other-end = kuka oli WebRTC-yhteyden toisessa päässä sivulla { $page }
paper-gap-why-own-answer = se vastaa suostumusikkunaan; kukin ajo antaa oman vastauksensa
paper-gap-why-no-frame = kehystä ei ole kohdassa ”{ $path }” (laskettuna nollasta)
paper-gap-why-never-stays = se siirtyy koko ajan itsestään toiseen asiakirjaan
paper-gap-why-ended-at-once = se päättyi heti{ $told }
paper-gap-why-not-startable = sitä ei voi käynnistää: { $why }
paper-gap-why-answered-no = sen valintaikkunaan vastattiin ei
paper-gap-why-unanswered-dialog = sen valintaikkuna jätettiin vastaamatta
paper-gap-why-address-changes = sen skripti muuttaa osoitetta koko ajan: sivu tarkastettiin yhtenä sivuna
paper-gap-why-pdf-page = se on PDF-asiakirja: sen tekstiä ei tarkasteta
paper-gap-why-held-step = mitä se lähettää, pidätetään tässä tilassa; valinnalla --mode submit se lähetetään
paper-gap-why-after-held-step = se voi johtua siitä, mikä tässä tilassa pidätetään; valinnalla --mode submit se lähetetään
paper-gap-why-only-looks = tämä tila vain katsoo; valinnalla --mode fill tarkastus täyttää ja painaa
paper-gap-why-untyped = tässä tilassa mitään ei kirjoiteta; valinnalla --mode fill se täytetään
paper-gap-why-after-spared-form = se voi johtua lomakkeesta, joka on niiden lomakkeiden luettelossa, joita ei koskaan lähetetä
paper-gap-why-held-typed = lähettävä painike ei päästä ulos mitään kirjoitettua tässä tilassa; se tallennettiin mutta pidätettiin
paper-gap-why-held-for-good = ostava, poistava tai uloskirjaava painike ei päästä ulos mitään kirjoitettua eikä mitään palveluun; se tallennettiin mutta pidätettiin
paper-gap-why-held-again = lomake lähetetään kerran, tai ei koskaan, jos niin on sanottu, eikä tämän painalluksen pitänyt lähettää mitään; se tallennettiin mutta pidätettiin
paper-gap-why-held-looking = tämän painalluksen piti vain näyttää, mitä se avaa, tai se oli tehty jo aiemmin; se, mikä voi muuttaa jotain, tallennettiin mutta pidätettiin
paper-gap-why-not-allowed = Sitä ei tullut, eikä pyyntöä, jonka se olisi sallinut, lähetetty: vastaanottaja sai vain kysymyksen.
paper-gap-why-led-away = se johtaa osoitteeseen { $host }, joka ei kuulu palvelun osoitteisiin (first_party)
paper-gap-why-covered-keys-by = Hiiri ei tavoita niitä, kun valintaikkuna tai kerros on niiden päällä, eikä tarkastus saanut sitä pois. Sen avasi { $button }. Kentät täytettiin kuten pelkkää näppäimistöä käytettäessä; painikkeita ei painettu.
paper-gap-why-covered-keys = Hiiri ei tavoita niitä, kun valintaikkuna tai kerros on niiden päällä, eikä tarkastus saanut sitä pois. Kentät täytettiin kuten pelkkää näppäimistöä käytettäessä; painikkeita ei painettu.
paper-gap-why-nothing-looked-at = palvelusta ei tarkastettu mitään
paper-gap-why-own-server = Ne veivät omalle palvelimellenne: { $identifiers }. Tieto voidaan välittää eteenpäin, mitä selain ei näe: kysykää palvelimen ylläpitäjältä.
paper-gap-received-data = henkilötietoja
paper-gap-received-shape = pyyntöjä, jotka ovat muodoltaan kuin seuraimen
paper-gap-why-unasked = --resolve ohjaa sen muualle, eikä ilman valintaa --resolver kysytä keneltäkään, kenelle nimi kuuluu. Se sai: { $received }.
paper-gap-why-held-request = tässä tilassa ei lähetetä mitään, mikä voisi muuttaa jotakin; se tallennettiin mutta pidätettiin
paper-gap-why-farewell = sivun oma sisältökäytäntö (CSP) piilottaa ne; valinnalla --proxy ne näkyvät
paper-gap-why-messages = selain kertoi { $n } viestistä, välityspalvelimen läpi kulki { $m }; ne säilytettiin
paper-gap-why-never-loaded-so-far = Sivu ei koskaan latautunut loppuun; siitä oli tullut { $n } Mt.
paper-gap-why-never-loaded = Sivu ei koskaan latautunut loppuun.
paper-gap-why-no-answer = Ei vastausta: { $hosts }.
paper-gap-why-script-ended = Sivu oli jumissa viisi sekuntia; sen skripti pysäytettiin.
paper-gap-why-page-crashed = Sivu kaatui.
paper-gap-why-under-way = Se oli vielä kesken, kun tarkastus jatkui.
paper-gap-why-not-kept = Kenttä ei säilyttänyt arvoa kirjoitetussa muodossa, joten se voi lähteä toisen näköisenä.
paper-gap-why-limit = Niillä ei käyty: raja on --pages { $n }. Suuremmalla rajalla käydään useammalla.
paper-gap-why-no-address = Sillä ei ole omaa osoitetta, joten siinä ei voitu käydä; siihen ei kirjoitettu mitään.
paper-gap-why-endless = Sivu kasvoi joka kerta, kun sen loppuun tultiin, ja se jätettiin { $n } kerran jälkeen. Mitä alempana tulee, jäi tarkastamatta.
paper-gap-why-opened-again = Vain ensimmäiset { $n } avattiin uudelleen, jotta nähdään, mitä ne siitä lähettävät.
paper-gap-why-files = Ladattavia tiedostoja ja asiakirjoja ei avata.
paper-gap-why-button-buys = Sitä ei painettu: sen sanojen mukaan se ostaa tai maksaa.
paper-gap-why-button-deletes = Sitä ei painettu: sen sanojen mukaan se poistaa.
paper-gap-why-button-ends = Sitä ei painettu: sen sanojen mukaan se kirjaa ulos tai lopettaa jotain.
paper-gap-why-link-ends = Sitä ei avattu: sen sanojen tai osoitteen mukaan se poistaa, kirjaa ulos tai lopettaa jotain. Sen takana olevaa ei testattu.
paper-gap-why-button-keeps = Sitä ei painettu: sen sanojen mukaan se tulostaa tai lataa.
paper-gap-why-grave = Painike sanoo ostavansa, poistavansa tai kirjaavansa ulos. Sitä painettiin, ja se, mitä se lähettää, tallennettiin mutta pidätettiin; mikään tila ei lähetä sitä.
paper-gap-why-covered = Kukaan kävijä ei pääse niihin, kun valintaikkuna tai kerros on niiden päällä, eikä tarkastus saanut sitä pois. Niitä ei testattu.
paper-gap-why-field-refused = Se ei kerro, mitä siihen kuuluu, eikä se hyväksynyt keksittyä sanaa. Se jätettiin tyhjäksi; mitä kävijä siihen kirjoittaa, on testaamatta.
paper-gap-why-field-riddle = Vain ihminen näkee, mitä siihen kuuluu. Mitä kävijä siihen kirjoittaa, on testaamatta.
paper-gap-why-field-other-number = Se teki kirjoitetusta toisen puhelinnumeron, joka voi olla jonkun oma, joten se jätettiin tyhjäksi. Mitä kävijä siihen kirjoittaa, on testaamatta.
paper-gap-why-field-takes-nothing = Se ei hyväksynyt mitään kokeilluista arvoista. Mitä kävijä siihen kirjoittaa, on testaamatta.
paper-gap-why-field-offers-nothing = Se ei ota näppäimiä, eikä napsautus siinä avannut mitään valittavaa. Mitä kävijä siinä valitsee, on testaamatta.
paper-gap-why-field-unreachable = Siihen ei voinut kirjoittaa, joten mitä kävijä siihen kirjoittaa, on testaamatta.
paper-gap-why-field-not-filled = Sitä ei voitu täyttää ({ $why }).
paper-gap-why-never-send = Se on luettelossanne lomakkeista, joita ei koskaan lähetetä.
paper-gap-why-never-send-near = Sen nimi on lähellä nimeä { $name }, joka on luettelossanne lomakkeista, joita ei koskaan lähetetä, eikä sovi mihinkään täällä. Sitä ei lähetetty.
paper-gap-why-form-pressed-fields = Painiketta { $button } painettiin, mutta lomake jäi paikalleen eikä sen tietojen nähty lähtevän. Sivun mukaan nämä kentät ovat virheellisiä: { $fields }. Lähettämisen jälkeistä ei testattu.
paper-gap-why-form-pressed-alert = Painiketta { $button } painettiin, mutta lomake jäi paikalleen eikä sen tietojen nähty lähtevän. Sivulla on virheilmoitus ({ $n } merkkiä). Lähettämisen jälkeistä ei testattu.
paper-gap-why-form-pressed-silent = Painiketta { $button } painettiin, mutta lomake jäi paikalleen eikä sen tietojen nähty lähtevän. Sivu ei kerro syytä. Lähettämisen jälkeistä ei testattu.
paper-gap-why-form-pressed-unread = Painiketta { $button } painettiin, ja lomake jäi paikalleen. Muille lähti jotakin, jota ei voi lukea: lomake on voinut lähteä sen mukana, eikä sitä lähetetty toista kertaa.
paper-gap-why-form-shut-fields = Sen painike { $button } pysyi pois käytöstä. Sivun mukaan nämä kentät ovat virheellisiä: { $fields }. Lähettämisen jälkeistä ei testattu.
paper-gap-why-form-shut-alert = Sen painike { $button } pysyi pois käytöstä. Sivulla on virheilmoitus ({ $n } merkkiä). Lähettämisen jälkeistä ei testattu.
paper-gap-why-form-shut-silent = Sen painike { $button } pysyi pois käytöstä, eikä sivu kerro syytä. Lähettämisen jälkeistä ei testattu.
paper-gap-why-answer-untried = Lomake, jossa se oli, lähetettiin ennen kuin sitä painettiin, eikä lomake tullut uudelleen esiin. Mihin se johtaa, sitä ei testattu.
paper-gap-why-form-unpressed = Mitään sen lähettävää painiketta ei voitu painaa. Lähettämisen jälkeistä ei testattu.
paper-gap-why-script-failed = Tarkastuksen oma komentosarja epäonnistui sivulla: kenttiä, painikkeita tai linkkejä on voinut jäädä huomaamatta. Ilmoita siitä mielellään.
paper-gap-why-covered-by = Kukaan kävijä ei pääse niihin, kun valintaikkuna tai kerros on niiden päällä, eikä tarkastus saanut sitä pois. Sen avasi { $button }. Niitä ei testattu.
paper-gap-why-file-sent = Sivu lähetti tiedoston palveluun heti, kun se oli valittu, ilman painiketta. Sitä ei pidätetty, vaikka tämä tila ei lähetä lomakkeita.
paper-gap-why-fill-mode = Tarkastus täytti lomakkeen ja painoi painikkeita mutta ei lähettänyt sitä. Ajakaa uudelleen valinnalla --mode submit, jos se on sallittua.
paper-gap-why-held = Tässä tilassa palveluun ei lähetetä mitään, mikä voisi muuttaa siellä jotain: kirjattu, mutta pidätetty.
paper-gap-why-leaves-service = Se johtaa pois palvelusta, eikä tarkastus mene sinne koskaan: kirjattu, mutta ei lähetetty.
paper-gap-why-not-written = Sitä ei voitu kirjoittaa levylle ({ $why }).
paper-gap-why-no-dialog = Suostumuskysymystä, jossa olisi tällainen painike, ei löytynyt. Sivuilla käytiin ilman vastausta. Jos palvelu kuitenkin kysyy, vastausta ei ole kokeiltu.
paper-gap-why-step-failed = Vaihe ”{ $step }” epäonnistui (tallenteen rivi { $line }), ja seuraava perustuu siihen.
paper-gap-why-nothing-near = Mikään sivulla ei vastaa valitsinta { $wanted }; lähin on { $near }.
paper-gap-why-nothing = Mikään sivulla ei vastaa valitsinta { $wanted }.
paper-gap-why-outside-service = { $url } ei kuulu mihinkään palvelun osoitteista (first_party), joten siellä ei käyty. Jos se on palvelun oma, lisätkää se sinne; muuten lopettakaa tallenne ennen sitä.
paper-gap-why-error-without-page = Palvelin vastasi virheellä ja ilman sivua. Korjatkaa osoite tai palvelu.
paper-gap-why-no-selector = { $wanted } ei ole kelvollinen valitsin, ei CSS eikä XPath.
paper-gap-why-never-true-error = Lauseke, jota tallenne odottaa, ei koskaan tullut todeksi; se päättyi virheeseen: { $error }. Korjatkaa lauseke, antakaa vaiheelle pidempi timeout tai tallentakaa polku uudelleen.
paper-gap-why-never-true = Lauseke, jota tallenne odottaa, ei koskaan tullut todeksi. Antakaa vaiheelle pidempi timeout tai tallentakaa polku uudelleen.
paper-gap-why-count = { $wanted }, määrä sivulla: { $found }. Tallenne odottaa { $operator } { $count }.
paper-gap-why-led-elsewhere = Tallenne jatkuu osoitteeseen { $there }; sivu näytti osoitteen { $here }.
paper-gap-why-never-visible = { $wanted } on sivulla, mutta ei koskaan tullut näkyviin.
paper-gap-why-never-hidden = { $wanted } pysyi näkyvissä; tallenne odottaa sen katoavan.
paper-gap-why-not-as-recorded = { $wanted } on sivulla, mutta sen attribuutit tai ominaisuudet eivät ole ne, joita tallenne odottaa.
paper-gap-why-custom-step = Vain vaiheen kirjoittanut selainlaajennus osaa tehdä sen. Se ohitettiin, ja polku jatkui. Tallentakaa se napsautuksina ja syöttöinä, niin se tehdään.
paper-gap-why-no-pop-up = Mikään ponnahdusikkuna ei näytä osoitetta { $url }.
paper-gap-why-replaced = Sivu vaihtui toiseksi, kun sitä tarkastettiin.
paper-gap-why-no-page = { $url } ei näytä sivua ({ $why })
paper-gap-why-slow-address = { $url } ei latautunut { $n } sekunnissa
paper-gap-why-slow = Sivu ei latautunut { $n } sekunnissa.
paper-gap-why-led-nowhere = Sitä ei seurannut mitään { $n } sekunnissa, vaikka tallenne jatkuu tässä toiselle sivulle. Sen jälkeisiä vaiheita ei tehty.
paper-gap-why-password = Se vaatii käyttäjätunnuksen ja salasanan, eikä tarkastuksella ole niitä.
paper-gap-why-browser-ended = Selain sulkeutui.
paper-gap-why-stopped = Tarkastus keskeytettiin.
paper-gap-why-stopped-before = Tarkastus keskeytettiin ennen sitä.
paper-gap-why-literal = Tallenteessa on arvo auki kirjoitettuna eikä merkintää kuten {"{{user.email}}"}: sitä ei etsitä lähetetystä. Korvatkaa se merkinnällä.
paper-gap-why-blank = Sen lataus ei päättynyt, eikä se näytä mitään.
paper-gap-why-unframed = yksikään sen kehyksistä ei latautunut, eikä sivu näytä muuta
paper-gap-why-asked-on = Sivu kysyi osoitteesta { $url } yli { $n } s ajan, onko valmista; sitä ei odotettu.
paper-gap-what-more-buttons = mitä { $n } muuta painiketta sivulla { $page } tekevät
paper-gap-why-form-answered-fields = { $button } painettiin, palvelu sai sen, ja lomake jäi paikalleen; sivu sanoo virheellisiksi: { $fields }. Sitä, mitä siitä seuraa, ei nähty.
paper-gap-why-fields-unseen = Ne täytettiin, eikä mitään niistä nähty lähtevän, vaikka niiden vieressä painettiin painikkeita.
paper-gap-why-buttons-spent = Sivun painikkeista painettiin { $n } kenttien löytämiseksi, ei enempää.
paper-gap-why-chosen-steps = Se kysyy asian kerrallaan: se jätettiin { $n } vaiheen jälkeen.
paper-gap-why-undrawn = se ei näytä mitään: yksi sen skripteistä epäonnistui, ja sen myötä se, mitä sen piti piirtää
paper-gap-why-empty-page = se on ladattu eikä näytä mitään
paper-gap-why-others-openers = kehys kuuluu toiselle sivustolle: siinä painetaan vain kenttien vieressä olevia painikkeita
paper-gap-why-foreign = Lomake on toisen sivuston kehyksessä, first_partyn ulkopuolella. Se täytettiin, ja se, mitä se lähettää, tallennettiin mutta pidätettiin.
paper-gap-why-deaf = Selain ei enää vastannut.
paper-gap-why-broke-off = rutiini katkesi ohjelman virheeseen, eikä mitään ajeta aikataulun mukaan ennen kuin se käynnistetään uudelleen: { $problem }
paper-gap-why-unstamped = Aikaleimaa ei saatu: { $problem }. Todistepaketti on sinetöity ilman sitä.
paper-gap-why-not-loaded = Se ei latautunut ({ $why }).
paper-gap-why-status = Palvelin vastasi virheellä { $status }.
paper-gap-why-blob = Se oli tyhjä tai sellainen, jota selain ei näytä.
paper-gap-why-cut = { $n } tavua lähetettiin, mutta niistä nähtiin vain { $m }.
paper-gap-why-report = { $n } tavua lähetettiin raporttina, jonka selain tekee itse eikä näytä: siinä on sivun osoite kaikkineen, mitä osoitteessa on. --proxy näyttää sen.
paper-gap-why-unseen-length = { $n } tavua lähetettiin, mutta selain ei voinut näyttää niitä.
paper-gap-why-unseen = Jotain lähetettiin, mutta selain ei voinut näyttää sitä.
paper-gap-why-too-many-acts = Niitä oli yli { $n }; loppuja ei kirjattu.
paper-gap-why-too-many-windows = Niitä oli yli { $n }; loput suljettiin näkemättä.
paper-gap-why-windows-for-ever = Sivu avaa ikkunoita jatkuvasti; { $n } ensimmäisen jälkeen avattuja ei tarkastettu.
paper-gap-why-download = Se on ladattava tiedosto, eikä tarkastus lataa tiedostoja.
paper-gap-why-too-long = Se oli yli 1 Mt eikä sitä säilytetty.
paper-gap-why-gone = Selaimella ei enää ollut sitä.
paper-gap-why-fits-none-near = Mikään kohdattu lomake ei sovi siihen. Tarkoititteko { $near }?
paper-gap-why-fits-none = Mikään kohdattu lomake ei sovi siihen.
paper-gap-why-past-proxy = Tällaiset yhteydet ohittavat jokaisen välityspalvelimen; vain selain kertoi siitä.
paper-gap-why-unseen-by-proxy = Selain kertoi siitä, mutta se ei kulkenut tallentavan välityspalvelimen kautta.
paper-gap-why-only-proxy = Vain tallentava välityspalvelin näki sen; selain ei kertonut sellaisesta pyynnöstä.
paper-gap-why-only-log = Selaimen oma verkkoloki kertoo siitä; mikään muu selaimen rajapinta ei kertonut.
paper-gap-why-worker-check = Selain kysyi itse, onko service workerin skripti muuttunut, kuten se tekee aika ajoin. Vain sen oma verkkoloki kertoo siitä.
paper-gap-why-opened-ahead = Selain avasi yhteyden ennakolta, eikä sitä seurannut pyyntöä. Vain sen oma verkkoloki kertoo siitä.
paper-gap-why-looked-up = Selain haki nimen osoitteen ennakolta, eikä sitä seurannut pyyntöä. Vain sen oma verkkoloki kertoo siitä.
paper-gap-why-log-unread = Selain ei kirjoittanut lokia, jota voisi lukea.
paper-gap-why-log-late = Selain ei ehtinyt kirjoittaa sitä.
paper-gap-why-differ = Selain kertoi { $n } tavusta, välityspalvelimen läpi kulki { $m }; ne säilytettiin.
paper-gap-why-no-way = Tallentava välityspalvelin ei saanut siihen yhteyttä ({ $why }).
paper-gap-why-no-record = Vastausta ei kirjattu.
paper-gap-why-declared-unshown = Ei voitu tarkistaa: linjauksessa on siitä sana, mutta mikään haettu tai lähetetty ei näytä sitä.
paper-gap-why-zone-empty = Mikään sivu ei kuulu siihen: sitä edeltävä ”{ $other }” vie ne kaikki.
paper-gap-why-server-error = Palvelin vastasi virheellä.
paper-gap-why-body-not-kept = Sen sisältöä ei säilytetty.
paper-gap-why-budget = Purkaminen tuotti yli { $n } tavua ja lopetettiin siihen.
paper-gap-why-zip-encrypted = Zip-arkiston tiedosto on salattu.
paper-gap-why-zip-method = Zip-arkiston tiedosto on pakattu tavalla, jota ohjelma ei avaa.
paper-gap-why-pdf = PDF-asiakirja: teksti luettiin vain siltä osin kuin se on tallennettu kirjaimina.
paper-gap-why-encoding = Se on pakattu tavalla, jota ei avata tässä: { $layer }.
paper-gap-why-not-that = Sen sanotaan olevan pakattu muotoon { $layer }, mutta se ei ole.
paper-gap-why-server-silent = Nimipalvelin { $server } ei vastannut.
paper-gap-why-server-failed = Nimipalvelin { $server } ei osannut vastata ({ $why }).
paper-gap-why-unload-served = se kuuntelee tapahtumaa `unload` ja sitä palvelee service worker: Chromium kadottaa osan siitä, mitä silloin lähetetään
paper-gap-why-long-timer = yli viiden sekunnin ajastimia ei odoteta
paper-gap-why-unread-event = ohjelma ei osaa lukea sitä
paper-gap-why-webrtc = palvelimet ja datakanavien viestit nähtiin; selain ei kerro, kuka on toisessa päässä, eikä äänestä ja kuvasta, ja suora liikenne välityspalvelimen ohi oli siltä suljettu
paper-gap-why-unreachable = { $url } ei vastaa ({ $why })
paper-gap-why-browser-failed = selainta ei voitu käyttää ({ $why })
paper-gap-why-no-browser = Chromiumia ei löytynyt
paper-gap-why-configuration-status = https://{ $url } vastasi { $status }
paper-gap-why-configuration-unread = https://{ $url } ei sisällä yhtään asetusta, jonka voisi lukea
paper-gap-why-configuration-missing = https://{ $url } ei ollut haettavissa ({ $why })
paper-gap-why-hook-status = webhook vastasi { $status }
paper-gap-why-hook-failed = webhookiin ei saatu yhteyttä ({ $why })
paper-gap-why-hook-at-status = webhook osoitteessa { $host } vastasi { $status }
paper-gap-why-hook-at-failed = webhookiin osoitteessa { $host } ei saatu yhteyttä ({ $why })
paper-gap-why-no-answer-in = ei vastausta { $n } sekunnissa
paper-gap-why-mail-receiver = vastaanottaja ei ole sähköpostiosoite
paper-gap-why-mail-sender = lähettäjä ei ole sähköpostiosoite
paper-gap-why-mail-address = sähköpostipalvelinta ei ole annettu muodossa smtp://palvelin:portti tai smtps://palvelin
paper-gap-why-mail-unencrypted = salasanaa ei lähetetä toiseen koneeseen salaamatta
paper-gap-why-hook-unencrypted = tunnistetta ei lähetetä toiseen koneeseen salaamatta
paper-gap-why-mail-offers = sähköpostipalvelin ei tarjoa sitä, mitä siltä pyydetään ({ $why })
paper-gap-why-unset = { $name } puuttuu
paper-gap-why-not-set-up = { $name } ei ole käytössä
paper-gap-why-secret-unread = tiedostoa { $file } ei voi lukea ({ $why })
paper-gap-why-mail-status = sähköpostipalvelin vastasi { $status }
paper-gap-why-mail-silent = sähköpostipalvelin ei vastaa
paper-gap-why-mail-certificate = sähköpostipalvelimen varmennetta ei hyväksytä
paper-gap-why-mail-unreachable = sähköpostipalvelimeen ei saatu yhteyttä
paper-gap-why-mail-unnamed = sähköpostipalvelinta ei ole nimetty: SLUSS_SMTP tai `smtp` kohdassa [watch]

## Raportti: mitä nyt tehdään, mitä skriptit tekivät
paper-now = Mitä nyt tehdään
paper-now-stop = Pysäyttäkää se, mitä palvelusta lähtee: muuttakaa se, mitä kunkin löydöksen kohdassa ”Mitä pitää muuttaa” sanotaan, vakavin ensin.
paper-now-decide = Jonkun on päätettävä tänään, onko tämä henkilötietojen tietoturvaloukkaus. Siitä hetkestä, kun tiedätte loukkauksesta, kuluvat tietosuoja-asetuksen 33 artiklan 72 tuntia. Työkalu ehdottaa; nimetty henkilö päättää.
paper-now-case = Säilyttäkää perustelut rekisterissä, mikä päätös onkin:
paper-now-again = Tarkastakaa uudelleen. Vasta se osoittaa, että vuoto on loppunut.
paper-now-look = Käykää läpi se, mitä ei voitu nähdä, ja järjestäkää niin, että se voidaan nähdä: ”mitään ei löytynyt” ei koske sitä.
paper-how = Miten se nähtiin: { $n ->
        [one] { $n } esimerkki
       *[other] { $n } esimerkkiä
    }, todisteena pyyntö
paper-picture-there = Katso sivu tässä vaiheessa
paper-behaviours = Mitä skriptit tekivät lähettämisen lisäksi
paper-behaviours-lead = Kentän lukeminen tai näppäinten kuunteleminen ei vielä lähetä mitään, mutta se on sitä edeltävä vaihe. Myös tutut työkalut ja lomakkeet tekevät niin; kysykää skriptin omistajalta, mitä varten se on.
paper-behaviours-none = Yhdenkään kolmannen osapuolen skriptin ei nähty lukevan kenttiä, kuuntelevan näppäimiä tai tallentavan mitään.
paper-script-of = Kenen skripti
paper-reads = Lukee kentät
paper-hears = Kuuntelee näppäimiä kohteessa
paper-keeps = Tallentaa kävijän laitteelle
paper-kept-sent = { $n ->
        [one] lähetetty { $n } pyynnössä
       *[other] lähetetty { $n } pyynnössä
    }
paper-and-more = ja { $n } muuta
paper-relation-listed = kolmas osapuoli, luettelon ”{ $list }” mukaan seuraaja

## Steps: what was done (tables/gaps.toml)
paper-gap-step-open = avaa { $page }
paper-gap-step-fill = täytä { $fields }
paper-gap-step-click = paina { $button }
paper-gap-step-change = kirjoita kenttään { $field }
paper-gap-step-navigate = siirry osoitteeseen { $page }
paper-gap-step-consent-accept = anna suostumus
paper-gap-step-consent-reject = evää suostumus
paper-gap-step-mouse-away = vie hiiri pois sivulta
paper-gap-step-leave = poistu sivulta
paper-gap-step-key-down = paina { $key } alas
paper-gap-step-key-up = vapauta { $key }
paper-gap-step-hover = osoita { $element }
paper-gap-step-double-click = kaksoisnapsauta { $element }
paper-gap-step-viewport = aseta ikkunan kooksi { $size }
paper-gap-step-scroll = vieritä sivua
paper-gap-step-scroll-element = vieritä { $element }
paper-gap-step-wait-element = odota: { $element }
paper-gap-step-network-speed = muuta verkon nopeutta
paper-gap-step-wait-expression = odota ehtoa
paper-gap-what-bodies = { $n ->
    [one] { $n } pyynnön sisältö palvelimelle { $host } tiedostossa { $file }
   *[other] { $n } pyynnön sisällöt palvelimelle { $host } tiedostossa { $file }
}
paper-gap-why-not-in-file = lähetettiin { $n } tavua, joita ei ole tiedostossa
paper-gap-why-sent-not-in-file = sitä, mitä lähetettiin, ei ole tiedostossa
paper-gap-unread-attached = tiedostoa { $name }, jossa lähetetty on, ei ole, tai se on suurempi kuin 32 MiB
paper-gap-unread-dump = vedoksen rivejä ei voitu avata; vedosta ne tekstinä (--format=plain)
paper-gap-what-hole = { $n } tavua, jotka lähetettiin portista { $port } osoitteeseen { $to }, tiedostossa { $file }
paper-gap-why-lost-after = ne hävisivät ennen tallennusta, ajan { $time } jälkeen; niiden joukossa voi olla kokonaisia pyyntöjä
paper-gap-why-lost = ne hävisivät ennen tallennusta; niiden joukossa voi olla kokonaisia pyyntöjä
paper-gap-unread-no-packet = tallenteessa ei ole yhtään pakettia
paper-gap-unread-flow-large = vuo { $n } on suurempi kuin 32 MiB; se luettiin tavuina
paper-gap-unread-record-large = tietue { $n } on suurempi kuin 32 MiB; se luettiin tavuina
paper-gap-unread-only-answers = siinä on vastauksia ({ $n }) eikä yhtään pyyntöä, joten lähetettyä ei ole siinä
paper-gap-what-tls-streams = TLS-yhteydet tiedostossa { $file }: { $n }
paper-gap-what-http2-streams = HTTP/2-yhteydet tiedostossa { $file }: { $n }
paper-gap-what-quic-packets = QUIC-paketit tiedostossa { $file }: { $n }
paper-gap-what-other-streams = TCP-yhteydet ilman HTTP-pyyntöä tiedostossa { $file }: { $n }
paper-gap-what-datagrams = UDP-paketit tiedostossa { $file }: { $n }
paper-gap-what-fragments = IP-pirstaleet tiedostossa { $file }: { $n }
paper-gap-what-sealed-packets = IPsec- ja MACsec-paketit tiedostossa { $file }: { $n }
paper-gap-what-foreign-packets = muiden protokollien paketit tiedostossa { $file }: { $n }
paper-gap-what-cut-packets = katkaistut paketit tiedostossa { $file }: { $n }
paper-gap-what-more-parts = { $n } muuta osaa
paper-gap-why-encrypted = ne on salattu; tallenna siellä, missä liikenne on selväkielistä, tai selaimessa
paper-gap-why-only-http1 = paketeista luetaan vain HTTP/1.x
paper-gap-why-cut-headers = niiden otsakkeet eivät ole kokonaisia; tallenna kokonaiset paketit
paper-gap-why-fragments = niitä ei koota
paper-gap-why-thousand = vain ensimmäiset tuhat mainitaan
paper-gap-unread-cut = tiedostoa ei voi lukea tästä eteenpäin ({ $why })
paper-gap-unread-access-log = ei käyttölokin rivi (common tai combined); se luettiin tekstinä
paper-gap-unread-har-large = HAR-tiedoston merkintä { $n } on suurempi kuin 32 MiB; se luettiin tavuina
paper-gap-unread-list-large = luettelon merkintä { $n } on suurempi kuin 32 MiB; se luettiin tavuina
paper-gap-unread-har-entry = HAR-tiedoston merkintä { $n }: { $unread }
paper-gap-unread-list-entry = luettelon merkintä { $n }: { $unread }
paper-gap-unread-no-object = se ei ole JSON-olio
paper-gap-unread-no-url = osoite puuttuu (`request.url` on tyhjä)
paper-gap-unread-body-base64 = sen sisältö ei ole kelvollista base64:ää; se luettiin sellaisenaan
paper-gap-unread-replaced = tiedoston kirjoittanut ohjelma korvasi sisällöstä tavut, jotka eivät ole tekstiä; niiden tilalla ollutta ei voi nähdä
paper-gap-unread-missing-field = `{ $field }` puuttuu
paper-gap-unread-follows = JSON-asiakirjan jälkeen tuleva ei ole sellainen; se luettiin sinä mitä se on
paper-gap-unread-har-cut = HAR-tiedosto päättyy kesken; se katkesi kirjoitettaessa tai kopioitaessa
paper-gap-unread-list-cut = luettelo päättyy kesken; se katkesi kirjoitettaessa tai kopioitaessa
paper-gap-unread-no-json = tämä ei ole HAR-tiedosto tai kelvollista JSONia; tästä eteenpäin se luettiin tavuina
paper-gap-unread-har-beside = HAR-tiedostossa on `log`-osan lisäksi muuta; se luettiin tavuina
paper-gap-unread-no-har = tämä ei ole HAR-tiedosto: `log.entries` puuttuu; se luettiin tavuina
paper-gap-unread-parquet-bare = Parquet-tiedosto luetaan lopusta ja sen on oltava oma tiedostonsa; pura se ensin
paper-gap-unread-zip-bare = zip-arkisto luetaan lopusta ja sen on oltava oma tiedostonsa; pura se ensin
paper-gap-unread-packed = { $what }-pakattuja tiedostoja ei avata tässä; pura se ensin
paper-gap-unread-zip-broken = zip-arkistoa ei voi lukea ({ $why }); se luettiin tavuina
paper-gap-unread-tar-nested = toisen sisällä olevaa tar-arkistoa ei avata; pura se ensin
paper-gap-unread-tar-broken = tar-arkisto on vahingoittunut tai katkennut; loppu luettiin tavuina
paper-gap-unread-json-lines = JSON-rivejä ilman `url`-kenttää: ne luettiin tekstinä, joten lähetysaika ja vastaanottaja eivät ole tiedossa
paper-gap-unread-zip-overlap = zip-arkiston tiedostot menevät päällekkäin; loppuja ei luettu
paper-gap-unread-encrypted = se on salattu; pura se ensin
paper-gap-unread-table = taulua { $name } ei voi lukea loppuun ({ $why }); loput luettiin tavuina
paper-gap-unread-packed-inside = se on pakattu menetelmällä { $method }; pura se ensin
paper-gap-unread-line-long = rivi on pidempi kuin 32 MiB; se luettiin tavuina, osissa
paper-gap-unread-row-long = rivi on pidempi kuin 32 MiB, tai siinä on yli 262 144 saraketta; tästä eteenpäin tiedosto luettiin tavuina
paper-gap-unread-no-exchange-object = ei pyyntöä: rivi on olio kuten { $example }
paper-gap-unread-no-exchange-url = ei pyyntöä: `url` puuttuu (sarake { $n })
paper-gap-unread-no-exchange-type = ei pyyntöä: väärän tyyppinen arvo (sarake { $n })
paper-gap-unread-no-exchange-empty = ei pyyntöä: `url` on tyhjä (sarake { $n })
paper-gap-unread-no-exchange-json = ei pyyntöä: rivi ei ole kelvollista JSONia: { $why } (sarake { $n })
paper-gap-unread-no-exchange = ei pyyntöä: { $why } (sarake { $n })
paper-gap-unread-no-exchange-nowhere = ei pyyntöä: { $why }
paper-gap-unread-at = `at` ei ole aika, esimerkiksi `2021-03-01T12:00:00Z`; muu luettiin
paper-gap-unread-rows-odd = rivit, jotka eivät ole sitä mitä tiedosto niistä sanoo, luettiin tavuina
paper-gap-unread-har-time = `startedDateTime` ei ole aika, esimerkiksi `2021-03-01T12:00:00Z`; muu luettiin
paper-gap-unread-row-unclosed = rivin lainausmerkki jää sulkematta; rivi luettiin loppuunsa asti
paper-gap-unread-two-bodies = sekä `body` että `body_base64` on annettu; molemmat luettiin
paper-gap-unread-base64 = `body_base64` ei ole kelvollista base64:ää; se luettiin sellaisenaan
paper-gap-unread-row = rivi: { $unread }
paper-gap-unread-parquet = Parquet-tiedostoa ei voi lukea tästä eteenpäin ({ $why })
paper-gap-unread-column-type = `{ $name }` on väärää tyyppiä; muu luettiin
paper-gap-unread-column-twice = `{ $name }` on kahdesti; ensimmäinen luettiin
paper-gap-unread-columns = { $names } eivät ole sitä, mitä niiden pitäisi olla; muu luettiin
paper-gap-unread-url-empty = `url` on tyhjä
paper-gap-unread-headers = `headers` ei ole parien luettelo, taulukko eikä JSON; muu luettiin
paper-gap-unread-frames = `frames` ei ole tekstien luettelo; muu luettiin
paper-gap-unread-request-lost = pyyntö osoitteeseen { $to }: { $n } tavua hävisi ennen tallennusta
paper-gap-unread-request-cut = pyyntö osoitteeseen { $to }: loppua ei tallennettu
paper-gap-unread-request-chunks = pyyntö osoitteeseen { $to }: sen osia ei voi erottaa toisistaan
paper-gap-unread-socket = WebSocketia osoitteeseen { $to } ei voinut lukea pidemmälle
paper-gap-unread-stray = tavut osoitteeseen { $to } eivät kuulu pyyntöön, jonka alku olisi tallennettu; ne luettiin sisältönä
paper-gap-unread-stray-kept = tavuista osoitteeseen { $to }, jotka eivät kuulu tällaiseen pyyntöön, säilytettiin vain ensimmäiset { $n }
paper-gap-unread-link = { $n } pakettia linkkityyppiä { $link }, jota ei tunneta tässä; ne luettiin tavuina
paper-gap-unread-packet-cut = tallenne päättyy kesken paketin, tavun { $n } kohdalla
paper-gap-unread-packet-wrong = tallenne on vahingoittunut tavun { $n } kohdalta; sen jälkeisiä paketteja ei luettu
paper-gap-unread-missing = tiedostoa ei ole
paper-gap-unread-barred = lukuoikeus puuttuu
paper-gap-unread-unopened = sitä ei voi avata ({ $why })
paper-gap-unread-folder = se on kansio, ei tiedosto
paper-gap-unread-parquet-inside = se on Parquet-tiedosto jonkin muun sisällä; pura se ensin
paper-gap-unread-stopped = keskeytettiin tähän, kun { $read } tavua { $size } tavusta oli luettu
paper-gap-unread-stopped-stream = keskeytettiin tähän, kun { $read } tavua oli luettu
paper-gap-unread-stopped-before = keskeytettiin ennen sitä; sitä ei tutkittu
paper-gap-unread-more = ja { $n } muuta

# Recipients whose name in tables/vendors is a description; their ids.
paper-recipient-name-google-apis = Googlen rajapinnat ja kirjastot
