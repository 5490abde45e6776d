# Words of judge, language fi. Keys start with `judge-`; all languages hold the same keys and variables.
# Each rule has four messages: title (a few words), why (what was seen), fix (what to change), law (the source).
# Arguments are the facts of a finding; identifiers, roles, switches and consents arrive in words.
# Section 205 of the Finnish Act on Electronic Communications Services (917/2014): Helsinki Administrative Court, release of
# 2024-10-09, https://www.sttinfo.fi/tiedote/70615323, read 2026-11-26.

## Parts of sentences
judge-held = Tarkastus pidätti sen ennen kuin se lähti selaimesta; kävijältä se lähetetään.
judge-contacts = { $contact ->
    [connection] { $count ->
        [one] yhden yhteyden ilman pyyntöä
       *[other] { $count } yhteyttä ilman pyyntöä
    }
   *[request] { $count ->
        [one] yhden pyynnön
       *[other] { $count } pyyntöä
    }
}
judge-disguise = { $disguise ->
    [plain] Luettavissa sellaisenaan.
    [reversed] Kirjoitettu takaperin, minkä kuka tahansa voi lukea.
    [encoded] Vain koodattu, minkä kuka tahansa voi purkaa.
   *[hashed] Laskettu tiivisteeksi, mutta vastaanottaja, jolla on sama arvo, tunnistaa sen silti.
}
judge-how = { $how ->
    [automatic] Vastaanottajan oma skripti poimi tiedon sivulta itse.
    [given] Sivusto luovutti tiedon.
    [own-form] Tieto kirjoitettiin vastaanottajan omaan lomakkeeseen, sen kehyksessä sivulla.
    [another-script] Tiedon pani siihen tämän osapuolen skripti: { $script_owner }.
   *[unknown] Pyynnöstä ei selviä, kuka tiedon siihen pani.
}
judge-change-at = { $has_settings_page ->
    [yes] Asetus on täällä: { $settings_page }
   *[no] Taulukot eivät tunne tämän vastaanottajan asetussivua; kysykää siltä, jolla on tili siellä.
}
judge-not-looked-at = Tällä kertaa ei tarkastettu sitä, missä löydös tehtiin: aiemmassa tarkastuksessa oli sivuja, polkuja, suostumusvastauksia, skriptejä tai vastaanottajien asetuksia, joita tässä ei ole. Silloin tässä luki:
judge-severity-kept = Sen vakavuus on sama kuin aiemmassa tarkastuksessa: sitä, mikä teki siitä vakavan, ei tarkastettu uudelleen.

## Reasons for a severity
judge-reason-someone-else = tieto koskee jotakuta muuta kuin kävijää
judge-reason-not-hashed = tiedosta ei ollut laskettu tiivistettä
judge-reason-after-refusal = kävijä oli evännyt suostumuksen
judge-reason-closed-zone = näillä sivuilla ei sallita ketään muuta
judge-reason-taken-automatically = vastaanottajan skripti poimi tiedon itse
judge-reason-password = salasanalla pääsee sisään kuka tahansa, jolla se on
judge-reason-key-by-key = kirjoitettu lähetetään näppäys kerrallaan
judge-reason-hears-inputs = skripti kuuntelee kaikkea sivulle kirjoitettavaa ja useiden kenttien luettava teksti meni perille
judge-reason-replay-form = lähetetty on tallenteen muotoista (rrweb)
judge-reason-uncertain = osuma voi olla sattumaa
judge-reason-indirect = arvo ei yksin yksilöi henkilöä
judge-reason-typed-text = mitä tahansa kävijä kenttään kirjoittaa, vastaanottaja saa sen
judge-reason-seen-in-traffic = liikenne osoittaa sen
judge-reason-served-only = toistaiseksi vain määritys osoittaa sen
judge-reason-off-although-declared = päätetty toiminto on pois päältä
judge-reason-tracker = vastaanottaja seuraa ihmisiä sivustolta toiselle tai tallentaa käyntejä
judge-reason-declared = vastaanottaja on linjauksessa
judge-reason-not-declared = vastaanottajaa ei ole linjauksessa
judge-reason-turned-on = asetus kytkettiin päälle
judge-reason-turned-off = asetus kytkettiin pois päältä
judge-reason-before-answer = se tapahtui ennen kuin kävijä oli vastannut
judge-reason-known-recipient = vastaanottaja oli ennestään tuttu
judge-reason-sent-by-it = jokin näistä skripteistä lähetti henkilötietoja
judge-reason-identifiers-sent = sinne lähti henkilötietoja
judge-reason-own-cookies = sinne lähti palvelun omia evästeitä

## What a declaration leaves unsaid
judge-lacks-role = rooli
judge-lacks-purpose = tarkoitus
judge-lacks-assessment = arviointi

## undeclared-personal-data
judge-undeclared-personal-data-title = Tieto ilman päätöstä, vastaanottaja { $recipient }: { $identifier } ({ $role })
judge-undeclared-personal-data-why = { $recipient } sai tiedon: { $identifier }. Henkilö: { $role }. { $reason ->
    [no-declaration] Linjausta ei ole, joten mitään ei tiedetä sallituksi.
    [no-zone] Sivu ei kuulu mihinkään linjauksen vyöhykkeeseen.
    [not-listed] Linjaus ei salli tätä vastaanottajaa näillä sivuilla.
   *[not-this-data] Linjaus sallii vastaanottajan täällä, mutta ei tällaisia tietoja.
} { judge-disguise } { judge-how } { $count ->
    [one] Nähtiin kerran.
   *[other] Nähtiin { $count } kertaa.
}
judge-undeclared-personal-data-fix = Jos siirtoa ei ole tarkoitettu: kytkekää kerääminen pois siellä, missä se on määritetty, ja ajakaa tarkastus uudelleen. Jos se on tarkoitettu: arvioikaa se, ratkaiskaa oikeusperuste ja kirjatkaa se linjaukseen. { judge-change-at }
judge-undeclared-personal-data-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan b alakohta ja 6 artikla (tarkoitus ja oikeusperuste), 5 artiklan 2 kohta ja 24 artikla (osoitusvelvollisuus), 32 artikla (turvallisuus). Siirto, jota ei koskaan tarkoitettu, voi olla henkilötietojen tietoturvaloukkaus, 4 artiklan 12 alakohta ja 33 artikla. Vertaa IMY-2022-3822.

## someone-elses-data
judge-someone-elses-data-title = Toisen henkilön tieto, vastaanottaja { $recipient }: { $identifier }
judge-someone-elses-data-why = { $recipient } sai tiedon: { $identifier }. Se ei ole kävijän oma; kenen: { $role }. Tämä henkilö ei ollut sivulla, ei ole saanut tietoa asiasta eikä ole suostunut mihinkään. { judge-disguise } { judge-how } { $count ->
    [one] Nähtiin kerran.
   *[other] Nähtiin { $count } kertaa.
}
judge-someone-elses-data-fix = Pitäkää vastaanottaja poissa sivuilta, joille kirjoitetaan toisten tietoja, tai kytkekää sen lomakekeruu pois. Kävijän suostumus ei auta. { judge-change-at }
judge-someone-elses-data-law = Tietosuoja-asetuksen 6 artikla (oikeusperuste), 4 artiklan 11 alakohta ja 7 artikla (suostumus annetaan omasta puolesta), 14 artikla (informointi), 25 ja 32 artikla. Päätöksessä IMY-2022-3822 kyse oli kutsutuista.

## setting-conflict
judge-setting-conflict-title = Ristiriitainen asetus, { $recipient }: { $setting }
judge-setting-conflict-why = Asetus: { $setting }, tili { $account }, { $recipient }. Päätetty: { $declared }. Vastaanottaja tarjoaa jokaiselle selaimelle: { $served }. Havaittu liikenteessä: { $observed }. { $through ->
    [platform] { $platform } sanoo: { $platform_says ->
        [on] päällä
        [off] pois päältä
       *[unknown] ei mitään
    }; vastaanottajan oma määritys menee edelle.
    [traffic] Liikenne näyttää, mitä tapahtui, riippumatta siitä, mitä on päätetty tai tarjottu.
   *[declaration] Vastaanottajan oma määritys menee päätetyn edelle.
}
judge-setting-conflict-fix = Muuttakaa asetus vastaanottajan omassa työkalussa, ei vain omassa alustassanne, ja ajakaa tarkastus uudelleen. { judge-change-at }
judge-setting-conflict-law = Tietosuoja-asetuksen 32 artiklan 1 kohdan d alakohta (toimenpiteitä on testattava säännöllisesti), 24 ja 25 artikla. Päätös IMY-2022-3822 koski juuri tätä ristiriitaa.

## automatic-matching-on
judge-automatic-matching-on-title = { $recipient } kerää lomakkeista itse
judge-automatic-matching-on-why = Automaattinen täsmäytys on päällä: tili { $account }, { $recipient }. Mikään linjaus ei salli sitä. Tarjottu: { $served }. Havaittu: { $observed }. Vastaanottajan skripti valitsee kentät, myös piilotetut kentät ja toisten tiedot.
judge-automatic-matching-on-fix = Kytkekää automaattinen täsmäytys pois, tai arvioikaa se ja kirjatkaa se linjaukseen. { judge-change-at }
judge-automatic-matching-on-law = Tietosuoja-asetuksen 4 artiklan 7 alakohta, 24 ja 25 artikla sekä 35 artikla, jos riski on korkea; Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta), jota valvoo PTS.

## forbidden-zone
judge-forbidden-zone-title = { $recipient } sivuilla, joilla sitä ei sallita: { $zone }
judge-forbidden-zone-why = { $recipient } sai { judge-contacts } vyöhykkeen ”{ $zone }” sivuilta. { $closed ->
    [yes] Linjaus ei salli siellä ketään muuta.
   *[no] Linjaus ei mainitse sitä siellä.
} Jokainen pyyntö kertoo vähintään kävijän verkko-osoitteen ja yleensä myös sivun.
judge-forbidden-zone-fix = Poistakaa näiltä sivuilta se, mikä ladataan osoitteesta { $hosts }, tarjotkaa se itse, tai lisätkää vastaanottaja rooleineen ja tarkoituksineen.
judge-forbidden-zone-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan b ja c alakohta, 6 ja 25 artikla; johdanto-osan 30 kappale (verkko-osoitteet). Jos sivu itsessään paljastaa terveydentilan tai vastaavan: 9 artikla.

## form-listening
judge-form-listening-title = { $recipient } { $listens ->
    [reads] lukee lomakekenttiä
    [hears] kuuntelee näppäilyjä
   *[both] lukee lomakekenttiä ja kuuntelee näppäilyjä
}{ $zoned ->
    [yes] : { $zone }
   *[no] {""}
}
judge-form-listening-why = Vastaanottajan { $recipient } skripti { $listens ->
    [reads] luki lomakekenttien sisältöä
    [hears] pyysi selaimelta tiedon jokaisesta näppäilystä
   *[both] luki lomakekenttien sisältöä ja pyysi selaimelta tiedon näppäilyistä
}: { $fields }. Muut löydökset kertovat, lähettikö se jotain; tässä se olisi voinut. Skripti: { $initiator }{ $framed ->
    [yes] {" "}Se tapahtui omassa kehyksessään, johon kävijätkin kirjoittavat: { $frames }.
   *[no] {""}
}
judge-form-listening-fix = Pitäkää skripti poissa lomakesivuilta tai kytkekää sen lomake- ja näppäilykeruu pois. Jos se on tarkoitettu, kirjatkaa linjaukseen, mitä tietoja se saa. { judge-change-at }
judge-form-listening-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan c alakohta, 25 ja 32 artikla; Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta).

## before-consent
judge-before-consent-title = Lähetetty ennen suostumusta, vastaanottaja { $recipient }: { $identifiers } ({ $role })
judge-before-consent-why = { $recipient } sai tiedon: { $identifiers }. Henkilö: { $role }. { $asked ->
    [yes] Suostumuskysymykseen ei ollut vielä vastattu.
    [no] Palvelu ei ollut kysynyt suostumusta.
   *[unknown] Suostumuskysymykseen ei ollut vielä vastattu, tai sitä ei kysytty lainkaan.
} { judge-disguise } { $count ->
    [one] Nähtiin kerran.
   *[other] Nähtiin { $count } kertaa.
}
judge-before-consent-fix = Ladatkaa vastaanottaja vasta, kun suostumus on annettu; tarkistakaa, että tagienhallinnan laukaisin odottaa sitä.
judge-before-consent-law = Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, jota valvoo Traficom; Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta), jota valvoo PTS, ei IMY. Sitä seuraava käsittely vaatii tietosuoja-asetuksen 6 artiklan mukaisen perusteen; suostumus on saatava ensin, 4 artiklan 11 alakohta ja 7 artikla.

## after-refusal
judge-after-refusal-title = Lähetetty, vaikka suostumus evättiin, vastaanottaja { $recipient }: { $identifiers } ({ $role })
judge-after-refusal-why = { $recipient } sai tiedon: { $identifiers }. Henkilö: { $role }. Kävijä oli kieltäytynyt. { judge-disguise } { $count ->
    [one] Nähtiin kerran.
   *[other] Nähtiin { $count } kertaa.
}
judge-after-refusal-fix = Huolehtikaa siitä, että kielto pysäyttää vastaanottajan: kokeilkaa suostumusalustan luokat ja tagienhallinnan laukaisimet tällä polulla.
judge-after-refusal-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan a alakohta, 6 artikla ja 7 artiklan 3 kohta; Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, jota valvoo Traficom; Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta), jota valvoo PTS, ei IMY.

## consent-ignored
judge-consent-ignored-title = { $refused ->
    [yes] Kieltoa ei noudatettu: { $recipient }
   *[no] Ladattiin ennen vastausta: { $recipient }
}
judge-consent-ignored-why = { $recipient } sai { judge-contacts } { $refused ->
    [yes] sen jälkeen kun kävijä oli kieltänyt.
   *[no] ennen kuin kävijä oli vastannut suostumuskysymykseen, tai kysymättä.
} Palvelimet: { $hosts }
judge-consent-ignored-fix = Ladatkaa vastaanottaja vasta, kun suostumus on annettu. Kokeilkaa kieltoa tällä polulla: suostumusalustan luokkien ja tagienhallinnan laukaisimien on vastattava toisiaan.
judge-consent-ignored-law = Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, jota valvoo Traficom; Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta), jota valvoo PTS, ei IMY.

## before-submission
judge-before-submission-title = Lähetetty kesken lomakkeen täyttämisen, vastaanottaja { $recipient }: { $identifier } ({ $role })
judge-before-submission-why = { $recipient } sai tiedon: { $identifier }. Henkilö: { $role }. Kenttä: { $fields }. Tieto lähti lomaketta täytettäessä, ennen kuin lomake lähetettiin. { judge-disguise }
judge-before-submission-fix = Kytkekää pois vastaanottajan lomake- tai näppäilykeruu. { judge-change-at }
judge-before-submission-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan a ja c alakohta, 25 artikla; Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta).

## identifier-in-address
judge-identifier-in-address-title = { $readable ->
    [no] Pakattuna mutta ei tiivisteenä osoitteessa
   *[yes] Luettavissa osoitteessa
}, vastaanottaja { $recipient }: { $identifier } ({ $role })
judge-identifier-in-address-why = { $readable ->
    [no] Tiivistämätön tieto, jonka pakkauksen kuka tahansa voi purkaa ({ $packed }): { $identifier }.
   *[yes] Luettavissa ollut tieto: { $identifier }.
} Se oli { $where ->
    [referer] sivun osoitteessa, jonka selain välitti Referer-otsakkeena,
    [fragment] osoitteen fragmentissa, joka ei kulje verkossa mutta jonka toisen osapuolen skripti lukee,
   *[address] pyynnön osoitteessa,
} vastaanottaja { $recipient }. Henkilö: { $role }. Osoitteet tallentuvat lokeihin ja tilastoihin matkalla ja vastaanottajalla. Palvelimet: { $hosts }
judge-identifier-in-address-fix = Lähettäkää lomakkeet POST-pyyntöinä, pitäkää tunnistetiedot poissa sivujen osoitteista ja asettakaa Referrer-Policy arvoon strict-origin.
judge-identifier-in-address-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan c ja f alakohta, 25 ja 32 artikla.

## interaction-beside-identifiers
judge-interaction-beside-identifiers-title = Sivun käyttö yhdessä tunnistetiedon kanssa, vastaanottaja { $recipient }: { $identifiers } ({ $role })
judge-interaction-beside-identifiers-why = Pyynnöt, joissa oli { $identifiers }, kertoivat myös, mitä tehtiin: { $interaction }. Vastaanottaja: { $recipient }. Yhdessä ne kuvaavat henkilön käyttäytymistä. Henkilö: { $role }.
judge-interaction-beside-identifiers-fix = Älkää lähettäkö tunnistetietoja tapahtumien mukana tai tapahtumia tunnistetietojen mukana; poistakaa painikkeiden tekstit ja sivujen osoitteet tapahtumista.
judge-interaction-beside-identifiers-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan c alakohta ja 33 artiklan 3 kohdan a alakohta (otettava huomioon arvioinnissa); 9 artikla, jos sivu paljastaa sellaisia tietoja. IMY-2022-3822 mainitsee klikkaukset, tapahtumat ja sivujen avaamiset.

## new-host
judge-new-host-title = Uusi palvelin edellisen ajon jälkeen, { $recipient }: { $hosts }
judge-new-host-why = Vastaanottaja { $recipient } oli ennestään tuttu, mutta ei tällä palvelimella: { $hosts }. Se sai { judge-contacts }. Uusi palvelin on usein uusi toiminto.
judge-new-host-fix = Selvittäkää, mitä vastaanottaja siellä tekee ja pitääkö arviointi vielä paikkansa.
judge-new-host-law = Tietosuoja-asetuksen 24 artikla ja 32 artiklan 1 kohdan d alakohta: muutokset on huomattava.

## new-recipient
judge-new-recipient-title = Uusi vastaanottaja edellisen ajon jälkeen: { $recipient }
judge-new-recipient-why = { $recipient } sai { judge-contacts } eikä edellisellä kerralla yhtään. { $listed ->
    [yes] Se on linjauksessa.
   *[no] Sitä ei ole linjauksessa.
} Palvelimet: { $hosts }
judge-new-recipient-fix = Selvittäkää, kuka sen lisäsi ja miksi. Arvioikaa se ja kirjatkaa se linjaukseen, tai poistakaa se.
judge-new-recipient-law = Tietosuoja-asetuksen 24, 28, 35 ja 44 artikla (päätös, sopimus, arviointi ja siirto ennen aloittamista), 32 artiklan 1 kohdan d alakohta.

## new-script
judge-new-script-title = Uusia skriptejä edellisen ajon jälkeen: { $recipient }
judge-new-script-why = { $count ->
    [one] Yhtä skriptiä ei ladattu
   *[other] { $count } skriptiä ei ladattu
} edellisessä ajossa. Vastaanottaja: { $recipient }. Skriptit: { $scripts }. Skripti voi lukea kaiken sivulla olevan.
judge-new-script-fix = Selvittäkää, kuka sen lisäsi ja miksi. Arvioikaa se ja kirjatkaa sen omistaja linjaukseen, tai poistakaa se.
judge-new-script-law = Tietosuoja-asetuksen 24 ja 25 artikla sekä 32 artiklan 1 kohdan b ja d alakohta.

## configuration-changed
judge-configuration-changed-title = Muuttunut asetus, { $recipient }: { $setting }
judge-configuration-changed-why = Asetus: { $setting }, tili { $account }, { $recipient }. Edellisessä ajossa: { $before ->
    [on] päällä
    [off] pois päältä
   *[unknown] ei tiedossa
}. Nyt: { $served }.
judge-configuration-changed-fix = Kysykää, kuka sen muutti ja onko muutos arvioitu. { judge-change-at }
judge-configuration-changed-law = Tietosuoja-asetuksen 32 artiklan 1 kohdan d alakohta ja 24 artikla: muutokset on huomattava. IMY-2022-3822 totesi, ettei mikään käytäntö huomannut.

## plain-text-where-hash-declared
judge-plain-text-where-hash-declared-title = Luvattu tiiviste puuttuu, vastaanottaja { $recipient }: { $identifier } ({ $role })
judge-plain-text-where-hash-declared-why = Linjauksen mukaan tunnistetiedoista lasketaan tiiviste. Vastaanottaja: { $recipient }. Tästä ei laskettu: { $identifier }. Henkilö: { $role }. { judge-disguise } Avaimet: { $keys }
judge-plain-text-where-hash-declared-fix = Laskekaa tiiviste ennen lähettämistä tai jättäkää lähettämättä; korjatkaa linjaus, jos se on väärä. { judge-change-at }
judge-plain-text-where-hash-declared-law = Tietosuoja-asetuksen 32 artiklan 1 kohdan a alakohta (pseudonymisointi), 5 artiklan 1 kohdan f alakohta.

## tracker-alias
judge-tracker-alias-title = { $via ->
    [format] { $host } saa tietoja vastaanottajan { $recipient } muodossa
   *[cname] { $recipient } omalla nimellänne: { $host }
}
judge-tracker-alias-why = { $via ->
    [format] { $host } on palvelun oma palvelin ja sai tiivisteinä, vastaanottajan { $recipient } avaimilla ({ $keys }): { $identifiers }. Vain { $recipient } voi käyttää niitä. Palvelin voi lähettää ne eteenpäin; ulkoa ei näe, lähettääkö se.
   *[cname] { $host } näyttää palvelun osalta, mutta on vain toinen nimi palvelimelle { $cname }, joka kuuluu vastaanottajalle { $recipient }. Selaimet lähettävät sinne palvelun omat evästeet, eikä kävijä näe, keneltä kysytään.
} { $count ->
    [one] Se sai yhden pyynnön.
   *[other] Se sai { $count } pyyntöä.
}
judge-tracker-alias-fix = { $via ->
    [format] Selvittäkää, kuka palvelinta ylläpitää ja minne se lähettää saamansa. Lopettakaa se, tai lisätkää vastaanottaja linjaukseen näille sivuille ja arvioikaa se.
   *[cname] Poistakaa nimi DNS:stänne, tai lisätkää vastaanottaja linjaukseen näille sivuille ja arvioikaa se; pitäkää istuntoevästeet palvelimella, joka niitä tarvitsee (ilman Domain-määritettä).
}
judge-tracker-alias-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan a alakohta, 13 artiklan 1 kohdan e alakohta, 24 ja 32 artikla; Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta): nimi ei muuta sitä, kuka tarvitsee suostumuksen.

## unexplained-recipient
judge-unexplained-recipient-title = { $recipient } on sallittu, mutta puuttuu: { $lacks }
judge-unexplained-recipient-why = Vyöhyke ”{ $zone }” sallii: { $recipient }. Sille myös lähti pyyntöjä. Linjauksesta puuttuu: { $lacks }. Rooli: mikä vastaanottaja on, rekisterinpitäjä, yhteisrekisterinpitäjä vai henkilötietojen käsittelijä. Tarkoitus: mihin. Arviointi: missä ihmisille koituvat riskit arvioitiin ennen aloittamista.
judge-unexplained-recipient-fix = Lisätkää puuttuva linjaukseen, huolehtikaa roolin vaatimasta sopimuksesta ja arvioikaa ennen jatkamista.
judge-unexplained-recipient-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan b alakohta, 24, 26, 28, 30 ja 35 artikla.

## unmasked-session-replay
judge-unmasked-session-replay-title = { $seen ->
    [configuration-and-traffic] { $recipient } peittää vähemmän kuin voisi: { $setting }
    [configuration] { $recipient } voi tallentaa kirjoitettua: { $setting }
   *[traffic] { $recipient } tallentaa kirjoitettua: { $identifier } ({ $role })
}
judge-unmasked-session-replay-why = { $seen ->
    [configuration] { $recipient } kuvaa käyntejä. Sen oman määrityksen mukaan tilillä { $account } asetus { $setting } on { $served }. Kirjoitettua tekstiä ei tällä kertaa nähty lähtevän, eikä linjaus kerro, että tämä on tarkoitettu.
    [configuration-and-traffic] { $recipient } kuvaa käyntejä. Sen oman määrityksen mukaan tilillä { $account } asetus { $setting } on { $served }. Linjaus ei kerro, että tämä on tarkoitettu, ja kirjoitettua tekstiä nähtiin tallenteissa: omat löydöksensä kertovat, mitä.
    [behaviour] { $recipient } ei ole taulukoissa, mutta toimii kuten käynnin tallentava palvelu ja sai kirjoitettua tekstiä luettavana: { $identifier }. Henkilö: { $role }. Jokainen, jolla on pääsy siihen, näkee sen.
   *[traffic] { $recipient } kuvaa käyntejä ja sai kirjoitetun tekstin luettavana: { $identifier }. Henkilö: { $role }. Kaikki, jotka pääsevät tallenteisiin, voivat nähdä sen.
}
judge-unmasked-session-replay-fix = Kytkekää kaikkien syötteiden peittäminen päälle ja näppäilyjen tallennus pois; pyytäkää nykyisten tallenteiden poistamista. { judge-change-at }
judge-unmasked-session-replay-law = Tietosuoja-asetuksen 5 artiklan 1 kohdan c alakohta, 25 artiklan 2 kohta ja 32 artikla; Suomessa laki sähköisen viestinnän palveluista (917/2014) 205 §, Ruotsissa LEK 9:28 (sähköisen viestinnän tietosuojadirektiivin 5 artiklan 3 kohta).
