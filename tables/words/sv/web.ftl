# Words of web, language sv. Keys start with `web-`; all languages hold the same keys and variables.

## The frame of every page

web-name = Sluss
web-language = Svenska
web-skip = Hoppa till innehållet
web-nav = Huvudmeny
web-nav-overview = Översikt
web-nav-audits = Granskningar
web-nav-register = Incidentregister
web-nav-verify = Bevis
web-nav-report = Rapportera en incident
web-languages = Språk
web-zone = Alla tider är i { $zone }.
web-logged-in = Inloggad som { $user }.
web-log-out = Logga ut
web-welcome = Du är inloggad
web-welcome-on = Gå till översikten

## What can go wrong

web-oops-login = Du är inte inloggad
web-oops-login-cure = Öppna engångslänken som programmet skrev ut när det startade, eller be den som sköter driften om en ny. Inget som du har sparat har gått förlorat.
web-oops-link = Den här inloggningslänken fungerar inte längre
web-oops-link-cure = En länk fungerar en gång och i en timme. Be den som sköter driften om en ny.
web-oops-not-found = Sidan finns inte
web-oops-not-found-cure = Adressen kan vara felskriven, eller så finns innehållet på en annan plats.
web-oops-forged = Formuläret togs inte emot
web-oops-forged-cure = Det kom inte från den här inloggningen, så inget har sparats. Gå tillbaka, ladda om sidan och skicka igen.
web-oops-host = Den här adressen är inte känd
web-oops-host-cure = Använd adressen som programmet skrev ut när det startade. Om tjänsten har ett eget namn måste det anges när programmet startas.
web-oops-wrong = Något i det som skickades stämmer inte
web-oops-wrong-cure = Inget har sparats. Gå tillbaka, rätta och skicka igen.
web-oops-conflict = Någon annan ändrade ärendet medan du skrev
web-oops-conflict-cure = Din uppgift sparades inte, och deras är kvar. Öppna ärendet igen, läs den senaste händelsen i historiken och fyll sedan i din uppgift.
web-oops-broken = Programmet klarade inte det här
web-oops-broken-cure = Felet är vårt, inte ditt. Inget halvfärdigt har sparats. Försök igen; om det händer igen, berätta för den som sköter driften vad du gjorde.
web-oops-back = Tillbaka

## Words of findings

web-severity-high = hög
web-severity-medium = medel
web-severity-low = låg
web-state-new = ny
web-state-known = känd sedan tidigare
web-state-gone = ses inte längre
web-state-changed = ändrad

## Audits

web-audits = Granskningar
web-audits-lead = Vad era webbtjänster skickade, och till vem, varje gång någon tittade.
web-audits-none = Ingen granskning har gjorts än. Starta en med ”sluss audit” och adressen till er tjänst.
web-audit-service = Tjänst
web-audit-start = Adress
web-controller = Personuppgiftsansvarig
web-audit-when = När
web-audit-seen = Granskat
web-audit-exchanges = { $n ->
        [one] { $n } anrop
       *[other] { $n } anrop
    }
web-audit-findings = Fynd
web-audit-gaps = Kunde inte ses
web-audit-gaps-n = { $n ->
        [one] { $n } lucka
       *[other] { $n } luckor
    }
web-audit-all-seen = inget
web-audit-nothing = inget hittat
web-audit-nothing-long = Inget hittades, och inget låg utom synhåll.
web-audit-nothing-but = { $n ->
        [one] Inget hittades, men en sak kunde inte granskas. Se nedan.
       *[other] Inget hittades, men { $n } saker kunde inte granskas. Se nedan.
    }
web-in-case = I ett ärende
web-audit-has-case = Öppna ärendet som fynden ingår i
web-audit-open-case = Öppna ett incidentärende från fynden
web-open-case-hint = Ärendet är ett utkast. Klockan startar först när en namngiven person anger när ni fick vetskap.
web-steps-failed = { $n ->
        [one] ett steg misslyckades
       *[other] { $n } steg misslyckades
    }

## Vendor switches

web-setting-change = Öppna mottagarens inställningssida

## A finding

web-next = Gör nu
web-finding-change = Ställ in ”{ $setting }” på ”{ $declared }” hos { $vendor }, konto { $account }: det är vad ni har bestämt.
web-finding-open-case = Öppna ett incidentärende från detta
web-finding-go-case = Gå till incidentärendet
web-finding-again = Granska igen efteråt: först då vet ni att det har upphört.
web-chain = Från det som skrevs till det som skickades
web-chain-lead = Värdena hittades på för granskningen och tillhör ingen.
web-chain-of = { $identifier } ({ $role })
web-chain-typed = Skrevs i { $field }
web-chain-packed = Inpackat i
web-chain-sent = Skickades som { $key } ({ $part }) till
web-chain-times = { $n ->
        [one] Sågs en gång
       *[other] Sågs { $n } gånger
    }
web-request = Anropet
web-request-line = Till värden
web-request-at = När
web-request-id = Nummer i capture.har
web-request-body = Innehåll
web-request-query = Adressens parametrar, avkodade
web-request-frame = Meddelande över den öppna förbindelsen (WebSocket)
web-request-marked = Så som det gick över nätet, med det som fyndet handlar om markerat. Värdet hittades på för granskningen.
web-request-missing = Inspelningen (capture.har) finns inte hos granskningen, så själva anropet kan inte visas. Detta vet rapporten om det.
web-request-withheld = Själva anropet visas inte, eftersom det innehåller uppgifter om verkliga personer. Det finns i inspelningen, capture.har.
web-request-binary = { $n ->
        [one] Binära data, en byte: inte text och visas därför inte. De finns i capture.har.
       *[other] Binära data, { $n } byte: inte text och visas därför inte. De finns i capture.har.
    }
web-request-cut = { $n ->
        [one] Bara en del visas; hela innehållet är en byte och finns i capture.har.
       *[other] Bara en del visas; hela innehållet är { $n } byte och finns i capture.har.
    }
web-picture = Så såg sidan ut
web-law = Vad lagen säger

## Moving on

web-once-more = Ett ögonblick

## Overview

web-next-nothing = Inget väntar på dig.
web-next-by = senast
web-open-cases = Öppna ärenden
web-open-cases-none = Inget ärende är öppet.
web-next-aware = Ange när ni fick vetskap
web-next-aware-why = De 72 timmarna kan inte räknas förrän dess.
web-next-facts = Besvara de öppna frågorna
web-next-facts-why = { $n ->
        [one] Ett svar skulle ändra eller avgöra bedömningen.
       *[other] { $n } svar skulle ändra eller avgöra bedömningen.
    }
web-next-facts-done = Uppgifterna räcker för bedömningen
web-next-conclude-authority = Ta ställning: ska myndigheten få en anmälan?
web-next-conclude-people = Ta ställning: ska de registrerade informeras?
web-next-conclude-why = Programmet föreslår. En namngiven person beslutar, med skäl.
web-next-file = Ladda ner anmälan och lämna in den till myndigheten
web-next-file-why = Det som inte är känt än får lämnas senare. Vänta inte på det.
web-next-filed = Anteckna när anmälan lämnades in och kvittensnumret
web-next-finding = Öppna ett ärende, eller avgör att det inte är ett:
web-done = Klart:

## The register

web-cases = Ärenden
web-register-lead = Varje personuppgiftsincident, anmäld eller inte, med effekter, åtgärder och skäl (artikel 33.5). Inget tas någonsin bort.
web-register-none = Registret är tomt.
web-case = Ärende
web-case-reference = Beteckning
web-case-opened = Öppnat
web-case-opened-by = öppnat av { $who }
web-case-clock = Anmäl senast
web-case-risk = Risk
web-case-state = Läge
web-case-state-suspected = misstänkt
web-case-state-open = under handläggning
web-case-state-concluded = avgjort
web-case-state-filed = anmält
web-case-state-dismissed = ingen personuppgiftsincident
web-case-state-closed = avslutat

## The clock

web-clock = Klockan
web-clock-not-started = Klockan går inte än
web-clock-not-started-note = Ingen har angett när ni fick vetskap. Om ni har haft vetskap sedan tidigare har tiden gått sedan dess, även utan en anteckning här.
web-clock-left = { $time } kvar
web-clock-over = { $time } för sent
web-clock-what = Anmäl till myndigheten senast
web-clock-was = Anmälan skulle ha lämnats
web-clock-note = Räknat { $now }. Ladda om sidan för aktuell tid. Den tidigaste tolkningen av lagen gäller.
web-clock-over-note = Lämna in anmälan genast och motivera förseningen; anmälan frågar efter det (artikel 33.1).
web-clock-filed = Inlämnad
web-clock-none = Ingen anmälningsskyldighet, enligt beslutet
web-clock-readings = Alla tolkningar av lagen, med källa
web-clock-operative = denna gäller här

## Times

web-times = Tider
web-times-occurred = När skedde det?
web-times-suspected = Misstanke
web-times-aware = Vetskap
web-times-from = Från
web-times-to = Till
web-times-point = vid ett tillfälle
web-times-range = under en period
web-times-ongoing = det pågår fortfarande
web-times-unknown = okänt
web-times-not-set = inte angivet
web-times-set-by = angivet av { $who }, { $reason }
web-aware-set = Ange när ni fick vetskap
web-aware-again = Ändra tiden för vetskap genom en ny anteckning
web-aware-lead = Ni har vetskap när ni med rimlig grad av säkerhet vet att personuppgifter har drabbats. En kort utredning för att ta reda på det är tillåten; den ska börja genast. En tidigare anteckning finns kvar.
web-aware-at = När, på minuten
web-aware-at-hint = Det fylls aldrig i åt dig.
web-aware-by = Vem som fick vetskap och intygar det
web-aware-by-hint = Namn och funktion
web-aware-reason = Hur vet ni att det var då?
web-aware-reason-hint = Till exempel: ”loggen visade anropet och vår utvecklare bekräftade det kl. 18.20”.
web-aware-save = Spara och starta klockan

## Assessment

web-assessment = Bedömning
web-assessment-proposal = Ett förslag utifrån uppgifterna nedan. Det avgör ingenting: en namngiven person beslutar.
web-risk-unlikely = En risk är osannolik
web-risk-risk = En risk, men inte hög
web-risk-high = En hög risk
web-risk-undetermined = Går inte att säga än
web-duties = Skyldigheter
web-duty = Skyldighet
web-duty-document = Dokumentera
web-duty-notify = Anmäl till myndigheten
web-duty-communicate = Informera de registrerade
web-duty-proposed = Förslag
web-duty-concluded = Beslut
web-duty-yes = ja
web-duty-no = nej
web-duty-ask = beror på öppna frågor
web-duty-open = inte än
web-duty-state = Läge
web-duty-due = Senast
web-duty-source = Regel
web-case-duties = Skyldigheter och frister
web-reasons = Varför
web-questions = Vad som fortfarande är öppet
web-questions-lead = Ett svar på någon av dessa skulle ändra eller avgöra bedömningen.
web-enisa = Vid sidan av: Enisas poäng från 2013
web-enisa-lead = En andra synvinkel från tiden före dataskyddsförordningen. Den avgör aldrig.
web-enisa-dpc = Behandlingens sammanhang
web-enisa-ei = Lätthet att identifiera
web-enisa-cb = Incidentens omständigheter
web-enisa-se = Allvarlighetsgrad
web-enisa-band = Nivå
web-band-low = låg
web-band-medium = medel
web-band-high = hög
web-band-very-high = mycket hög

## Facts

web-facts = Uppgifter
web-facts-none = Inga uppgifter har lämnats.
web-fact = Uppgift
web-fact-value = Värde
web-fact-origin = Varifrån den kommer
web-facts-edit = Besvara frågor och ändra uppgifter
web-facts-lead = Lämna öppet det du inte vet: det efterfrågas, men gissas aldrig. Alla tidigare svar finns kvar i historiken.
web-facts-source = Hur vet du det?
web-facts-source-hint = Varifrån ändringarna kommer: en logg, en kollega, leverantörens svar.
web-facts-save = Spara uppgifterna
web-cancel = Tillbaka utan att spara
web-items = Vad anmälan ska innehålla (artikel 33.3)
web-item-known = känt
web-item-assumed = antaget
web-item-unknown = inte känt än
web-item-promised = inte känt än, utlovat till { $date }
web-item-not-applicable = inte aktuellt
web-case-findings = Fynd som det bygger på
web-facts-part-breach = Vad som hände
web-facts-part-data = Vilka uppgifter
web-facts-part-people = Vems
web-facts-part-recipients = Vem som fick dem
web-facts-part-effects = Vad det innebär för människor
web-facts-part-roles = Roller och skyldigheter
web-facts-number-hint = Lämna tomt om det inte är känt.
web-facts-countries-hint = Landskod och antal, till exempel ”SE 120, FI 3”. Lämna tomt om det inte är känt.

## Conclusions

web-conclude = Beslut
web-conclude-lead = En gång för myndigheten och en gång för de registrerade, var och en med skäl. Du får gå emot förslaget. Ett senare beslut läggs till; inget skrivs över.
web-conclude-authority = Anmälan till myndigheten
web-conclude-people = Information till de registrerade
web-conclude-authority-question = Ska myndigheten få en anmälan?
web-conclude-people-question = Ska de registrerade informeras?
web-conclude-by = Vem som beslutar (namn och funktion)
web-conclude-reasons = Skäl
web-conclude-reasons-hint = Varför det är så, med egna ord. Om du går emot förslaget, säg vad det missade.
web-conclude-save = Spara beslutet

## Notification

web-notification = Anmälan till myndigheten
web-notification-lead = Fälten i Europeiska dataskyddsstyrelsens utkast till mall, ifyllda från ärendet. Kopiera fält för fält till myndighetens eget formulär.
web-notification-complete = Alla obligatoriska fält är ifyllda.
web-notification-gaps = { $n ->
        [one] Ett obligatoriskt fält är fortfarande öppet.
       *[other] { $n } obligatoriska fält är fortfarande öppna.
    }
web-notification-phases = Ni får anmäla utan dem och komplettera senare (artikel 33.4).
web-notification-preview = Läs den här, fält för fält
web-notification-pdf = Ladda ner PDF ({ $language })

## History

web-history = Historik
web-history-lead = Från den kedjade loggen, det senaste först.

## Proof

web-verify-lead = Varje post i registret innehåller kontrollsumman för posten före. Den som ändrar en gammal post bryter kedjan.
web-verify-ok = Kedjan är hel.
web-verify-broken = Kedjan är bruten.
web-verify-at = Kontrollerat
web-verify-entries = Poster
web-verify-head = Den senaste postens kontrollsumma
web-verify-what = Vad som inte stämmer
web-verify-cure = För inte in något mer. Kopiera databasen som den är och be den som sköter driften att jämföra den med en säkerhetskopia.
web-verify-self = Kontrollera själv
web-verify-self-how = ”sluss verify” med databasens namn kontrollerar samma sak utan den här servern. En kontrollsumma som ni har antecknat på annat håll bevisar att inget äldre har ändrats sedan dess.
web-verify-latest = Senaste posterna
web-verify-empty = Loggen är tom.
web-log-seq = Nr
web-log-at = När
web-log-who = Vem
web-log-act = Vad
web-log-digest = Kontrollsumma

## Report an incident

web-report-lead = För alla som misstänker att personuppgifter har hamnat fel. Hellre för tidigt än för sent; om det är en incident avgörs efteråt.
web-report-title = På en rad
web-report-title-hint = Inga namn på drabbade. Till exempel: ”Brev med provsvar skickat till fel patient”.
web-report-what = Vad har hänt?
web-report-what-hint = Vad du såg, var, och vad du har gjort hittills.
web-report-nature = Vad kan ha hänt med uppgifterna?
web-report-suspected = När uppstod misstanken?
web-report-suspected-hint = När du, eller den som berättade för dig, först märkte det.
web-report-send = Rapportera
web-report-clock = Rapporten startar ingen klocka i sig: en namngiven person anger när organisationen fick vetskap.
web-problems = Inte sparat än
web-problems-kept = Det du skrev finns kvar nedan.
web-overtaken = Inget av ditt sparades. Detta har hänt sedan du öppnade formuläret:
web-overtaken-cure = Det du skrev finns kvar nedan, ovanpå ärendet som det är nu. Jämför det med ovanstående och spara igen om det fortfarande stämmer.
web-clock-filed-at = Inlämnad till myndigheten
web-clock-filed-note = Den skulle lämnas senast { $at }.
web-clock-none-note = Beslutat av en namngiven person, med skäl. Ett senare beslut kan ändra det.
web-filed = Anteckna en inlämning
web-filed-lead = PDF-filen och uppgifterna bakom den sparas som de är nu, med kvittensen. De kan aldrig ändras.
web-filed-at = När lämnades den in?
web-filed-receipt = Kvittens eller diarienummer från myndigheten
web-filed-language = Anmälans språk
web-filed-delay = Motivering till förseningen
web-filed-delay-hint = Behövs bara om den lämnades in efter tidsgränsen (artikel 33.1).
web-filed-save = Anteckna inlämningen
web-filings = Inlämnat hittills
web-would-change = Vad som skulle ändra svaret
web-would-change-if = Om { $fact } vore ”{ $value }”: myndigheten { $notify }, de registrerade { $communicate }
web-finding-erase = Begär att { $recipient } raderar det som den har fått.
web-finding-erase-link = Öppna kontaktsidan för radering
web-finding-reasons = Varför graden är denna
web-clock-disputed = omstridd
web-no-breach = Det är ingen personuppgiftsincident
web-no-breach-lead = Ärendet slutar här men finns kvar i registret med sina skäl.
web-breach-question = Är det en personuppgiftsincident?
web-conclude-overrules = Detta går emot förslaget.
web-conclude-choice = Beslut
web-note = Lägg till en anteckning
web-note-text = Anteckning
web-note-save = Spara anteckningen
web-filed-authority = Myndighet
web-filed-kind = Vad som lämnades in
web-filed-withdrawal = Skäl till återkallelsen
web-filing-incomplete = ny, ska kompletteras
web-filing-complete = ny, fullständig
web-filing-follow-up = kompletterande anmälan
web-filing-withdrawal = återkallelse
web-destroyed = (texten förstörd)
web-duty-always = alltid
web-times-estimated = uppskattat
web-times-occurred-label = Inträffade
web-origin-unknown = inte angivet
web-origin-assumed = antaget
web-origin-finding = fynd i granskning

## Acts in the log

web-act-open = öppnade ärendet
web-act-times = angav tiderna
web-act-aware = angav när organisationen fick vetskap
web-act-facts = ändrade uppgifter
web-act-item = besvarade en punkt i anmälan
web-act-conclude = beslutade
web-act-no-breach = beslutade att det inte är en personuppgiftsincident
web-act-delay = motiverade en försening
web-act-file = antecknade en anmälan till myndigheten
web-act-tell-controller = underrättade den personuppgiftsansvarige
web-act-communicate = informerade de registrerade
web-act-exempt = antecknade ett undantag från informationen
web-act-pause = pausade informationen
web-act-resume = återupptog informationen
web-act-measure = lade till en åtgärd
web-act-measure-done = slutförde en åtgärd
web-act-request-erasure = begärde radering hos en mottagare
web-act-answer-erasure = antecknade en mottagares svar
web-act-escalate-erasure = eskalerade en begäran om radering
web-act-asked = antecknade en fråga från myndigheten
web-act-answered = svarade myndigheten
web-act-decision = antecknade ett beslut
web-act-link = kopplade fynd
web-act-note = antecknade
web-act-close = avslutade ärendet
web-act-reopen = återöppnade ärendet
web-notification-draft = Mallen är själv ett utkast från juni 2026.
web-required = obligatoriskt
web-at-least = minst { $n }
web-at-most = högst { $n }
web-item-answer = Besvara
web-item-text = Svar, eller varför det inte är aktuellt
web-item-status = Hur säkert är det?
web-item-save = Spara svaret
web-act-user-login = loggade in
web-act-user-put = lade till eller ändrade en användare
web-act-audit-put = antecknade en granskning
web-act-finding-accept = godtog ett fynd

## The facts of a breach: fields

web-fact-role = Er roll
web-fact-discovered-by = Vem som upptäckte det
web-fact-nature = Typ av incident
web-fact-confidentiality = Vad som hände med konfidentialiteten
web-fact-unintelligible = Var uppgifterna obegripliga för den som fick dem?
web-fact-integrity = Vad som hände med riktigheten
web-fact-availability-kind = Förlust av tillgänglighet
web-fact-availability-hours = Antal timmar utan åtkomst
web-fact-availability-restored-from = Återställt från
web-fact-availability-effect = Avbrottets verkan för människor
web-fact-incident = Slag av händelse
web-fact-systemic = Skedde det systematiskt?
web-fact-exposed-days = Antal dagar exponerat
web-fact-cause = Orsak
web-fact-data = Typer av personuppgifter
web-fact-data-detail = Hur mycket varje post berättar
web-fact-people-count = Antal personer, exakt
web-fact-people-min = Minst så många personer
web-fact-people-max = Högst så många personer
web-fact-people-groups = Vilka de är
web-fact-people-identifiable = Kan de identifieras?
web-fact-people-countries = Personer per land
web-fact-recipients-who = Vem som fick uppgifterna
web-fact-recipients-count = Antal mottagare
web-fact-recipients-erased = Har mottagarna raderat uppgifterna?
web-fact-context = Omständigheter som gör det allvarligare
web-fact-ruled-out = Vad som har kontrollerats och uteslutits
web-fact-consequences = Sannolika konsekvenser för människor
web-fact-evidence = Vad loggarna kan visa
web-fact-mitigation-high-risk-no-longer-likely = Har senare åtgärder undanröjt den höga risken?
web-fact-mitigation-disproportionate-effort = Skulle det krävas en oproportionell ansträngning att informera var och en?
web-fact-restriction = Finns det hinder mot att informera?
web-fact-subgroups = Grupper med egna uppgifter

## The facts of a breach: words

web-role-controller = personuppgiftsansvarig
web-role-joint-controller = gemensamt personuppgiftsansvarig
web-role-processor = personuppgiftsbiträde
web-discovered-by-controller = vi själva
web-discovered-by-processor = vårt personuppgiftsbiträde
web-discovered-by-data-subject = en registrerad
web-discovered-by-external-party = en utomstående
web-discovered-by-press = pressen
web-discovered-by-other = någon annan
web-nature-confidentiality = konfidentialitet
web-nature-integrity = riktighet
web-nature-availability = tillgänglighet
web-nature-confidentiality-hint = någon såg eller fick uppgifter som inte skulle ha dem
web-nature-integrity-hint = uppgifter ändrades
web-nature-availability-hint = uppgifter gick förlorade eller var oåtkomliga
web-confidentiality-exfiltrated = röjda eller uttagna
web-confidentiality-likely = sannolikt, utan bevis
web-confidentiality-not-with-evidence = nej, och det finns belägg
web-confidentiality-cannot-assess = går inte att bedöma
web-confidentiality-undetermined = inte fastställt än
web-unintelligible-yes = ja, skyddet är intakt
web-unintelligible-subvertible = skyddade, men skyddet kan troligen brytas (hashning)
web-unintelligible-no = nej
web-unintelligible-cannot-assess = går inte att bedöma
web-unintelligible-undetermined = inte fastställt än
web-integrity-altered-unused = ändrade, inte använda felaktigt
web-integrity-altered-recoverable = ändrade och felaktigt använda, går att återställa
web-integrity-altered-unrecoverable = ändrade och felaktigt använda, går inte att återställa
web-integrity-undetermined = inte fastställt än
web-availability-kind-temporary = tillfällig
web-availability-kind-permanent = permanent
web-availability-kind-undetermined = inte fastställt än
web-availability-restored-from-backup = säkerhetskopia
web-availability-restored-from-paper = papper
web-availability-restored-from-none = inte återställt
web-availability-effect-none = ingen
web-availability-effect-inconvenience = besvär
web-availability-effect-delay = fördröjning
web-availability-effect-service-disruption = en viktig tjänst uteblev
web-availability-effect-danger-to-health = fara för hälsan
web-incident-abuse-of-access = missbruk av behörighet av en anställd
web-incident-ransomware = utpressningsvirus
web-incident-hacking = dataintrång
web-incident-malware = skadlig kod
web-incident-phishing = nätfiske
web-incident-social-engineering = social manipulation
web-incident-vulnerability-exploited = en utnyttjad sårbarhet
web-incident-unauthorised-access = obehörig åtkomst
web-incident-exfiltration = uttag av uppgifter
web-incident-wrong-person-shown = någon annans uppgifter visades
web-incident-device-lost-stolen = enhet eller usb-minne förlorat eller stulet
web-incident-e-waste = uppgifter kvar på kasserad utrustning
web-incident-paper-disposal = papper i soporna
web-incident-mail-lost-opened = post förlorad eller öppnad
web-incident-misdelivered = post till fel mottagare
web-incident-misconfiguration = felkonfiguration
web-incident-wrong-permissions = felaktiga behörigheter
web-incident-paper-lost-stolen = papper förlorat eller stulet
web-incident-deleted-destroyed = raderat eller förstört
web-incident-shown-to-wrong-recipient = visat för fel person
web-incident-sent-by-mistake = skickat av misstag
web-incident-no-bcc = adresser synliga för alla mottagare av ett meddelande
web-incident-technical-malfunction = tekniskt fel
web-incident-unauthorised-modification = obehörig ändring
web-incident-unintended-publication = oavsiktlig publicering
web-incident-verbal-disclosure = muntligt röjande
web-incident-tracking-technology = spårningsteknik
web-incident-lost-key = förlorad nyckel till krypterade uppgifter
web-incident-undetermined = inte fastställt än
web-incident-other = annat
web-cause-internal-non-malicious = intern, utan uppsåt
web-cause-internal-malicious = intern, med uppsåt
web-cause-external-non-malicious = extern, utan uppsåt
web-cause-external-malicious = extern, med uppsåt
web-cause-unknown = okänd
web-data-basic = grundläggande uppgifter (namn, födelsedatum …)
web-data-contact = kontaktuppgifter
web-data-national-id = personnummer
web-data-document-scan = kopior av id-handlingar
web-data-credentials = inloggningsuppgifter
web-data-payment = betalningsmedel
web-data-economic = ekonomiska uppgifter
web-data-location = platsuppgifter
web-data-profile = profil
web-data-employment = anställning
web-data-employment-health = hälsa i arbetet
web-data-health = hälsa
web-data-genetic = genetiska uppgifter
web-data-biometric = biometriska uppgifter
web-data-criminal = lagöverträdelser
web-data-political = politiska åsikter
web-data-ethnic = etniskt ursprung
web-data-religious = religion eller övertygelse
web-data-sex-life = sexualliv eller sexuell läggning
web-data-trade-union = medlemskap i fackförening
web-data-communications = innehåll i kommunikation
web-data-education = utbildning
web-data-insurance = försäkring
web-data-purchase = köp
web-data-not-yet-known = inte känt än
web-data-other = annat
web-data-detail-minimal = lite: vad en följesedel eller en offentlig katalog visar
web-data-detail-ordinary = vad tjänstens vanliga uppgifter om en person rymmer
web-data-detail-rich = mycket: nog för att kartlägga, uppträda som eller blottställa personen
web-people-groups-customers = kunder
web-people-groups-employees = anställda
web-people-groups-applicants = sökande
web-people-groups-minors = barn
web-people-groups-guardians = vårdnadshavare
web-people-groups-patients = patienter
web-people-groups-students = studenter och elever
web-people-groups-subscribers = prenumeranter
web-people-groups-users = användare
web-people-groups-vulnerable = personer i utsatt ställning
web-people-groups-not-yet-known = inte känt än
web-people-groups-other = andra
web-people-identifiable-directly = direkt
web-people-identifiable-indirectly = indirekt, med hjälp av andra uppgifter
web-people-identifiable-hardly = knappast
web-people-identifiable-no = nej
web-recipients-who-none = ingen
web-recipients-who-trusted = någon ni har skäl att lita på
web-recipients-who-bound-by-secrecy = någon med tystnadsplikt
web-recipients-who-known-untrusted = en känd utomstående utan tystnadsplikt
web-recipients-who-advertising-platform = en annonsplattform
web-recipients-who-unknown = okänd
web-recipients-who-criminal = en brottsling
web-recipients-who-public = allmänheten
web-recipients-erased-confirmed = ja, bekräftat
web-recipients-erased-returned = återlämnade
web-recipients-erased-requested = begärt, inget svar än
web-recipients-erased-no = nej
web-recipients-erased-not-applicable = inte aktuellt
web-context-confidential-relationship = ett förtroendeförhållande (vård, socialtjänst, ombud)
web-context-essential-service = en samhällsviktig tjänst
web-context-protected-identity = personer med skyddade personuppgifter
web-context-targeted = angreppet riktades mot just dessa personer
web-context-misuse-observed = uppgifterna har missbrukats
web-ruled-out-special-categories = känsliga personuppgifter
web-consequences-loss-of-control = förlorad kontroll över sina uppgifter
web-consequences-limitation-of-rights = inskränkta rättigheter
web-consequences-discrimination = diskriminering
web-consequences-identity-theft = identitetsstöld
web-consequences-fraud = bedrägeri
web-consequences-financial-loss = ekonomisk förlust
web-consequences-reversal-of-pseudonymisation = hävd pseudonymisering
web-consequences-reputation = skadat anseende
web-consequences-professional-secrecy = bruten tystnadsplikt
web-consequences-third-party-disclosure = spridning till tredje part
web-consequences-social-disadvantage = social nackdel
web-consequences-physical-harm = fysisk skada
web-consequences-psychological-distress = psykiskt lidande
web-consequences-property-damage = sakskada
web-consequences-spam = oönskade meddelanden
web-consequences-other = annat
web-evidence-complete-logs = fullständiga loggar
web-evidence-partial-logs = ofullständiga loggar
web-evidence-none = inga loggar
web-evidence-not-applicable = inte aktuellt
web-restriction-none = nej
web-restriction-secrecy-law = ja, enligt sekretesslagstiftning
web-restriction-police-request = ja, på begäran av polisen
web-truth-true = ja
web-truth-false = nej
web-unknown = inte känt än
web-checked-none = kontrollerat: inget av detta

## Problems in a form

web-problem-empty = Det här måste fyllas i.
web-problem-choose = Välj ett alternativ.
web-problem-moment = Det här är ingen tidpunkt. Skriv datum och klockslag, till exempel 2026-04-02 18:20.
web-problem-no-such-hour = Den timmen finns inte: klockorna ställdes fram den natten.
web-problem-number = Det här är inget tal.
web-problem-countries = Skriv landskod och antal, till exempel SE 120.
web-problem-country = Den landskoden finns inte. Använd två bokstäver, till exempel SE.
web-problem-facts-nature = Ange vad som drabbades: konfidentialitet, riktighet eller tillgänglighet.
web-problem-facts-negative = Det här kan inte vara negativt.
web-problem-facts-fraction = Personer och mottagare räknas i hela tal.
web-problem-facts-too-many = Så många människor finns det inte. Är det antal poster?
web-problem-facts-range = Talen säger emot varandra: det minsta får inte vara större än det största, och det exakta ligger däremellan.
web-problem-facts-sum = Länderna rymmer fler personer än vad som finns totalt.
web-problem-facts-contradiction = Samma sak är både angiven och utesluten.
web-problem-facts-word = Det ordet är inte känt här.
