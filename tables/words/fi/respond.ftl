# Words of respond, language fi. Keys start with `respond-`; all languages hold the same keys and variables.

## The notification form: status and sections

respond-form-name = Ilmoitus henkilötietojen tietoturvaloukkauksesta
respond-form-status-draft = Euroopan tietosuojaneuvoston mallin kenttien mukaan, luonnos 8.6.2026. Lopullinen versio voi poiketa tästä.
respond-form-exercise = Harjoitus. Ei lähetetä.
respond-section-notification = Ilmoitus
respond-section-controller = Rekisterinpitäjä ja ilmoittaja
respond-section-timeline = Aikajana
respond-section-nature = Loukkauksen luonne
respond-section-data-subjects = Rekisteröidyt
respond-section-records = Henkilötiedot ja tietueet
respond-section-measures-before = Ennen loukkausta käytössä olleet toimenpiteet
respond-section-consequences = Seuraukset, riski ja toimenpiteet
respond-section-communication = Ilmoittaminen rekisteröidyille
respond-section-other = Muut viranomaiset ja maat
respond-section-attachments = Liitteet

## Fields of the form

respond-field-type = Ilmoituksen tyyppi
respond-field-sub-type = Täydellisyys
respond-field-withdrawal-reason = Peruuttamisen syy
respond-field-earlier-notification = Aiemman ilmoituksen tunniste
respond-field-own-reference = Oma viite
respond-field-controller-identifier = Y-tunnus tai muu tunniste
respond-field-controller-name-contact = Rekisterinpitäjä: nimi ja yhteystiedot
respond-field-sector = Yksityinen vai julkinen sektori
respond-field-size = Organisaation koko
respond-field-economic-activity = Toimiala
respond-field-eea-representative = Edustaja ETA-alueella
respond-field-reporter = Ilmoittaja: nimi, tehtävä, yhteystiedot
respond-field-dpo-contact = Tietosuojavastaava tai muu yhteyspiste
respond-field-other-contact = Muu yhteyspiste
respond-field-other-parties = Muut osapuolet (henkilötietojen käsittelijä, yhteisrekisterinpitäjä)
respond-field-when = Milloin loukkaus tapahtui
respond-field-dates-estimated = Ovatko ajankohdat arvioita?
respond-field-start = Alkoi
respond-field-end = Päättyi
respond-field-awareness = Milloin loukkaus tuli rekisterinpitäjän tietoon
respond-field-awareness-first = Huomautus aikajanasta: ensin merkitty tietoon tulon ajankohta, ennen kuin sitä siirrettiin myöhemmäksi
respond-field-late-reasons = Perusteltu selitys viivästymisestä
respond-field-how-discovered = Kuka havaitsi loukkauksen
respond-field-discovery-description = Miten loukkaus havaittiin
respond-field-told-by-other-at = Milloin toinen osapuoli kertoi asiasta
respond-field-timeline-comments = Huomautuksia aikajanasta
respond-field-nature = Mihin loukkaus kohdistui
respond-field-confidentiality-type = Luottamuksellisuuden menetys
respond-field-unintelligible = Olivatko tiedot sellaisia, etteivät ne olleet saajan ymmärrettävissä?
respond-field-integrity-type = Eheyden menetys
respond-field-availability-type = Saatavuuden menetys
respond-field-incident = Tapahtuman laji
respond-field-cause = Syy
respond-field-description = Mitä tapahtui
respond-field-systems = Järjestelmät, palvelut ja paikat
respond-field-people-groups = Rekisteröityjen ryhmät
respond-field-people-number = Rekisteröityjen lukumäärä
respond-field-people-number-exactness = Onko rekisteröityjen lukumäärä tarkka?
respond-field-data-types = Henkilötietojen tyypit
respond-field-records-number = Tietueiden lukumäärä (ei henkilöiden)
respond-field-records-number-exactness = Onko tietueiden lukumäärä tarkka?
respond-field-measures-before = Ennen loukkausta käytössä ollut suojaus
respond-field-likely-consequences = Todennäköiset seuraukset
respond-field-impact = Vaikutukset ihmisiin
respond-field-severity = Vakavuus henkilöiden kannalta
respond-field-risk-outcome = Riskiarvion tulos
respond-field-risk-method = Arvion perustelut
respond-field-measures-taken = Toteutetut tai ehdotetut toimenpiteet
respond-field-measures-preventive = Toimenpiteet toistumisen estämiseksi
respond-field-communicated = Onko rekisteröidyille ilmoitettu?
respond-field-communicated-at = Milloin heille ilmoitettiin
respond-field-exemption = 34 artiklan 3 kohdan edellytys
respond-field-exemption-reasons = Miksi edellytys täyttyy
respond-field-publication-at = Milloin yleisölle tiedotettiin
respond-field-publication-place = Missä yleisölle tiedotettiin
respond-field-communicated-to = Kenelle ilmoitettiin
respond-field-communication-means = Miten heille ilmoitettiin
respond-field-communication-text = Lähetetty teksti
respond-field-police-report = Onko tehty rikosilmoitus?
respond-field-other-authorities = Muut viranomaiset, joille on ilmoitettu
respond-field-cross-border = Koskeeko loukkaus henkilöitä muissa maissa?
respond-field-lead-authority = Johtava valvontaviranomainen
respond-field-establishments = Maat, joissa on toimipaikkoja
respond-field-people-by-country = Rekisteröidyt maittain
respond-field-authorities-notified = Viranomaiset, joille on ilmoitettu
respond-field-attachments = Luettelo liitteistä

## Options of fields

respond-option-type-new = Uusi
respond-option-type-follow-up = Täydennys
respond-option-sub-type-complete = Täydellinen
respond-option-sub-type-incomplete = Alustava, täydennetään
respond-option-sub-type-withdrawal = Peruutus
respond-option-sector-private = Yksityinen
respond-option-sector-public = Julkinen
respond-option-size-micro = Mikroyritys
respond-option-size-sme = Pieni tai keskisuuri
respond-option-size-large = Suuri
respond-option-size-other = Muu
respond-option-when-point = Tiettynä hetkenä
respond-option-when-range = Päättyneen ajanjakson aikana
respond-option-when-ongoing = Jatkuu yhä
respond-option-when-unknown = Ei tiedossa
respond-option-severity-minor = Vähäinen
respond-option-severity-moderate = Kohtalainen
respond-option-severity-severe = Vakava
respond-option-risk-outcome-unlikely = Riskiä ei todennäköisesti aiheudu
respond-option-risk-outcome-risk = Riski, mutta ei korkea
respond-option-risk-outcome-high = Korkea riski
respond-option-risk-outcome-undetermined = Tarvitaan lisätietoja
respond-option-communicated-yes = Kyllä
respond-option-communicated-partly = Ei kokonaan
respond-option-communicated-will-be = Ei vielä, mutta ilmoitetaan
respond-option-communicated-investigating = Ei vielä, selvitetään
respond-option-communicated-not-high-risk = Ei, riski ei ole korkea
respond-option-communicated-exempt = Ei, 34 artiklan 3 kohdan edellytys täyttyy
respond-lacking-happened = Tekstistä puuttuu: tietoturvaloukkauksen luonne
respond-lacking-consequences = Tekstistä puuttuu: todennäköiset seuraukset
respond-lacking-measures = Tekstistä puuttuu: toteutetut tai ehdotetut toimenpiteet
respond-lacking-advice = Tekstistä puuttuu: mitä rekisteröidyt voivat itse tehdä
respond-lacking-contact = Tekstistä puuttuu: yhteyspiste
respond-option-exemption-a = a) tiedot eivät olleet sivullisten ymmärrettävissä
respond-option-exemption-b = b) myöhemmät toimenpiteet ovat poistaneet korkean riskin
respond-option-exemption-c = c) kohtuuton vaiva: on annettu julkinen tiedonanto
respond-option-communication-means-individual = Jokaiselle erikseen
respond-option-communication-means-public = Julkisesti
respond-option-communication-means-other = Muulla tavoin
respond-option-police-report-yes = Kyllä
respond-option-police-report-no = Ei
respond-option-police-report-unknown = Ei tiedossa
respond-option-people-number-exactness-exact = Tarkka
respond-option-people-number-exactness-approximate = Likimääräinen
respond-option-records-number-exactness-exact = Tarkka
respond-option-records-number-exactness-approximate = Likimääräinen

## How a reason bears on the answer

respond-effect-high = Korkea riski
respond-effect-risk = Riski
respond-effect-ask-high = Korkeaa riskiä ei voi sulkea pois
respond-effect-ask-risk = Riskiä ei voi sulkea pois
respond-effect-unlikely = Viittaa siihen, ettei riskiä ole
respond-effect-raises = Nostaa riskiä
respond-effect-lowers = Alentaa riskiä
respond-effect-exempts = Poikkeus rekisteröidyille ilmoittamisesta
respond-effect-pauses = Muuttaa, miten tai milloin rekisteröidyille ilmoitetaan
respond-effect-controller-decides = Rekisterinpitäjä päättää

## Reasons: rules

respond-reason-danger-to-health = Ihmisten terveys vaarantui, koska tiedot puuttuivat.
respond-reason-care-without-records = Hoidossa jouduttiin olemaan ilman tietoja vuorokauden tai pidempään.
respond-reason-hostile-and-usable = Pahantahtoisella taholla on tietoja, joita voi käyttää henkilöitä vastaan.
respond-reason-hostile-and-many = Pahantahtoisella taholla on hyvin monen ihmisen luettavat henkilötiedot.
respond-reason-aimed-at-a-person = Hyökkäys kohdistui tiettyyn henkilöön.
respond-reason-secrets-of-a-life = Hyvin yksityisiä tietoja tuli sivullisten tietoon.
respond-reason-identity-to-the-many = Identiteettivarkauden mahdollistavia tietoja päätyi monille sivullisille tai ne koskevat hyvin monia.
respond-reason-hidden-person-exposed = Turvakiellon alainen henkilö voidaan löytää.
respond-reason-disclosure = Luettavia tietoja päätyi sivullisille, eikä kyse ollut vähäisestä erehdyksestä.
respond-reason-loss = Tietoja on menetetty, tai ne olivat poissa pidempään tai tuntuvammin kuin lyhyessä katkoksessa.
respond-reason-only-copy = Kadonnut saattoi olla ainoa kappale.
respond-reason-alteration = Tietoja muuttui, vaikka niin ei olisi pitänyt käydä, vahingossa tai tahallaan.
respond-reason-anonymity-doubtful = Ketään ei sanota voitavan tunnistaa, vaikka tiedot ovat arkaluonteisia, yksityiskohtaisia ja luettavissa: arvioi uudelleen, voiko jonkun tunnistaa.
respond-reason-denial-unproven = Ei ole täydellisiä lokeja, jotka osoittaisivat, ettei mitään ole viety.
respond-reason-disclosure-maybe-grave = Luovutuksen vakavuus riippuu tiedoista ja henkilöistä.
respond-reason-denial-maybe-grave = Jos tietoja on sittenkin viety, seuraukset voivat olla vakavia.
respond-reason-loss-maybe-grave = Menetyksen vakavuus riippuu siitä, mihin tietoja tarvitaan.
respond-reason-only-copy-maybe-grave = Ainoa kappale on poissa; ihmiset saattavat tarvita sitä.
respond-reason-alteration-maybe-grave = Muutosta ei voi perua.
respond-reason-alteration-acted-upon = Näiden tietojen mukaan ihmisiä hoidetaan, he maksavat tai heidät päästetään sisään: ennen kuin tiedot on korjattu, niistä voi koitua vahinkoa.

## Reasons: grounds for leniency

respond-reason-shielded = Tiedot eivät ole saajan ymmärrettävissä, ja avain on turvassa.
respond-reason-not-identifiable = Tietoja ei voi liittää kehenkään (johdanto-osan 26 kappale).
respond-reason-minor-slip = Yksittäinen erehdys: harmittomia tietoja, vähän henkilöitä ja tunnettu vastaanottaja.
respond-reason-trusted-slip = Vastaanottaja on luotettu tai vaitiolovelvollinen ja on poistanut tiedot.
respond-reason-contained = Luotettavilla vastaanottajilla, joilla tietoja ei enää ole, tai arkisia tietoja harvoilla tunnetuilla vastaanottajilla, tai pelkkiä yhteystietoja: ihmisten ei tarvitse ryhtyä toimiin suojautuakseen.
respond-reason-settled-loss = Tiedot palautettiin pian, eikä juuri kukaan huomannut.
respond-reason-bearable-loss = Tiedot voitiin palauttaa, ja puuttumisesta aiheutui enintään viivästys.

## Reasons: circumstances

respond-reason-special-categories = Erityisiä henkilötietoryhmiä.
respond-reason-identity-data = Tietoja, joita voi käyttää toisen nimissä.
respond-reason-many-people = Hyvin paljon henkilöitä.
respond-reason-over-a-hundred-people = Yli sata henkilöä.
respond-reason-many-recipients = Yli 25 vastaanottajaa. Ohjeiden esimerkissä erehdyksestä, jota ei tarvinnut ilmoittaa, heitä oli 15.
respond-reason-not-called-back = Vastaanottajaa ei ole pyydetty poistamaan tietoja.
respond-reason-telling-data = Tietoja, jotka kertovat henkilöstä enemmän kuin arkinen asiointi.
respond-reason-more-than-a-slip-shows = Yhteystietoja on enemmän kuin lähetteessä näkyy.
respond-reason-few-people = Vähän henkilöitä; yksikin voi riittää.
respond-reason-vulnerable-people = Haavoittuvassa asemassa olevia: lapsia, potilaita tai muita.
respond-reason-ill-will = Se tehtiin tahallaan.
respond-reason-accident = Se oli vahinko.
respond-reason-confidential-relationship = Henkilöt saattoivat odottaa luottamuksellisuutta.
respond-reason-misuse-observed = Tietoja on käytetty; se ei yksin tee riskistä korkeaa.
respond-reason-long-exposure = Tiedot olivat alttiina pitkään.
respond-reason-subvertible-protection = Suojaus on kierrettävissä: tiivistetty tai pseudonymisoitu ei ole anonyymi.
respond-reason-advertising-platform = Vastaanottajalla on tilejä, joihin tietoja voi yhdistää.
respond-reason-single-recipient = Yksi tunnettu vastaanottaja, ei hallitsematonta leviämistä.
respond-reason-erased = Vastaanottaja on vahvistanut poistamisen tai palauttamisen.
respond-reason-minimal-data = Tiedot kertovat hyvin vähän.
respond-reason-rich-data = Tiedot kertovat kustakin henkilöstä paljon.
respond-reason-complete-logs = Täydelliset lokit osoittavat, ettei mitään viety.
respond-reason-no-evidence = Lokeja, joista asia selviäisi, ei ole.
respond-reason-systemic = Kyse ei ollut yksittäisestä erehdyksestä vaan järjestelmällisestä.

## Reasons: exemptions and roles

respond-reason-later-measures = Myöhempien toimenpiteiden vuoksi korkea riski ei enää ole todennäköinen (34 artiklan 3 kohdan b alakohta).
respond-reason-disproportionate-effort = Jokaiselle ilmoittaminen vaatisi kohtuutonta vaivaa: anna julkinen tiedonanto (34 artiklan 3 kohdan c alakohta).
respond-reason-police-request = Poliisi pyytää odottamaan: se lykkää vain rekisteröidyille ilmoittamista, ei ilmoitusta viranomaiselle.
respond-reason-secrecy-law = Salassapitosäännös rajoittaa sitä, mitä rekisteröidyille saa kertoa.
respond-reason-processor = Olette henkilötietojen käsittelijä: ilmoittakaa rekisterinpitäjälle ilman aiheetonta viivytystä riskistä riippumatta (33 artiklan 2 kohta).

## Duties and their states

respond-duty-document = Dokumentoi loukkaus
respond-duty-notify-authority = Ilmoita valvontaviranomaiselle
respond-duty-tell-controller = Ilmoita rekisterinpitäjälle
respond-duty-communicate = Ilmoita rekisteröidyille
respond-duty-supplement = Täydennä ilmoitusta
respond-duty-follow-up = Täydennä ilmoitusta: tiedot ovat muuttuneet
respond-duty-letter-holds = Päätä: pitääkö se, mitä rekisteröidyille kerrottiin, yhä paikkansa?
respond-duty-complete-item = Toimita luvattu tieto
respond-erasure-asked = Vastaanottajaa { $recipient } pyydettiin { $at } poistamaan tiedot
respond-erasure-unanswered = ei vielä vastausta
respond-sent-people = { $n ->
        [one] yksi henkilö
       *[other] { $n } henkilöä
    }
respond-duty-erasure = Varmista, että vastaanottaja poistaa tiedot
respond-duty-measure = Toteuta toimenpide
respond-duty-answer-authority = Vastaa viranomaiselle
respond-duty-appeal = Valita, jos haluatte
respond-duty-report = Tee muun lain mukainen ilmoitus
respond-duty-held-back = Kerro turvallisesti niille, jotka jätettiin pois
respond-duty-state-ask = Ihmisen on päätettävä
respond-duty-state-open = Avoin
respond-duty-state-running = Aika kuluu
respond-duty-state-missed = Määräaika on ylittynyt
respond-duty-state-paused = Keskeytetty
respond-duty-state-done = Tehty
respond-duty-state-done-late = Tehty myöhässä
respond-duty-state-lapsed = Aika on kulunut umpeen
respond-duty-state-passed-on = Siirretty eteenpäin
respond-duty-state-none = Ei velvollisuutta
respond-duty-how-document = kerro, mihin loukkaus kohdistui ja mitkä ovat sen todennäköiset seuraukset, ja kirjaa toteutettu toimenpide
respond-duty-how-notify-authority = kirjaa sille lähetetty ilmoitus
respond-duty-how-tell-controller = kirjaa, mille rekisterinpitäjälle ilmoitettiin ja milloin
respond-duty-how-communicate = kirjaa, mitä heille lähetettiin; siinä on oltava kaikki, mitä 34 artiklan 2 kohta vaatii
respond-duty-how-supplement = lähetä täydennys, joka vastaa puuttuviin kohtiin, tai peruutus
respond-duty-how-follow-up = kirjaa lähetetty täydennys, tai henkilö toteaa perustellen, että viranomaiselle kerrottu pätee yhä
respond-duty-how-letter-holds = kirjaa uusi kirje kaikille, tai henkilö toteaa perustellen, että kirje pätee yhä
respond-duty-how-complete-item = vastaa siihen ja lähetä täydennys, tai peru lupaus
respond-duty-how-erasure = kirjaa vahvistus, tai kenelle kieltäytyminen vietiin
respond-duty-how-measure = kirjaa, että se on toteutettu, ja todiste siitä
respond-duty-how-answer-authority = kirjaa lähetetty vastaus
respond-duty-how-report = kirjaa lähetetty ilmoitus, tai poista laki tapauksesta
respond-duty-how-held-back = kirjaa, miten heille kerrottiin

## What speaks against the clock, or is open about who is told

respond-caution-told-earlier = Käsittelijä ilmoitti teille { $at }, ennen merkittyä tietoon tulon ajankohtaa. Loukkaus on rekisterinpitäjän tiedossa, kun käsittelijä on ilmoittanut siitä: onko ajankohta oikein?
respond-caution-told = Käsittelijä ilmoitti teille { $at }. Silloin loukkaus tuli rekisterinpitäjän tietoon; nimetty henkilö merkitsee sen.
respond-caution-establishments-unknown = Se, onko { $who } johtava valvontaviranomainen, riippuu siitä, missä rekisterinpitäjän päätoimipaikka on. Vastaa kohtaan ”establishments” (maat, joissa on toimipaikkoja) maiden tunnuksilla: SE tai SE main, FR.
respond-caution-public-unknown = Viranomaisella ei ole johtavaa valvontaviranomaista, vain oman jäsenvaltionsa valvontaviranomainen, tässä { $who }: onko rekisterinpitäjä julkinen vai yksityinen? Vastaa kohtaan ”sector” (sektori).
respond-caution-aware-moved = Ensin merkittiin, että loukkaus tuli tietoon { $at }, ja siitä laskettu määräaika oli kulunut ennen ilmoitusta. Ajankohta on sittemmin siirretty myöhemmäksi: viivästymisen syyt kysytään silti.
respond-caution-event-unknown = Toisen lain mukainen raportti lasketaan tapahtumasta, eikä tapahtuman aikaa ole merkitty: viimeinen päivä näytetään niin kuin tietoon tulo olisi tapahtuma, ja todellisuudessa se on aikaisempi. Merkitse, milloin se tapahtui.
respond-caution-sector-unknown = Onko rekisterinpitäjä julkinen vai yksityinen? Ahvenanmaan viranomainen valvoo vain julkisia toimijoita; yksityistä valvoo { $who }. Vastaa kohtaan ”sector” (sektori).
respond-caution-detection-presumed = Toisen lain mukainen raportti lasketaan siitä, kun poikkeama havaittiin, ei siitä, milloin tietoturvaloukkaus tuli tietoon. Kukaan ei ole merkinnyt, milloin se oli; tässä oletetaan { $at }, varhaisin ajankohta, jonka asia tuntee. Merkitse se muiden lakien kohdalle.
respond-caution-incident-presumed = Toisen lain mukainen raportti lasketaan siitä, kun itse poikkeama tuli tietoon, tiedettiinpä sen koskevan henkilötietoja tai ei. Kukaan ei ole merkinnyt, milloin se oli; tässä oletetaan { $at }, ja se voi olla aikaisempi. Merkitse se muiden lakien kohdalle.
respond-caution-established-elsewhere = Kohdan ”establishments” (toimipaikat) mukaan rekisterinpitäjän päätoimipaikka on toisessa ETA-maassa: { $who } ei voi olla johtava valvontaviranomainen. Oikaise kohta tai avaa asia siinä maassa.
respond-caution-established-outside = Kohdan ”establishments” (toimipaikat) mukaan rekisterinpitäjä on sijoittautunut vain ETA-alueen ulkopuolelle: johtavaa valvontaviranomaista ei ole, eikä { $who } ole se, ja kullekin osallistuvalle viranomaiselle tehdään ilmoitus. Merkitse, ettei toimipaikkaa ETA-alueella ole.
respond-caution-exemption-outgrown = Tiedot ovat muuttuneet sen jälkeen, kun 34 artiklan 3 kohdan poikkeus merkittiin, eikä se enää päde. Merkitse se uudelleen perusteluineen, jos se yhä pätee, tai ilmoita rekisteröidyille.
respond-caution-public-only = Asiasta on tiedotettu julkisesti, mutta se korvaa ilmoituksen kullekin vain, jos ilmoittaminen vaatisi kohtuutonta vaivaa. Merkitse tämä poikkeus perusteluineen tai ilmoita kullekin.
respond-caution-told-in-part = Rekisteröidyille on ilmoitettu, mutta määrät eivät osoita, ettei ketään ole jäljellä. Ilmoita lopuille tai merkitse, että kaikille on ilmoitettu.
respond-caution-appeal-unknown = Sitä, missä ajassa päätökseen ({ $who }) voi hakea muutosta, ei tässä tunneta. Se on päätöksessä: aika on sen valtion, jonka viranomainen päätti.

## How sure a deadline is

respond-deadline-unconfirmed = Vahvistamatta: lähde on toissijainen tai muistinvarainen. Tarkista.
respond-deadline-proposed = Ei voimassa: vasta ehdotus.
respond-deadline-assumed = Laskettu niin kuin edellinen vaihe tehtäisiin viime hetkellä.
respond-deadline-undue = ilman aiheetonta viivytystä
respond-deadline-who-controller = Velvoittaa rekisterinpitäjää siitä, kun tämä itse on saanut tiedon. Käsittelijä ilmoittaa sen sijaan rekisterinpitäjälle ilman aiheetonta viivytystä (33 artiklan 2 kohta).
respond-deadline-from-event = Lasketaan tapahtumasta, ei siitä, milloin se tuli tietoon. Tässä oletetaan, että se tapahtui { $at }.
respond-deadline-from-notified = Lasketaan ilmoituksesta. Tässä oletetaan, että se lähetettiin { $at }.
respond-deadline-from-decision-received = Lasketaan päivästä, jona päätös saatiin tiedoksi. Tässä oletetaan, että se saatiin tiedoksi { $at }.
respond-deadline-from-decided = Lasketaan päätöspäivästä. Tässä oletetaan, että päätös tehtiin { $at }.
respond-deadline-from-classified = Lasketaan siitä, kun poikkeama luokiteltiin merkittäväksi. Tässä oletetaan, että se luokiteltiin { $at }.
respond-deadline-from-detected = Lasketaan siitä, kun poikkeama havaittiin, ei siitä, milloin tietoturvaloukkaus tuli tietoon. Tässä oletetaan, että se havaittiin { $at }.
respond-deadline-from-incident-aware = Lasketaan siitä, kun itse poikkeama tuli tietoon, tiedettiinpä sen koskevan henkilötietoja tai ei. Tässä oletetaan, että se oli { $at }.

## Readings of a deadline

respond-reading-elapsed = Laskettuna kuluneina tunteina
respond-reading-wall-clock = Laskettuna seinäkellon mukaan
respond-reading-full-hours = Asetus 1182/71: seuraavasta täydestä tunnista
respond-reading-full-hours-wall-clock = Asetus 1182/71, seinäkellon mukaan
respond-reading-two-working-days = Niin, että siihen sisältyy kaksi työpäivää (kiistanalainen)
respond-reading-end-of-day = Viimeisen päivän loppuun

## What happened in a case

respond-act-open = Tapaus avattu
respond-act-times = Ajankohdat asetettu
respond-act-aware = Tietoon tulo kirjattu
respond-act-facts = Tiedot muutettu
respond-act-item = Ilmoituksen tieto kirjattu
respond-act-conclude = Johtopäätös tehty
respond-act-no-breach = Johtopäätös: ei henkilötietojen tietoturvaloukkausta
respond-act-uphold = Päätetty, että kerrottu pätee yhä
respond-act-delay = Viivästys perusteltu
respond-act-file = Ilmoitus lähetetty
respond-act-file-incomplete = Ilmoitus lähetetty, täydennetään
respond-act-file-follow-up = Täydennys lähetetty
respond-act-file-withdrawal = Ilmoitus peruttu
respond-act-tell-controller = Rekisterinpitäjälle ilmoitettu
respond-act-communicate = Rekisteröidyille ilmoitettu
respond-act-exempt = Poikkeus kirjattu
respond-act-pause = Ilmoittaminen keskeytetty
respond-act-resume = Ilmoittamista jatkettu
respond-act-measure = Toimenpide päätetty
respond-act-measure-done = Toimenpide toteutettu
respond-act-request-erasure = Poistamista pyydetty
respond-act-answer-erasure = Vastaanottaja vastasi
respond-act-escalate-erasure = Poistopyyntö viety eteenpäin
respond-act-asked = Viranomainen kysyi
respond-act-answered = Vastaus lähetetty viranomaiselle
respond-act-decision = Viranomainen päätti
respond-act-link = Löydöksiä liitetty
respond-act-note = Merkintä
respond-act-close = Tapaus suljettu
respond-act-reopen = Tapaus avattu uudelleen
respond-act-controller = Rekisterinpitäjä nimetty
respond-act-began = Se alkoi
respond-act-suspected = Ensimmäinen epäily
respond-act-ended = Se päättyi
respond-act-receipt = Asianumero kirjattu
respond-act-title = Otsikko muutettu
respond-act-strike = Merkintä kumottu
respond-act-regimes = Muut lait merkitty
respond-act-report = Muun lain mukainen ilmoitus lähetetty
respond-act-reach = Pois jätetyille kerrottu
respond-act-weigh = 83 artiklan 2 kohdan seikka arvioitu
respond-act-attach = Tiedosto liitetty
respond-act-clock = Harjoituksen kelloa siirretty eteenpäin

## Items a person enters: named as in the form

respond-item-controller-identifier = Y-tunnus tai muu tunniste
respond-item-controller-name-contact = Rekisterinpitäjä: nimi ja yhteystiedot
respond-item-sector = Yksityinen vai julkinen sektori
respond-item-size = Organisaation koko
respond-item-economic-activity = Toimiala
respond-item-eea-representative = Edustaja ETA-alueella
respond-item-reporter = Ilmoittaja: nimi, tehtävä, yhteystiedot
respond-item-dpo-contact = Tietosuojavastaava tai muu yhteyspiste
respond-item-other-contact = Muu yhteyspiste
respond-item-other-parties = Muut osapuolet (henkilötietojen käsittelijä, yhteisrekisterinpitäjä)
respond-item-discovery-description = Miten loukkaus havaittiin
respond-item-told-by-other-at = Milloin toinen osapuoli kertoi asiasta
respond-item-timeline-comments = Huomautuksia aikajanasta
respond-item-description = Mitä tapahtui
respond-item-systems = Järjestelmät, palvelut ja paikat
respond-item-records-number = Tietueiden lukumäärä (ei henkilöiden)
respond-item-records-number-exactness = Onko tietueiden lukumäärä tarkka?
respond-item-measures-before = Ennen loukkausta käytössä ollut suojaus
respond-item-likely-consequences = Todennäköiset seuraukset
respond-item-severity = Vakavuus henkilöiden kannalta
respond-item-police-report = Onko tehty rikosilmoitus?
respond-item-other-authorities = Muut viranomaiset, joille on ilmoitettu
respond-item-establishments = Maat, joissa on toimipaikkoja
respond-item-attachments = Luettelo liitteistä

# The factors of Art. 83(2), and how one weighs.
respond-factor-a = Rikkomisen luonne, vakavuus ja kesto; montako ihmistä ja millainen vahinko
respond-factor-b = Tahallisuus tai tuottamuksellisuus
respond-factor-c = Mitä on tehty vahingon lieventämiseksi
respond-factor-d = Vastuun aste, kun otetaan huomioon tekniset ja organisatoriset toimenpiteet
respond-factor-e = Aiemmat rikkomiset
respond-factor-f = Yhteistyö valvontaviranomaisen kanssa
respond-factor-g = Mitä henkilötietoryhmiä asia koskee
respond-factor-h = Miten viranomainen sai tiedon
respond-factor-i = Onko aiempia samaa asiaa koskevia toimenpiteitä noudatettu
respond-factor-j = Hyväksytyt käytännesäännöt tai sertifiointi
respond-factor-k = Muut seikat, kuten saatu etu tai vältetty tappio
respond-weight-aggravates = raskauttaa
respond-weight-mitigates = lieventää
respond-weight-neutral = ei kumpaakaan

# Roles in the register; what a plan lacks; reminders by mail.
respond-role-owner = Rekisteristä vastaava
respond-role-dpo = Tietosuojavastaava
respond-role-decider = Päättäjä
respond-role-handler = Asian käsittelijä
respond-role-reporter = Tapausten ilmoittaja
respond-role-reader = Vain lukee
respond-plan-gap-contact = Yhteystiedoista puuttuu rooli: { $about }
respond-plan-gap-phone = Puhelinnumero puuttuu: { $about }
respond-plan-gap-decides = Päättäjää ei ole nimetty: { $about }
respond-plan-gap-first-hour = Ensimmäistä tuntia ei ole suunniteltu
respond-plan-gap-text = Ihmisille valmisteltu teksti puuttuu tällä kielellä: { $about }
respond-plan-gap-control = Mikään toistuva tarkastus ei koske 32 artiklan 1 kohdan { $about } alakohtaa
respond-remind-subject = Sluss: { $duty }, tapaus { $case }
respond-remind-due = Määräaika { $due }
respond-remind-left = Jäljellä on enintään { $hours ->
    [one] 1 tunti
   *[other] { $hours } tuntia
}.
respond-remind-past = Määräajasta on kulunut yli { $hours ->
    [one] 1 tunti
   *[other] { $hours } tuntia
}. Tee se nyt ja kirjaa viivästyksen syy.
respond-remind-end = Viesti ei nimeä ketään. Avaa rekisteri nähdäksesi tapauksen.
respond-duty-control = Tarkastus tehtävä

# --- Drafts of the letter ---
respond-act-draft = Kirjeen luonnos tallennettu
respond-act-approve-draft = Kirje hyväksytty

# --- What precedents teach, and how they ended ---
respond-lesson-de-deliveryhero = Hyvä hoito voi päättää asian.
respond-lesson-fi-aktia = Minuutit ja muutama sata ihmistä riittävät.
respond-lesson-fi-helsinki = Malli julkisesta tiedottamisesta.
respond-lesson-fi-kho131 = Pääsy tietoihin riittää riskiin; ryhmä kerrallaan ratkaistaan, kenelle kerrotaan.
respond-lesson-fi-sbank = Soittavat asiakkaat ovat keino havaita.
respond-lesson-fi-tsv2021-843 = Pieni vihje yhden ihmisen terveydestä.
respond-lesson-fi-um = Viivästyksen syyt on kirjattava ja niiden on kestettävä.
respond-lesson-fi-vastaamo = Poliisin pyyntö voi keskeyttää ihmisille ilmoittamisen, ei koskaan ilmoitusta viranomaiselle.
respond-lesson-fi-ya = Ruotsin pikselitapausten suomalainen vastine.
respond-lesson-se-apohem = Kuten Apoteketin asiassa.
respond-lesson-se-apoteket = Menettelyn on huomattava tahaton muutos siinä, mitä käsitellään.
respond-lesson-se-avanza = Selväkielisistä tiedoista ja taloustiedoista seurasi seuraamusmaksu, tiivisteiksi muunnetuista yhteystiedoista huomautus.
respond-lesson-se-dalarna = Toimittajan virhe on rekisterinpitäjän loukkaus.
respond-lesson-se-fond = Tekninen este joukkolähetyksille puuttui.
respond-lesson-se-kry = Keventää: vähän tietoja suunnittelun ansiosta, tiivistettyjä, yksi vastaanottaja, ei arkaluonteista. Raskauttaa: kaksi vuotta, paljon ihmisiä, ulkopuolinen huomasi, hoito.
respond-lesson-se-medhelp = Alikäsittelijöiden ketju on silti yksi vastuu.
respond-lesson-se-miljodata = Yksi käsittelijä, satoja rekisterinpitäjiä, yhtä monta kelloa.
respond-lesson-se-sportadmin = Tuhansien seurojen alusta vastaa turvallisuudestaan.
respond-lesson-se-ssc = Rekisterinpitäjä ja käsittelijä yhtä aikaa tarkoittaa eri kelloja.
respond-lesson-se-trygghansa = Vihje asiakaspalveluun voi käynnistää tietoon tulon: sen on päädyttävä oikealle pöydälle.
respond-lesson-se-uppsala = Hoitotietoja suojaamattomassa sähköpostissa.
respond-ended-de-deliveryhero = ei rikkomusta
respond-ended-fi-aktia = seuraamusmaksu ja huomautus
respond-ended-fi-helsinki = tutkinta; lopputulosta ei löytynyt
respond-ended-fi-kho131 = määräys ilmoittaa pysyi voimassa identiteettivarkauden ja luottamuksellisten asioiden ryhmille
respond-ended-fi-sbank = seuraamusmaksu
respond-ended-fi-tsv2021-843 = päätös (lopputulosta ei nähty)
respond-ended-fi-um = huomautus, osittain kumottu
respond-ended-fi-vastaamo = seuraamusmaksu ja määräys ilmoittaa jokaiselle
respond-ended-fi-ya = seuraamusmaksu
respond-ended-se-apohem = seuraamusmaksu
respond-ended-se-apoteket = seuraamusmaksu
respond-ended-se-avanza = seuraamusmaksu
respond-ended-se-dalarna = seuraamusmaksu
respond-ended-se-fond = seuraamusmaksu
respond-ended-se-kry = huomautus (vähäinen rikkomus, johdanto-osan kappale 148)
respond-ended-se-medhelp = seuraamusmaksu
respond-ended-se-miljodata = vireillä viimeksi nähtynä
respond-ended-se-sportadmin = seuraamusmaksu
respond-ended-se-ssc = seuraamusmaksu 150 000 (33 artiklan 2 kohta) ja 50 000 (33 artiklan 1 kohta); määräys menettelyistä
respond-ended-se-trygghansa = seuraamusmaksu
respond-ended-se-uppsala = seuraamusmaksuja

# a case opened from a scan
respond-scan-kept = Yhteenveto skannauksesta, josta tapaus avattiin
respond-mail-title = Ilmoitettu sähköpostilla { $date }
respond-mail-kept = Ilmoitus sellaisena kuin se tuli

# countries people live in
respond-country-AT = Itävalta
respond-country-BE = Belgia
respond-country-BG = Bulgaria
respond-country-CH = Sveitsi
respond-country-CY = Kypros
respond-country-CZ = Tšekki
respond-country-DE = Saksa
respond-country-DK = Tanska
respond-country-EE = Viro
respond-country-ES = Espanja
respond-country-FI = Suomi
respond-country-FI-AX = Ahvenanmaa
respond-country-FR = Ranska
respond-country-GB = Yhdistynyt kuningaskunta
respond-country-GR = Kreikka
respond-country-HR = Kroatia
respond-country-HU = Unkari
respond-country-IE = Irlanti
respond-country-IS = Islanti
respond-country-IT = Italia
respond-country-LI = Liechtenstein
respond-country-LT = Liettua
respond-country-LU = Luxemburg
respond-country-LV = Latvia
respond-country-MT = Malta
respond-country-NL = Alankomaat
respond-country-NO = Norja
respond-country-PL = Puola
respond-country-PT = Portugali
respond-country-RO = Romania
respond-country-SE = Ruotsi
respond-country-SI = Slovenia
respond-country-SK = Slovakia
respond-country-US = Yhdysvallat
