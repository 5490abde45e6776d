# Words of respond, language sv. Keys start with `respond-`; all languages hold the same keys and variables.

## The notification form: status and sections

respond-form-name = Anmälan av personuppgiftsincident
respond-form-status-draft = Enligt fälten i Europeiska dataskyddsstyrelsens mall, utkast av den 8 juni 2026. Den slutliga versionen kan avvika.
respond-form-exercise = Övning. Ska inte skickas.
respond-section-notification = Anmälan
respond-section-controller = Personuppgiftsansvarig och anmälare
respond-section-timeline = Tidslinje
respond-section-nature = Incidentens art
respond-section-data-subjects = Registrerade
respond-section-records = Personuppgifter och poster
respond-section-measures-before = Åtgärder som fanns före incidenten
respond-section-consequences = Konsekvenser, risk och åtgärder
respond-section-communication = Information till de registrerade
respond-section-other = Andra myndigheter och länder
respond-section-attachments = Bilagor

## Fields of the form

respond-field-type = Typ av anmälan
respond-field-sub-type = Fullständighet
respond-field-withdrawal-reason = Skäl för återkallelsen
respond-field-earlier-notification = Den tidigare anmälans beteckning
respond-field-own-reference = Egen referens
respond-field-controller-identifier = Organisationsnummer eller annan beteckning
respond-field-controller-name-contact = Personuppgiftsansvarig: namn och kontaktuppgifter
respond-field-sector = Privat eller offentlig sektor
respond-field-size = Organisationens storlek
respond-field-economic-activity = Verksamhet (näringsgren)
respond-field-eea-representative = Företrädare inom EES
respond-field-reporter = Anmälare: namn, funktion, kontaktuppgifter
respond-field-dpo-contact = Dataskyddsombud eller annan kontaktpunkt
respond-field-other-contact = Annan kontaktpunkt
respond-field-other-parties = Andra inblandade (personuppgiftsbiträde, gemensamt ansvarig)
respond-field-when = När det hände
respond-field-dates-estimated = Är tidpunkterna uppskattade?
respond-field-start = Början
respond-field-end = Slut
respond-field-awareness = När den personuppgiftsansvarige fick vetskap
respond-field-awareness-first = Kommentar till tidslinjen: vetskapen som först angavs, innan den flyttades fram
respond-field-late-reasons = Motivering till förseningen
respond-field-how-discovered = Vem som upptäckte den
respond-field-discovery-description = Hur den upptäcktes
respond-field-told-by-other-at = När den andra parten berättade
respond-field-timeline-comments = Kommentarer till tidslinjen
respond-field-nature = Vad som drabbades
respond-field-confidentiality-type = Förlust av konfidentialitet
respond-field-unintelligible = Var uppgifterna oläsbara för mottagaren?
respond-field-integrity-type = Förlust av riktighet
respond-field-availability-type = Förlust av tillgänglighet
respond-field-incident = Slag av händelse
respond-field-cause = Orsak
respond-field-description = Vad som har hänt
respond-field-systems = System, tjänster och platser
respond-field-people-groups = Kategorier av registrerade
respond-field-people-number = Antal registrerade
respond-field-people-number-exactness = Är antalet registrerade exakt?
respond-field-data-types = Typer av personuppgifter
respond-field-records-number = Antal personuppgiftsposter (inte personer)
respond-field-records-number-exactness = Är antalet personuppgiftsposter exakt?
respond-field-measures-before = Skydd som fanns före incidenten
respond-field-likely-consequences = Sannolika konsekvenser
respond-field-impact = Följder för människor
respond-field-severity = Allvarlighetsgrad för de berörda
respond-field-risk-outcome = Riskbedömningens utfall
respond-field-risk-method = Bedömningens skäl
respond-field-measures-taken = Vidtagna eller föreslagna åtgärder
respond-field-measures-preventive = Åtgärder mot att det händer igen
respond-field-communicated = Har de registrerade informerats?
respond-field-communicated-at = När de informerades
respond-field-exemption = Villkor i artikel 34.3
respond-field-exemption-reasons = Varför villkoret är uppfyllt
respond-field-publication-at = När allmänheten informerades
respond-field-publication-place = Var allmänheten informerades
respond-field-communicated-to = Vilka som informerades
respond-field-communication-means = Hur de informerades
respond-field-communication-text = Den text som skickades
respond-field-police-report = Polisanmält?
respond-field-other-authorities = Andra myndigheter som informerats
respond-field-cross-border = Berörs personer i andra länder?
respond-field-lead-authority = Ansvarig tillsynsmyndighet
respond-field-establishments = Länder med verksamhetsställen
respond-field-people-by-country = Registrerade per land
respond-field-authorities-notified = Myndigheter som har fått anmälan
respond-field-attachments = Förteckning över bilagor

## Options of fields

respond-option-type-new = Ny
respond-option-type-follow-up = Komplettering
respond-option-sub-type-complete = Fullständig
respond-option-sub-type-incomplete = Ofullständig, kompletteras senare
respond-option-sub-type-withdrawal = Återkallelse
respond-option-sector-private = Privat
respond-option-sector-public = Offentlig
respond-option-size-micro = Mikroföretag
respond-option-size-sme = Litet eller medelstort
respond-option-size-large = Stort
respond-option-size-other = Annat
respond-option-when-point = Vid en tidpunkt
respond-option-when-range = Under en avslutad period
respond-option-when-ongoing = Pågår fortfarande
respond-option-when-unknown = Inte känt
respond-option-severity-minor = Lindrig
respond-option-severity-moderate = Måttlig
respond-option-severity-severe = Allvarlig
respond-option-risk-outcome-unlikely = En risk är osannolik
respond-option-risk-outcome-risk = Risk, men inte hög
respond-option-risk-outcome-high = Hög risk
respond-option-risk-outcome-undetermined = Mer information behövs
respond-option-communicated-yes = Ja
respond-option-communicated-partly = Inte helt
respond-option-communicated-will-be = Inte ännu, men de kommer att informeras
respond-option-communicated-investigating = Inte ännu, utreds
respond-option-communicated-not-high-risk = Nej, risken är inte hög
respond-option-communicated-exempt = Nej, ett villkor i artikel 34.3 är uppfyllt
respond-lacking-happened = I texten saknas: personuppgiftsincidentens art
respond-lacking-consequences = I texten saknas: de sannolika konsekvenserna
respond-lacking-measures = I texten saknas: de åtgärder som har vidtagits eller föreslagits
respond-lacking-advice = I texten saknas: vad de registrerade själva kan göra
respond-lacking-contact = I texten saknas: kontaktpunkten
respond-option-exemption-a = a) uppgifterna var oläsbara för obehöriga
respond-option-exemption-b = b) senare åtgärder har undanröjt den höga risken
respond-option-exemption-c = c) oproportionell ansträngning: allmänheten har informerats
respond-option-communication-means-individual = Till var och en
respond-option-communication-means-public = Offentligt
respond-option-communication-means-other = På annat sätt
respond-option-police-report-yes = Ja
respond-option-police-report-no = Nej
respond-option-police-report-unknown = Inte känt
respond-option-people-number-exactness-exact = Exakt
respond-option-people-number-exactness-approximate = Ungefärligt
respond-option-records-number-exactness-exact = Exakt
respond-option-records-number-exactness-approximate = Ungefärligt

## How a reason bears on the answer

respond-effect-high = Hög risk
respond-effect-risk = Risk
respond-effect-ask-high = Hög risk kan inte uteslutas
respond-effect-ask-risk = Risk kan inte uteslutas
respond-effect-unlikely = Talar mot en risk
respond-effect-raises = Höjer risken
respond-effect-lowers = Sänker risken
respond-effect-exempts = Undantag från att informera de registrerade
respond-effect-pauses = Ändrar hur eller när de registrerade informeras
respond-effect-controller-decides = Den personuppgiftsansvarige beslutar

## Reasons: rules

respond-reason-danger-to-health = Människors hälsa var i fara eftersom uppgifterna saknades.
respond-reason-care-without-records = Vården var utan sina journaler ett dygn eller längre.
respond-reason-hostile-and-usable = Någon med onda avsikter har uppgifter som kan användas mot de berörda.
respond-reason-hostile-and-many = Någon med onda avsikter har läsbara identitetsuppgifter om väldigt många.
respond-reason-aimed-at-a-person = Angreppet riktades mot en bestämd person.
respond-reason-secrets-of-a-life = Mycket privata uppgifter blev kända för obehöriga.
respond-reason-identity-to-the-many = Uppgifter som möjliggör identitetsstöld nådde många obehöriga eller rör väldigt många.
respond-reason-hidden-person-exposed = En person med skyddade personuppgifter kan bli hittad.
respond-reason-hidden-person-exposed-of-finland = En person med spärrmarkering kan bli hittad.
respond-reason-disclosure = Läsbara uppgifter nådde obehöriga, och det var inget litet misstag.
respond-reason-loss = Uppgifter är förlorade eller var borta längre eller mer kännbart än vid ett kort avbrott.
respond-reason-only-copy = Det som försvann kan ha varit det enda exemplaret.
respond-reason-alteration = Uppgifter ändrades fast de inte skulle ändras, av misstag eller med avsikt.
respond-reason-anonymity-doubtful = Ingen sägs kunna identifieras, fast uppgifterna är känsliga, utförliga och läsbara: pröva igen om någon kan kännas igen.
respond-reason-denial-unproven = Inga fullständiga loggar visar att inget har förts ut.
respond-reason-disclosure-maybe-grave = Hur allvarligt röjandet är beror på uppgifterna och de berörda.
respond-reason-denial-maybe-grave = Om uppgifter ändå har förts ut kan följderna bli allvarliga.
respond-reason-loss-maybe-grave = Hur allvarlig förlusten är beror på vad uppgifterna behövs till.
respond-reason-only-copy-maybe-grave = Det enda exemplaret är borta; människor kan behöva det.
respond-reason-alteration-maybe-grave = Ändringen kan inte göras ogjord.
respond-reason-alteration-acted-upon = Efter dessa uppgifter får människor vård, betalar eller släpps in: tills de är rätt igen kan de göra skada.

## Reasons: grounds for leniency

respond-reason-shielded = Uppgifterna är oläsbara för den som har dem, och nyckeln är i säkerhet.
respond-reason-not-identifiable = Uppgifterna kan inte knytas till någon (skäl 26).
respond-reason-minor-slip = Ett enstaka misstag med harmlösa uppgifter, få personer och en känd mottagare.
respond-reason-trusted-slip = Mottagaren är betrodd eller har tystnadsplikt och har raderat uppgifterna.
respond-reason-contained = Hos mottagare man kan lita på och som inte har uppgifterna kvar, eller vardagliga uppgifter hos få kända mottagare, eller enbart kontaktuppgifter: personerna behöver inte göra något för att skydda sig.
respond-reason-settled-loss = Uppgifterna var snart tillbaka och knappt någon märkte det.
respond-reason-bearable-loss = Uppgifterna kunde återställas och frånvaron orsakade högst en försening.

## Reasons: circumstances

respond-reason-special-categories = Särskilda kategorier av personuppgifter (känsliga personuppgifter).
respond-reason-identity-data = Uppgifter som kan användas i någon annans namn.
respond-reason-many-people = Väldigt många personer.
respond-reason-over-a-hundred-people = Fler än hundra personer.
respond-reason-many-recipients = Fler än 25 mottagare. I riktlinjernas exempel på ett misstag som inte behövde anmälas var de 15.
respond-reason-not-called-back = Mottagaren har inte ombetts att radera uppgifterna.
respond-reason-telling-data = Uppgifter som säger mer om en person än vardagliga ärenden gör.
respond-reason-more-than-a-slip-shows = Fler kontaktuppgifter än en följesedel visar.
respond-reason-few-people = Få personer; en kan räcka.
respond-reason-vulnerable-people = Sårbara personer: barn, patienter eller andra.
respond-reason-ill-will = Det gjordes med avsikt.
respond-reason-accident = Det var ett misstag.
respond-reason-confidential-relationship = De berörda kunde förvänta sig sekretess.
respond-reason-misuse-observed = Uppgifterna har använts; det gör inte ensamt risken hög.
respond-reason-long-exposure = Uppgifterna var exponerade under lång tid.
respond-reason-subvertible-protection = Skyddet kan kringgås: hashade eller pseudonymiserade uppgifter är inte anonyma.
respond-reason-advertising-platform = Mottagaren har konton att matcha uppgifterna mot.
respond-reason-single-recipient = En känd mottagare, ingen okontrollerad spridning.
respond-reason-erased = Mottagaren har bekräftat radering eller återlämnande.
respond-reason-minimal-data = Uppgifterna säger mycket lite.
respond-reason-rich-data = Uppgifterna berättar mycket om varje person.
respond-reason-complete-logs = Fullständiga loggar visar att inget har förts ut.
respond-reason-no-evidence = Det finns inga loggar som visar vad som hände.
respond-reason-systemic = Det var inget enstaka misstag utan systematiskt.

## Reasons: exemptions and roles

respond-reason-later-measures = Senare åtgärder gör en hög risk osannolik nu (artikel 34.3 b).
respond-reason-disproportionate-effort = Att informera var och en vore en oproportionell ansträngning: informera allmänheten i stället (artikel 34.3 c).
respond-reason-police-request = Polisen ber er vänta: det pausar bara informationen till de registrerade, inte anmälan.
respond-reason-secrecy-law = En sekretessbestämmelse begränsar vad de registrerade får veta.
respond-reason-processor = Ni är personuppgiftsbiträde: underrätta den personuppgiftsansvarige utan onödigt dröjsmål, oavsett risk (artikel 33.2).

## Duties and their states

respond-duty-document = Dokumentera incidenten
respond-duty-notify-authority = Anmäl till tillsynsmyndigheten
respond-duty-tell-controller = Underrätta den personuppgiftsansvarige
respond-duty-communicate = Informera de registrerade
respond-duty-supplement = Komplettera anmälan
respond-duty-follow-up = Komplettera anmälan med det som har ändrats
respond-duty-letter-holds = Avgör: stämmer det som de registrerade fick veta fortfarande?
respond-duty-complete-item = Lämna det som utlovades
respond-erasure-asked = { $recipient } ombads { $at } att radera uppgifterna
respond-erasure-unanswered = inget svar ännu
respond-sent-people = { $n ->
        [one] en person
       *[other] { $n } personer
    }
respond-duty-erasure = Se till att mottagaren raderar uppgifterna
respond-duty-measure = Genomför åtgärden
respond-duty-answer-authority = Svara myndigheten
respond-duty-appeal = Överklaga, om ni vill
respond-duty-report = Rapportera enligt en annan lag
respond-duty-held-back = Informera dem som hölls utanför, på ett säkert sätt
respond-duty-state-ask = En människa behöver besluta
respond-duty-state-open = Öppen
respond-duty-state-running = Klockan går
respond-duty-state-missed = Tidsfristen har passerat
respond-duty-state-paused = Pausad
respond-duty-state-done = Klar
respond-duty-state-done-late = Klar, för sent
respond-duty-state-lapsed = Tiden har gått ut
respond-duty-state-passed-on = Lämnad vidare
respond-duty-state-none = Ingen skyldighet
respond-duty-how-document = ange vad som drabbades och de sannolika konsekvenserna, och för in en åtgärd som vidtogs
respond-duty-how-notify-authority = för in anmälan som skickades dit
respond-duty-how-tell-controller = för in vilken personuppgiftsansvarig som underrättades, och när
respond-duty-how-communicate = för in vad som skickades till dem; det ska säga allt som artikel 34.2 kräver
respond-duty-how-supplement = skicka en komplettering som besvarar det som saknades, eller en återkallelse
respond-duty-how-follow-up = för in kompletteringen som skickades, eller låt en person säga med skäl att det som myndigheten fick veta står kvar
respond-duty-how-letter-holds = för in ett nytt brev till alla, eller låt en person säga med skäl att brevet står kvar
respond-duty-how-complete-item = besvara det och skicka en komplettering, eller ta tillbaka löftet
respond-duty-how-erasure = för in bekräftelsen, eller till vem en vägran lämnades vidare
respond-duty-how-measure = för in att den är genomförd, med bevis
respond-duty-how-answer-authority = för in svaret som skickades
respond-duty-how-report = för in rapporten som skickades, eller ta bort lagen från ärendet
respond-duty-how-held-back = för in hur de informerades

## What speaks against the clock, or is open about who is told

respond-caution-told-earlier = Personuppgiftsbiträdet underrättade er { $at }, före den tid för vetskap som är angiven. Den personuppgiftsansvarige har vetskap när biträdet har underrättat: stämmer vetskapen?
respond-caution-told = Personuppgiftsbiträdet underrättade er { $at }. Då fick den personuppgiftsansvarige vetskap; en namngiven person anger det.
respond-caution-establishments-unknown = Om { $who } är ansvarig tillsynsmyndighet beror på var den personuppgiftsansvarige har sitt huvudsakliga verksamhetsställe. Besvara fältet ”establishments” (länder med verksamhetsställen) med ländernas koder: SE, eller SE main, FR.
respond-caution-public-unknown = En offentlig myndighet har ingen ansvarig tillsynsmyndighet, bara sin egen medlemsstats, här { $who }: är den personuppgiftsansvarige offentlig eller privat? Besvara fältet ”sector” (sektor).
respond-caution-aware-moved = Vetskapen angavs först till { $at }, och tidsfristen från den hade gått ut före anmälan. Den har sedan flyttats fram: skälen till förseningen efterfrågas fortfarande.
respond-caution-event-unknown = En rapport enligt en annan lag räknas från händelsen, och när den inträffade är inte angivet: sista dagen visas som om vetskapen vore händelsen och är i själva verket tidigare. Ange när den inträffade.
respond-caution-sector-unknown = Är den personuppgiftsansvarige offentlig eller privat? Ålands myndighet har tillsyn bara över offentliga organ; för en privat är det { $who }. Besvara fältet ”sector” (sektor).
respond-caution-detection-presumed = En rapport enligt en annan lag räknas från att incidenten upptäcktes, inte från vetskapen om personuppgiftsincidenten. Ingen har angett när det var; här antas { $at }, det tidigaste som ärendet vet. Ange det vid de andra lagarna.
respond-caution-incident-presumed = En rapport enligt en annan lag räknas från vetskapen om själva incidenten, vare sig man visste att personuppgifter var drabbade eller inte. Ingen har angett när det var; här antas { $at }, och det kan vara tidigare. Ange det vid de andra lagarna.
respond-caution-established-elsewhere = Enligt fältet ”establishments” (verksamhetsställen) har den personuppgiftsansvarige sitt huvudsakliga verksamhetsställe i ett annat EES-land: { $who } kan inte vara ansvarig tillsynsmyndighet. Rätta fältet, eller öppna ärendet i det landet.
respond-caution-established-outside = Enligt fältet ”establishments” (verksamhetsställen) är den personuppgiftsansvarige etablerad bara utanför EES: det finns ingen ansvarig tillsynsmyndighet, inte heller { $who }, och varje berörd myndighet ska få en anmälan. Ange att det inte finns något verksamhetsställe inom EES.
respond-caution-exemption-outgrown = Uppgifterna har ändrats sedan undantaget i artikel 34.3 angavs, och det gäller inte längre. Ange det på nytt med skäl om det fortfarande gäller, eller informera de registrerade.
respond-caution-public-only = Allmänheten har informerats, men det ersätter information till var och en bara om den skulle innebära en oproportionell ansträngning. Ange det undantaget med skäl, eller informera var och en.
respond-caution-told-in-part = Registrerade har informerats, men antalen visar inte att ingen återstår. Informera de övriga, eller ange att alla har informerats.
respond-caution-appeal-unknown = Hur länge ett beslut av { $who } kan överklagas är inte känt här. Det står i beslutet: tiden är den som gäller i den stat vars myndighet beslutade.

## How sure a deadline is

respond-deadline-unconfirmed = Inte bekräftat: källan är andrahands eller ur minnet. Kontrollera.
respond-deadline-proposed = Inte lag: bara föreslaget.
respond-deadline-assumed = Räknat som om steget före görs i sista stund.
respond-deadline-undue = utan onödigt dröjsmål
respond-deadline-who-controller = Binder den personuppgiftsansvarige, från dess egen vetskap. Ett personuppgiftsbiträde underrättar i stället den personuppgiftsansvarige utan onödigt dröjsmål (artikel 33.2).
respond-deadline-from-event = Räknas från händelsen, inte från vetskapen. Här antas den ha inträffat { $at }.
respond-deadline-from-notified = Räknas från anmälan. Här antas den ha skickats { $at }.
respond-deadline-from-decision-received = Räknas från den dag då beslutet mottogs. Här antas det ha mottagits { $at }.
respond-deadline-from-decided = Räknas från beslutets dag. Här antas det ha fattats { $at }.
respond-deadline-from-classified = Räknas från det att incidenten klassades som allvarlig. Här antas det ha skett { $at }.
respond-deadline-from-detected = Räknas från att incidenten upptäcktes, inte från vetskapen om en personuppgiftsincident. Här antas den ha upptäckts { $at }.
respond-deadline-from-incident-aware = Räknas från vetskapen om själva incidenten, vare sig man visste att personuppgifter var drabbade eller inte. Här antas den vara { $at }.

## Readings of a deadline

respond-reading-elapsed = Räknat i faktiskt gången tid
respond-reading-wall-clock = Räknat efter klockan på väggen
respond-reading-full-hours = Förordning 1182/71: från nästa hela timme
respond-reading-full-hours-wall-clock = Förordning 1182/71, efter klockan på väggen
respond-reading-two-working-days = Med två arbetsdagar i fristen (omstritt)
respond-reading-end-of-day = Till den sista dagens slut

## What happened in a case

respond-act-open = Ärendet öppnat
respond-act-times = Tider angivna
respond-act-aware = Vetskap angiven
respond-act-facts = Fakta ändrade
respond-act-item = Uppgift till anmälan införd
respond-act-conclude = Slutsats dragen
respond-act-no-breach = Slutsats: ingen personuppgiftsincident
respond-act-uphold = Beslutat att det som meddelades står kvar
respond-act-delay = Försening motiverad
respond-act-file = Anmälan skickad
respond-act-file-incomplete = Anmälan skickad, ska kompletteras
respond-act-file-follow-up = Komplettering skickad
respond-act-file-withdrawal = Anmälan återkallad
respond-act-tell-controller = Personuppgiftsansvarig underrättad
respond-act-communicate = Registrerade informerade
respond-act-exempt = Undantag infört
respond-act-pause = Informationen pausad
respond-act-resume = Informationen återupptagen
respond-act-measure = Åtgärd beslutad
respond-act-measure-done = Åtgärd genomförd
respond-act-request-erasure = Radering begärd
respond-act-answer-erasure = Mottagaren svarade
respond-act-escalate-erasure = Begäran om radering eskalerad
respond-act-asked = Myndigheten frågade
respond-act-answered = Svar skickat till myndigheten
respond-act-decision = Myndigheten beslutade
respond-act-link = Fynd kopplade
respond-act-note = Anteckning
respond-act-close = Ärendet stängt
respond-act-reopen = Ärendet öppnat igen
respond-act-controller = Personuppgiftsansvarig angiven
respond-act-began = Det började
respond-act-suspected = Första misstanken
respond-act-ended = Det upphörde
respond-act-receipt = Diarienummer infört
respond-act-title = Rubrik ändrad
respond-act-strike = Post struken
respond-act-regimes = Andra lagar angivna
respond-act-report = Rapport enligt en annan lag skickad
respond-act-reach = De som hölls utanför informerade
respond-act-weigh = Omständighet enligt artikel 83.2 bedömd
respond-act-attach = Fil bifogad
respond-act-clock = Övningens klocka framflyttad

## Items a person enters: named as in the form

respond-item-controller-identifier = Organisationsnummer eller annan beteckning
respond-item-controller-name-contact = Personuppgiftsansvarig: namn och kontaktuppgifter
respond-item-sector = Privat eller offentlig sektor
respond-item-size = Organisationens storlek
respond-item-economic-activity = Verksamhet (näringsgren)
respond-item-eea-representative = Företrädare inom EES
respond-item-reporter = Anmälare: namn, funktion, kontaktuppgifter
respond-item-dpo-contact = Dataskyddsombud eller annan kontaktpunkt
respond-item-other-contact = Annan kontaktpunkt
respond-item-other-parties = Andra inblandade (personuppgiftsbiträde, gemensamt ansvarig)
respond-item-discovery-description = Hur den upptäcktes
respond-item-told-by-other-at = När den andra parten berättade
respond-item-timeline-comments = Kommentarer till tidslinjen
respond-item-description = Vad som har hänt
respond-item-systems = System, tjänster och platser
respond-item-records-number = Antal personuppgiftsposter (inte personer)
respond-item-records-number-exactness = Är antalet personuppgiftsposter exakt?
respond-item-measures-before = Skydd som fanns före incidenten
respond-item-likely-consequences = Sannolika konsekvenser
respond-item-severity = Allvarlighetsgrad för de berörda
respond-item-police-report = Polisanmält?
respond-item-other-authorities = Andra myndigheter som informerats
respond-item-establishments = Länder med verksamhetsställen
respond-item-attachments = Förteckning över bilagor

# The factors of Art. 83(2), and how one weighs.
respond-factor-a = Överträdelsens karaktär, svårighetsgrad och varaktighet; hur många som drabbats och vilken skada de lidit
respond-factor-b = Uppsåt eller oaktsamhet
respond-factor-c = Vad som gjorts för att lindra skadan
respond-factor-d = Graden av ansvar, med hänsyn till de tekniska och organisatoriska åtgärderna
respond-factor-e = Tidigare överträdelser
respond-factor-f = Samarbetet med tillsynsmyndigheten
respond-factor-g = Vilka slags personuppgifter det gäller
respond-factor-h = Hur myndigheten fick veta
respond-factor-i = Om tidigare åtgärder i samma sak har följts
respond-factor-j = Godkända uppförandekoder eller certifiering
respond-factor-k = Annat, till exempel vinst eller undviken förlust
respond-weight-aggravates = försvårande
respond-weight-mitigates = förmildrande
respond-weight-neutral = varken eller

# Roles in the register; what a plan lacks; reminders by mail.
respond-role-owner = Ansvarig för registret
respond-role-dpo = Dataskyddsombud
respond-role-decider = Beslutar
respond-role-handler = Handläggare
respond-role-reporter = Rapporterar incidenter
respond-role-reader = Läser bara
respond-plan-gap-contact = Ingen kontakt har rollen { $about }
respond-plan-gap-phone = Telefonnummer saknas för { $about }
respond-plan-gap-decides = Ingen är utsedd att besluta: { $about }
respond-plan-gap-first-hour = Den första timmen är inte planerad
respond-plan-gap-text = Ingen text till de berörda är förberedd på { $about }
respond-plan-gap-control = Ingen återkommande kontroll gäller artikel 32.1 { $about }
respond-remind-subject = Sluss: { $duty }, ärende { $case }
respond-remind-due = Tidsfrist { $due }
respond-remind-left = Högst { $hours ->
    [one] 1 timme
   *[other] { $hours } timmar
} kvar.
respond-remind-past = Mer än { $hours ->
    [one] 1 timme
   *[other] { $hours } timmar
} efter tidsfristen. Gör det nu och skriv ner skälet till förseningen.
respond-remind-end = Meddelandet nämner ingen person. Öppna registret för att se ärendet.
respond-duty-control = Kontroll ska göras

# --- Drafts of the letter ---
respond-act-draft = Utkast till brevet sparat
respond-act-approve-draft = Brevet godkänt

# --- What precedents teach, and how they ended ---
respond-lesson-de-deliveryhero = Att hantera det väl kan avsluta ärendet.
respond-lesson-fi-aktia = Minuter och några hundra personer räcker.
respond-lesson-fi-helsinki = En förebild för offentlig information.
respond-lesson-fi-kho131 = Åtkomst räcker för en risk; vilka som informeras avgörs grupp för grupp.
respond-lesson-fi-sbank = Kunder som ringer är ett sätt att upptäcka.
respond-lesson-fi-tsv2021-843 = En liten antydan om en persons hälsa.
respond-lesson-fi-um = Skäl till en försening måste skrivas ned och hålla.
respond-lesson-fi-vastaamo = En begäran från polisen får pausa informationen till människorna, aldrig anmälan.
respond-lesson-fi-ya = Den finländska motsvarigheten till de svenska pixelärendena.
respond-lesson-se-apohem = Som för Apoteket.
respond-lesson-se-apoteket = En rutin måste upptäcka en oavsiktlig ändring av vad som behandlas.
respond-lesson-se-avanza = Klartext och pengar gav sanktionsavgift där hashade kontaktuppgifter gav reprimand.
respond-lesson-se-dalarna = En leverantörs misstag är den ansvariges incident.
respond-lesson-se-fond = En teknisk spärr mot massutskick saknades.
respond-lesson-se-kry = Lättare: få uppgifter genom utformningen, hashade, en mottagare, inget känsligt. Tyngre: två år, många människor, upptäckt av en utomstående, vård.
respond-lesson-se-medhelp = En kedja av underbiträden är ändå ett ansvar.
respond-lesson-se-miljodata = Ett biträde, hundratals ansvariga, lika många klockor.
respond-lesson-se-sportadmin = En plattform för tusentals föreningar ansvarar för sin säkerhet.
respond-lesson-se-ssc = Att vara ansvarig och biträde på en gång betyder skilda klockor.
respond-lesson-se-trygghansa = Ett tips till kundtjänst kan starta kännedomen: det måste nå rätt bord.
respond-lesson-se-uppsala = Vårduppgifter i mejl utan skydd.
respond-ended-de-deliveryhero = ingen överträdelse
respond-ended-fi-aktia = påföljdsavgift och anmärkning
respond-ended-fi-helsinki = utredning; utgången inte funnen
respond-ended-fi-kho131 = föreläggande att informera stod fast för grupperna med identitetsstöld och förtroliga ärenden
respond-ended-fi-sbank = påföljdsavgift
respond-ended-fi-tsv2021-843 = beslut (utgången inte sedd)
respond-ended-fi-um = anmärkning, delvis upphävd
respond-ended-fi-vastaamo = påföljdsavgift och föreläggande att informera var och en
respond-ended-fi-ya = påföljdsavgift
respond-ended-se-apohem = sanktionsavgift
respond-ended-se-apoteket = sanktionsavgift
respond-ended-se-avanza = sanktionsavgift
respond-ended-se-dalarna = sanktionsavgift
respond-ended-se-fond = sanktionsavgift
respond-ended-se-kry = reprimand (mindre överträdelse, skäl 148)
respond-ended-se-medhelp = sanktionsavgift
respond-ended-se-miljodata = pågick när det senast sågs
respond-ended-se-sportadmin = sanktionsavgift
respond-ended-se-ssc = sanktionsavgift 150 000 för artikel 33.2 och 50 000 för artikel 33.1; föreläggande om rutiner
respond-ended-se-trygghansa = sanktionsavgift
respond-ended-se-uppsala = sanktionsavgifter

# a case opened from a scan
respond-scan-kept = Sammanfattning av den genomsökning som ärendet öppnades från
respond-mail-title = Inrapporterat med e-post { $date }
respond-mail-kept = Rapporten som den kom

# countries people live in
respond-country-AT = Österrike
respond-country-BE = Belgien
respond-country-BG = Bulgarien
respond-country-CH = Schweiz
respond-country-CY = Cypern
respond-country-CZ = Tjeckien
respond-country-DE = Tyskland
respond-country-DK = Danmark
respond-country-EE = Estland
respond-country-ES = Spanien
respond-country-FI = Finland
respond-country-FI-AX = Åland
respond-country-FR = Frankrike
respond-country-GB = Storbritannien
respond-country-GR = Grekland
respond-country-HR = Kroatien
respond-country-HU = Ungern
respond-country-IE = Irland
respond-country-IS = Island
respond-country-IT = Italien
respond-country-LI = Liechtenstein
respond-country-LT = Litauen
respond-country-LU = Luxemburg
respond-country-LV = Lettland
respond-country-MT = Malta
respond-country-NL = Nederländerna
respond-country-NO = Norge
respond-country-PL = Polen
respond-country-PT = Portugal
respond-country-RO = Rumänien
respond-country-SE = Sverige
respond-country-SI = Slovenien
respond-country-SK = Slovakien
respond-country-US = USA
