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
web-zone = Alla tider är i tidszonen { $zone }.
web-logged-in = Inloggad som { $user }.
web-log-out = Logga ut
web-welcome-on = Gå till översikten
web-login = Logga in
web-login-lead = Länken fungerar en gång. Knappen loggar in dig på den här enheten.

## What can go wrong

web-oops-login = Du är inte inloggad
web-oops-login-cure = Öppna engångslänken som programmet skrev ut när det startade, eller be den som sköter driften om en ny. Inget som du har sparat har gått förlorat.
web-oops-link = Den här inloggningslänken fungerar inte längre
web-oops-link-cure = En länk fungerar en gång och i en timme. Be den som sköter driften om en ny.
web-oops-not-found = Sidan finns inte
web-oops-not-found-cure = Adressen kan vara felskriven, eller så finns innehållet på en annan plats.
web-oops-forged = Formuläret togs inte emot
web-oops-forged-cure = Det kom inte från den här inloggningen, så inget har sparats. Står det du skrev här nedanför, skicka det igen därifrån; annars gå tillbaka, kopiera det, ladda om sidan och skicka.
web-oops-host = Den här adressen är inte känd
web-oops-host-cure = Använd adressen som programmet skrev ut när det startade. Om tjänsten har ett eget namn måste det anges när programmet startas: sluss serve --url https://…
web-oops-wrong = Något i det som skickades stämmer inte
web-oops-wrong-cure = Inget har sparats. Gå tillbaka, rätta och skicka igen.
web-oops-conflict = Någon annan ändrade ärendet medan du skrev
web-oops-conflict-cure = Din uppgift sparades inte, och deras är kvar. Öppna ärendet igen, läs den senaste händelsen i historiken och fyll sedan i din uppgift.
web-oops-broken = Programmet klarade inte det här
web-oops-broken-cure = Felet är vårt, inte ditt. Inget halvfärdigt har sparats. Försök igen; om det händer igen, berätta för den som sköter driften vad du gjorde.
web-oops-back = Tillbaka
web-oops-written = Det du skrev, { $n }
web-oops-again = Skicka igen
web-oops-again-lead = Det du skrev har inte sparats. Det står här: skicka det igen.
web-oops-again-login = Det du skrev har inte sparats, men det står här. Lämna den här sidan öppen, logga in i ett annat fönster i samma webbläsare och skicka sedan igen härifrån.

## Words of findings

web-severity-high = hög
web-severity-medium = medel
web-severity-low = låg
web-counted-high = { $n ->
    [one] { $n } hög
   *[other] { $n } höga
}
web-counted-medium = { $n } medel
web-counted-low = { $n ->
    [one] { $n } låg
   *[other] { $n } låga
}
web-state-new = ny
web-state-known = känd sedan tidigare
web-state-gone = ses inte längre
web-state-changed = ändrad
web-state-unlooked = inte granskat den här gången

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
web-chain-typed = Skrevs i { $n ->
    [one] { $field }
   *[other] fälten { $field }
}
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
web-open-cases-all = Alla { $n } öppna ärenden
web-next-more = { $n } till väntar i ärendena nedan och i registret
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
web-next-conclude-again-why = Uppgifterna har blivit allvarligare sedan någon beslutade att det inte finns någon skyldighet. Ta ställning igen utifrån uppgifterna som de är nu.
web-next-conclude-changed-why = Uppgifterna har ändrats sedan någon beslutade att det inte finns någon skyldighet. Ta ställning igen utifrån uppgifterna som de är nu.
web-next-file = Ladda ner anmälan och lämna in den till myndigheten
web-next-file-with = Ladda ner anmälan och lämna in den till { $authority }
web-next-file-exercise = För in den anmälan ni skulle ha lämnat in: det är en övning, inget skickas
web-next-file-why = Det som inte är känt än får lämnas senare. Vänta inte på det.
web-next-finding = Öppna ett ärende, eller avgör att det inte är ett:
web-done = Klart:

## The register

web-cases = Ärenden
web-register-lead = Varje personuppgiftsincident, anmäld eller inte, med effekter, åtgärder och skäl (artikel 33.5). Ingen post tas bort. Texter om personer och filer kan förstöras; att det skedde, och varför, står kvar.
web-register-none = Registret är tomt.
web-register-search = Sök i rubrik, diarienummer och personuppgiftsansvarig
web-register-find = Sök
web-register-all = Alla ärenden
web-register-shown = Ärende { $first } till { $last } av { $n }
web-register-no-match = Inget ärende har de orden i rubrik, diarienummer eller personuppgiftsansvarig.
web-register-pages = Registrets sidor
web-register-before = Föregående sida
web-register-after = Nästa sida
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
web-case-state-filed-partly = inte anmält till alla
web-case-state-filed-late = anmält för sent
web-case-state-dismissed = ingen personuppgiftsincident
web-case-state-closed = avslutat

## The clock

web-clock = Klockan
web-clock-not-started = Klockan går inte än
web-clock-not-started-note = Ingen har angett när ni fick vetskap. Om ni har haft vetskap sedan tidigare har tiden gått sedan dess, även utan en anteckning här.
web-clock-left = { $time } kvar
web-clock-over = { $time } för sent
web-clock-what = Anmäl till myndigheten senast
web-clock-what-to = Anmäl till { $authority } senast
web-clock-tell = Underrätta den personuppgiftsansvarige utan onödigt dröjsmål
web-clock-told = Den personuppgiftsansvarige är underrättad
web-clock-told-at = Underrättad
web-clock-dismissed = Ingen personuppgiftsincident, enligt beslutet
web-clock-was = Anmälan skulle ha lämnats
web-clock-note = Räknat { $now }. Ladda om sidan för aktuell tid. Den tidigaste tolkningen av lagen gäller.
web-clock-over-note = Lämna in anmälan genast och motivera förseningen; anmälan frågar efter det (artikel 33.1).
web-clock-withdrawn = Anmälan är återkallad
web-clock-withdrawn-note = Ingen har sedan dess tagit ställning till om myndigheten ska få en anmälan. Ta ställning på nytt: det var ingen incident, en risk är osannolik, eller så anmäls den igen.
web-clock-filed = Inlämnad
web-clock-filed-late = Inlämnad för sent
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
web-times-not-set = inte angivet
web-times-set-by = angivet av { $who }, { $reason }
web-times-presumed = antaget, ingen har sagt när
web-aware-set = Ange när ni fick vetskap
web-aware-again = Ändra tiden för vetskap genom en ny anteckning

## Assessment

web-assessment = Bedömning
web-assessment-proposal = Ett förslag utifrån uppgifterna nedan. Det avgör ingenting: en namngiven person beslutar.
web-risk-unlikely = En risk är osannolik
web-risk-risk = En risk, men inte hög
web-risk-high = En hög risk
web-risk-undetermined = Går inte att säga än
web-duty = Skyldighet
web-duty-document = Dokumentera
web-duty-notify = Anmäl till myndigheten
web-duty-communicate = Informera de registrerade
web-duty-proposed = Förslag
web-duty-concluded = Beslut
web-duty-yes = ja
web-duty-no = nej
web-duty-ask = beror på frågor som är öppna
web-duty-weighed = en person ska väga skälen
web-duty-open = inte än
web-duty-overtaken = nej, enligt tidigare uppgifter: ta ställning igen
web-duty-exempted = undantag (artikel 34.3); inte avgjort än
web-duty-controller = Den personuppgiftsansvarige beslutar
web-duty-weigh = Ingen uppgift som saknas skulle avgöra detta. En namngiven person väger skälen.
web-duty-processor = Detta är den personuppgiftsansvariges skyldigheter. Din som personuppgiftsbiträde: underrätta den personuppgiftsansvarige utan onödigt dröjsmål (artikel 33.2).
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
web-item-promised = inte känt än, utlovat till { $date }
web-case-findings = Fynd som det bygger på
web-facts-part-breach = Vad som hände
web-facts-part-data = Vilka uppgifter
web-facts-part-people = Vems
web-facts-part-recipients = Vem som fick dem
web-facts-part-effects = Vad det innebär för människor
web-facts-part-roles = Roller och skyldigheter
web-facts-number-hint = Lämna tomt om det inte är känt.
web-facts-countries-hint = Välj de länder där personerna bor och hur många som bor i vart och ett; en uppskattning räcker. Efter strecket står den tillsynsmyndighet som följer. Lämna tomt det som inte är känt.
web-country = Land
web-country-number = Antal personer
web-country-others = Länder utanför EES
web-country-others-hint = Landskod och antal, till exempel ”US 12, CH 3”.

## Conclusions

web-conclude = Beslut
web-conclude-lead = En gång för myndigheten och en gång för de registrerade, var och en med skäl. Du får gå emot förslaget. Ett senare beslut läggs till; inget skrivs över.
web-conclude-authority = Anmälan till myndigheten
web-conclude-people = Information till de registrerade
web-conclude-authority-question = Ska myndigheten få en anmälan?
web-conclude-people-question = Ska de registrerade informeras?
web-conclude-reasons = Skäl

## Notification

web-notification = Anmälan till myndigheten
web-notification-lead = Fälten i Europeiska dataskyddsstyrelsens utkast till mall, ifyllda från ärendet. Kopiera fält för fält till myndighetens eget formulär.
web-notification-complete = Alla obligatoriska fält är ifyllda.
web-notification-gaps = { $n ->
        [one] Ett obligatoriskt fält är fortfarande öppet.
       *[other] { $n } obligatoriska fält är fortfarande öppna.
    }
web-notification-phases = Ni får anmäla ändå och komplettera senare (artikel 33.4).
web-notification-pdf = Ladda ner PDF ({ $language })

## History

web-history = Historik
web-history-lead = Från den kedjade loggen, det senaste först.
web-fact-changed = { $fact }: { $new } (förut: { $old })

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
web-report-country = Tillsynsmyndighetens land: { $country }
web-report-country-hint = Landet avgör myndighet, helgdagar och klocka. Tider skrivs som klockan visar där.
web-report-country-choose = Byt land
web-report-barred = Din roll får inte öppna ärenden.
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
web-clock-processor-note = Du är personuppgiftsbiträde och har ingen tidsfrist mot myndigheten. Varje personuppgiftsansvarig har sina egna 72 timmar, från det att du underrättar den (artikel 33.2).
web-filings = Inlämnat hittills
web-would-change = Vad som skulle ändra svaret
web-would-change-if = Med svaret ”{ $value }” på ”{ $fact }”: myndigheten: { $notify }; de registrerade: { $communicate }
web-finding-erase = Begär att { $recipient } raderar det som den har fått.
web-finding-erase-link = Öppna kontaktsidan för radering
web-finding-reasons = Varför graden är denna
web-clock-disputed = omstridd
web-breach-question = Är det en personuppgiftsincident?
web-conclude-overrules = Detta går emot förslaget.
web-destroyed = (texten förstörd)
web-duty-always = alltid
web-times-estimated = uppskattat
web-times-occurred-label = Inträffade
web-origin-unknown = inte angivet
web-origin-assumed = antaget
web-origin-finding = fynd i granskning
web-origin-scan = genomsökning av arkiv

## Acts in the log

web-act-open = öppnade ärendet
web-act-times = angav tiderna
web-act-aware = angav när organisationen fick vetskap
web-act-facts = ändrade uppgifter
web-act-item = besvarade en punkt i anmälan
web-act-conclude = beslutade
web-act-no-breach = beslutade att det inte är en personuppgiftsincident
web-act-uphold = beslutade att det som meddelades står kvar
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
web-act-user-login = loggade in
web-act-user-put = lade till eller ändrade en användare
web-act-audit-put = antecknade en granskning
web-act-finding-accept = godtog ett fynd

## The facts of a breach: fields

web-fact-role = Er roll
web-fact-discovered-by = Vem som upptäckte det
web-fact-nature = Typ av incident
web-fact-confidentiality = Vad som hände med konfidentialiteten
web-fact-unintelligible = Var uppgifterna oläsbara för den som fick dem?
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
web-fact-people-count = Antal personer
web-fact-people-min = Minst så många personer
web-fact-people-max = Högst så många personer
web-fact-people-approximate = Är antalet ungefärligt?
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
web-data-national-id-of-finland = personbeteckning
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
web-context-protected-identity-of-finland = personer med spärrmarkering
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
web-problem-countries = Välj ett land och skriv hur många som bor där.
web-problem-country-twice = Landet står där två gånger. Ange ett antal för det.
web-problem-country = Den landskoden finns inte. Använd två bokstäver, till exempel SE.
web-problem-facts-nature = Ange vad som drabbades: konfidentialitet, riktighet eller tillgänglighet.
web-problem-facts-negative = Det här kan inte vara negativt.
web-problem-facts-too-many = Så många människor finns det inte. Är det antal poster?
web-problem-facts-range = Talen säger emot varandra: det minsta får inte vara större än det största, och det exakta ligger däremellan.
web-problem-facts-sum = Länderna rymmer fler personer än vad som finns totalt.
web-problem-facts-contradiction = Samma sak är både angiven och utesluten.
web-problem-facts-nobody = Mottagaren sägs vara ingen, men andra svar säger att någon har fått uppgifterna.
web-problem-facts-word = ”{ $found }” är inte känt här.

## The pages of a case

web-tabs = Ärendets sidor
web-tab-overview = Översikt
web-tab-facts = Fakta
web-tab-assessment = Bedömning
web-tab-notification = Myndigheten: anmälan
web-tab-people = De registrerade
web-tab-measures = Åtgärder
web-tab-authority = Myndigheten: tillsyn
web-tab-history = Historik
web-saved = Sparat:
web-done-destroy = Texter eller filer förstörda
web-optional = (får lämnas tomt)
web-overdue = försenad
web-drill = Övning.
web-drill-why = Ärendet är påhittat. Inget i det får skickas.
web-drill-no-filing = I en övning skickas inget. Anteckna här vad ni skulle ha anmält; handlingarna märks som övning.
web-next-done = { $n ->
        [one] Ett steg är klart
       *[other] { $n } steg är klara
    }
web-decided = Vad som är beslutat
web-decided-question = Fråga
web-decided-treated = behandlas som en sådan
web-missing = Vad som saknas
web-missing-nothing = Inget som bedömningen eller anmälan väntar på.
web-missing-questions = { $n ->
        [one] Ett svar på den här frågan skulle ändra eller avgöra bedömningen:
       *[other] Svar på de här { $n } frågorna skulle ändra eller avgöra bedömningen:
    }
web-missing-fill = Svara
web-end = Ärendets slut

## Facts: groups of people

web-asked = bedömningen väntar på detta
web-facts-known = { $n ->
        [one] Ett faktum är känt, och varifrån det kommer
       *[other] { $n } fakta är kända, och varifrån de kommer
    }
web-groups = Grupper som drabbas på annat sätt
web-groups-lead = Om incidenten är värre eller lindrigare för vissa (andra uppgifter, en annan mottagare, barn, skyddade personuppgifter) kan de få egna fakta. De får då ett eget svar.
web-groups-lead-of-finland = Om incidenten är värre eller lindrigare för vissa (andra uppgifter, en annan mottagare, barn, spärrmarkering) kan de få egna fakta. De får då ett eget svar.
web-groups-none = Inga grupper än: fakta gäller lika för alla.
web-groups-answers = Svaret för helheten är det strängaste av dessa.
web-group-new = Lägg till en grupp
web-group-lead = Svara bara på det som skiljer sig för gruppen. Resten är som för alla.
web-group-name = Gruppens namn
web-group-name-hint = Till exempel: ”inbjudna patienter”. Inga personnamn.
web-group-same = som för alla
web-group-remove = Ta bort gruppen

## History: export and destruction

web-export = Lämna ut
web-export-lead = Ärendet som en enda fil: allt som hänt, det som anmälts, kontrollsummor och underskrift. Den som får filen kan kontrollera den utan programmets server.
web-export-case = Hämta ärendet
web-texts = Personuppgifter i ärendet
web-texts-lead = Fritext och filer kan handla om personer. De förvaras för sig och kan förstöras när de inte längre behövs. Vad som beslutats, när och av vem står kvar, och kedjan förblir hel.
web-destroy = Förstör texter eller filer
web-destroy-lead = Det går inte att ångra.
web-destroy-which = Vilka?
web-destroy-reason = Varför behövs de inte längre?
web-destroy-do = Förstör dem för alltid

## Measures and erasure

web-measures = Åtgärder
web-measures-lead = Vad ni gör åt det som hänt och för att det inte ska hända igen. Varje åtgärd har någon som ansvarar, och ett bevis när den är gjord.
web-measure-state = Läge
web-measure-open = inte gjord än
web-measure-done = gjord
web-measure-purpose = Syfte
web-measure-effective = Den är kontrollerad och har verkan.
web-measure-ineffective = Den är kontrollerad och har inte verkan: något annat måste göras.
web-measure-unchecked = Om den har verkan är inte kontrollerat än.
web-measure-check = Anteckna om den har verkan
web-erasure = Radering hos dem som fått uppgifterna
web-erasure-lead = Begär radering av varje mottagare, sätt ett datum och spara svaret. Det kommer med i anmälan.
web-erasure-asked = Begärt
web-erasure-due = Svar senast
web-erasure-answer = Svar
web-erasure-waiting = inget än
web-erasure-escalated = Fört vidare till
web-erasure-likely = Fynden nämner mottagare som inte har tillfrågats än:

## Supervision

web-competent = Vilka myndigheter
web-competent-lead = Ansvarig tillsynsmyndighet
web-competent-own = Tillsynsmyndighet
web-competent-concerned = Berörda tillsynsmyndigheter
web-competent-none = inga, så vitt man vet var de registrerade finns
web-competent-outside = Utanför EES
web-competent-outside-why = Deras egen lag kan kräva mer.
web-asked-list = Vad myndigheten frågar
web-asked-none = Myndigheten har inte frågat något än.
web-asked-received = Mottaget
web-asked-due = Svar senast
web-asked-open = inte besvarat än
web-decisions = Beslut
web-decisions-none = Inget beslut än.
web-decision-order = Föreläggande
web-appeal = Sista dag att överklaga
web-appeal-unknown = Inte känd här: den står i beslutet.
web-appeal-over = (har passerat)
web-precedents = Hur det gick med liknande incidenter
web-precedents-lead = De beslut som har mest gemensamt med ärendet. De är ingen regel för ert.
web-precedents-n = { $n ->
        [one] Ett beslut
       *[other] { $n } beslut
    }
web-confidence-primary = Beslutet eller myndighetens egen sida är läst.
web-confidence-secondary = Andrahandsuppgift.
web-confidence-unconfirmed = Inte bekräftat.

## Notification: phases, filings, the authority's own form

web-notification-which = Vilka fält som är öppna
web-notification-take = Ta den till myndigheten
web-notification-fields = Alla fält
web-order-imy = IMY:s e-tjänst
web-order-tsv = Finlands dataombudsmans blankett
web-order-link = Kopiera fält för fält, i ordningen hos: { $form }
web-order-lead = Klicka på ett svar så markeras hela. Kopiera det och klistra in det i samma fråga i myndighetens formulär.
web-order-unconfirmed = Ordningen följer myndighetens publicerade sidor; några frågenummer är inte bekräftade.
web-order-imy-hint = Spara en kopia där innan du skickar: myndigheten lämnar inte tillbaka den.
web-order-tsv-hint = Antal får vara uppskattningar. Om formuläret får innehålla uppgifter om hälsa eller sekretess är inte bekräftat: fråga myndigheten eller skicka dem med skyddad e-post.
web-filings-none = Inget är anmält än.
web-filing-changed = { $n ->
        [one] ett svar ändrat
       *[other] { $n } svar ändrade
    }
web-filing-since = { $n ->
        [one] Ett svar har ändrats sedan den senaste anmälan: skicka en komplettering
       *[other] { $n } svar har ändrats sedan den senaste anmälan: skicka en komplettering
    }
web-filing-recorded = Antecknat
web-filing-papers = Frysta handlingar
web-filing-what-changed = Vad den ändrade
web-filing-as-filed = Som den skickades
web-filing-nothing-changed = Inget svar ändrades.

## Telling the people concerned

web-people-ordered = Ja: myndigheten har förelagt det
web-people-everyone = alla berörda
web-paused = Väntar, på begäran av:
web-letter = Brev eller meddelande
web-letter-title = Information om en personuppgiftsincident
web-letter-date = Datum
web-letter-happened = Vad som har hänt
web-letter-consequences = Vad det kan betyda för dig
web-letter-measures = Vad vi har gjort
web-letter-advice = Vad du själv kan göra
web-letter-contact = Vem du kan fråga
web-letter-check = Kontrollera
web-letter-paper = Hämta som PDF
web-letter-notice = Hämta som meddelande till er webbplats
web-letter-unsaved = Att kontrollera eller hämta sparar inget. Spara som utkast innan du lämnar sidan; varje version finns kvar. Det som hämtas här är märkt som utkast; godkänn en sparad version för att få den utan märket.
web-letter-sending = Hur den skickades
web-letter-sending-lead = Fyll i detta när den är skickad. Programmet skickar inget självt.
web-check = Kontrollen
web-check-there = Finns:
web-check-missing = Saknas:
web-check-read = Läs hela brevet
web-plain-yes = Språket är klart.
web-plain-no = Språket är svårläst: korta meningarna, använd vardagsord.
web-plain-other = Språket verkar vara { $other }, men brevet ska vara på { $named }.
web-plain-few = För kort för att säga hur klart språket är.
web-plain-index = Läsbarhetsindex LIX { $index }; högst { $limit } är klarspråk.
web-plain-longest = { $n ->
        [one] Den längsta meningen har ett ord.
       *[other] Den längsta meningen har { $n } ord.
    }
web-sent = Vad som har skickats
web-sent-none = Inget har skickats än.
web-sent-to = Till
web-sent-text = Läs texten
web-exemption = Undantag från att informera var och en
web-exemption-lead = Lagen har tre villkor (artikel 34.3). En namngiven person svarar för skälen. Att informera allmänheten hör bara till det tredje.
web-exemption-by = Beslutat av
web-exemption-at = Beslutat
web-exemption-published = Publicerat
web-exemption-overruled = Det gäller inte längre: myndigheten har förelagt att de registrerade ska informeras.
web-exemption-pdf = Hämta det motiverade brevet ({ $language })
web-exemption-title = Varför de registrerade inte informeras en och en
web-exemption-condition = Villkoret
web-exemption-law = Vad lagen säger
web-exemption-law-a = Artikel 34.3 a i dataskyddsförordningen: den personuppgiftsansvarige har skyddat uppgifterna så att de är oläsbara för den som inte har rätt att ta del av dem, till exempel med kryptering.
web-exemption-law-b = Artikel 34.3 b i dataskyddsförordningen: den personuppgiftsansvarige har vidtagit åtgärder efteråt så att den höga risken sannolikt inte längre blir verklighet.
web-exemption-law-c = Artikel 34.3 c i dataskyddsförordningen: att informera var och en skulle innebära en oproportionell ansträngning. I stället informeras allmänheten, eller en liknande åtgärd informerar de registrerade lika effektivt.
web-waiting = Vänta på polisens begäran
web-waiting-lead = En sådan begäran pausar bara breven. Klockan för myndigheten går vidare.

## Forms of a case: titles, leads, buttons

web-form-save = Spara
web-form-aware = Vetskap
web-form-aware-lead = Ni har vetskap när ni med rimlig säkerhet vet att personuppgifter har drabbats. En kort undersökning för att ta reda på det är tillåten; den måste börja genast. En tidigare uppgift står kvar.
web-form-aware-save = Spara och starta klockan
web-form-times = Rätta när det hände och när det misstänktes
web-form-close = Avsluta ärendet
web-form-close-lead = Ärendet kan avslutas när båda frågorna är avgjorda och det som de kräver är gjort. Det står kvar i registret.
web-form-close-save = Avsluta ärendet
web-form-reopen = Öppna ärendet igen
web-form-reopen-save = Öppna igen
web-form-conclude = Avgör
web-form-conclude-save = Spara slutsatsen
web-form-no-breach = Det är ingen personuppgiftsincident
web-form-no-breach-lead = Ärendet slutar här, men står kvar i registret med sina skäl.
web-form-no-breach-save = Spara slutsatsen
web-form-uphold = Det som meddelades står kvar
web-form-uphold-lead = Uppgifterna är andra nu. Kräver de inget nytt besked, säger en namngiven person varför.
web-form-uphold-save = Spara beslutet
web-form-uphold-authority = Ingen komplettering behövs
web-form-uphold-people = Brevet står kvar
web-letter-doubt = Ett brev gick ut med andra uppgifter än ärendet har nu (kategorier av uppgifter, mottagare eller konsekvenser).
web-form-item = Svara
web-form-item-save = Spara svaret
web-answer-in-facts = Svara bland fakta
web-form-item-files = Filer att bifoga
web-form-item-why = Varför det inte är tillämpligt
web-form-item-why-hint = Bara om det inte är tillämpligt.
web-form-file = Anteckna en anmälan
web-form-file-lead = Programmet anmäler inget självt. När du har anmält, anteckna det här: handlingarna fryses som de är nu och kan aldrig ändras.
web-form-file-save = Anteckna anmälan
web-form-file-again = Anteckna en komplettering eller en återkallelse
web-form-delay = Ange skälen till förseningen
web-form-delay-lead = Tiden att anmäla har gått ut. Lagen kräver skälen (artikel 33.1); de kommer med i anmälan.
web-form-tell-controller = Anteckna att den personuppgiftsansvarige har underrättats
web-form-tell-controller-lead = Som personuppgiftsbiträde underrättar ni den personuppgiftsansvarige utan onödigt dröjsmål, oavsett risken (artikel 33.2).
web-form-communicate = Skriv brevet
web-form-communicate-lead = Skriv till människorna själva, med vardagsord.
web-form-communicate-save = Anteckna att det är skickat
web-form-communicate-unlike = Detta brev skickades, fast ett annat godkändes
web-letter-approval = Godkännande
web-letter-unlike = Ett annat brev än det godkända
web-form-exempt = Anteckna ett undantag
web-form-pause = Pausa informationen
web-form-resume = Pausen är över
web-form-measure = Lägg till en åtgärd
web-form-measure-done = Anteckna att den är gjord
web-form-request-erasure = Anteckna en begäran om radering
web-form-answer-erasure = Anteckna svaret
web-form-escalate-erasure = För vidare
web-form-escalate-erasure-lead = Inget svar, eller ett som inte räcker: för det vidare och säg varför.
web-form-asked = Anteckna en fråga från myndigheten
web-form-answered = Anteckna ert svar
web-form-decision = Anteckna ett beslut
web-form-note = Lägg till en anteckning
web-form-note-save = Spara anteckningen
web-form-title-title = Ny rubrik
web-form-title-save = Spara rubriken
web-form-title-lead = Skriv inga personuppgifter i rubriken. Den gamla står kvar i historiken.
web-form-title = Ändra rubriken
web-form-strike-person = Vem stryker den (namn och funktion)
web-form-strike-entry-hint = Numret framför posten i historiken.
web-form-strike-entry = Postens nummer
web-form-strike-save = Stryk posten
web-form-strike-lead = Posten räknas inte längre, men står kvar i historiken tillsammans med skälet. En återkallelse hos myndigheten görs som en anmälan, inte här.
web-form-strike = Stryk en felaktig post
web-history-struck = { $what } (struken som felaktig)

## Forms of a case: fields

web-field-aware = När, på minuten
web-field-aware-hint = Det fylls aldrig i åt dig.
web-field-person = Vem som avgör (namn och funktion)
web-form-aware-person = Vem som fick vetskap och säger det (namn och funktion)
web-form-close-person = Vem som avslutar (namn och funktion)
web-field-reason = Skäl
web-form-aware-reason = Hur vet ni att det var då?
web-form-aware-reason-hint = Till exempel: ”loggen visade anropet, och vår utvecklare bekräftade det kl. 18.20”.
web-form-times-reason = Hur vet ni det?
web-field-reasons = Skäl
web-field-reasons-hint = Varför det är så, med egna ord. Om du går emot förslaget, säg vad det missade.
web-field-about = Fråga
web-field-duty = Slutsats
web-form-delay-duty = Skyldighet
web-field-item = Fält
web-field-draft = Version
web-field-id = Åtgärd
web-field-occurred-kind = När hände det?
web-field-occurred-from = Från
web-field-occurred-to = Till
web-field-occurred-estimated = Tiderna är uppskattade
web-field-suspected = När uppstod misstanken?
web-field-text = Svar
web-field-texts = Uppgifterna i anmälan
web-field-text-hint = Om det inte är tillämpligt, säg varför.
web-form-note-text = Anteckning
web-form-note-text-hint = Vad du såg, hörde eller gjorde. Den står i historiken.
web-field-status-is = Hur säkert är det?
web-field-status-promised = Om det inte är känt än: när vet ni det?
web-field-kind = Vad som anmäldes
web-field-authority = Myndighet
web-field-sent = När skickades det?
web-field-receipt = Kvitto eller diarienummer från myndigheten
web-field-delay-reason = Skäl till förseningen
web-field-delay-reason-hint = Behövs bara om anmälan gjordes efter tidsfristen (artikel 33.1).
web-field-withdrawal-reason = Skäl till återkallelsen
web-field-withdrawal-reason-hint = Behövs bara vid en återkallelse.
web-field-controller = Personuppgiftsansvarig
web-field-told = När underrättades den?
web-field-language = Språk
web-field-happened = Vad som har hänt
web-field-happened-hint = Vad som hamnade var, vilka uppgifter om läsaren, från när till när.
web-field-consequences = Vad det kan betyda för läsaren
web-field-measures = Vad ni har gjort
web-field-advice = Vad läsaren kan göra för att skydda sig
web-field-contact = Vem man kan fråga
web-field-contact-hint = Namn, telefon och e-post till dataskyddsombudet eller en annan kontaktpunkt.
web-field-means = Hur
web-field-subgroup = Grupp
web-field-people = Hur många personer
web-field-held-back = Hur många som undantogs
web-field-held-back-hint = Personer med skyddade personuppgifter, som inte får nås på det här sättet.
web-field-held-back-hint-of-finland = Personer med spärrmarkering, som inte får nås på det här sättet.
web-field-all = Alla det gäller har nu underrättats
web-field-all-hint = Kryssa i om antalet skiljer sig från uppgifterna men ingen återstår.
web-field-ground = Villkor
web-field-published-at = När informerades allmänheten?
web-field-published-at-hint = Bara för (c).
web-field-published-place = Var publicerades det?
web-field-published-place-hint = Bara för (c): sidans adress, tidning, annat bevis.
web-field-requested-by = Vem som begär det
web-field-until = Till och med
web-field-what = Vad som ska göras
web-field-owner = Vem som ansvarar
web-field-due = Senast
web-form-request-erasure-due = När väntar ni svar?
web-form-asked-due = När ska det besvaras?
web-field-article-32 = Säkerhetsåtgärd enligt artikel 32.1
web-field-preventive = Den hindrar att det händer igen
web-field-done = När blev det gjort?
web-field-proof = Bevis
web-field-proof-hint = Det som visar att det är gjort: ett ärende, en logg, en granskning.
web-field-effective = Har den verkan?
web-field-effective-hint = Granska igen, testa, mät. Lämna öppet tills ni har tittat.
web-field-recipient = Mottagare
web-field-answered = När kom svaret?
web-field-outcome = Utfall
web-field-note = Vad som svarades
web-field-to = Till vem
web-field-reference = Myndighetens diarienummer
web-field-question = Fråga
web-field-received = När togs det emot?
web-field-answer = Svar
web-field-decided = Beslutsdag
web-form-decision-received = Dag då beslutet togs emot
web-field-articles = Artiklar som överträtts
web-field-articles-hint = Med komma emellan: 32.1, 33.1
web-field-public-party = Vi är en offentlig part: tiden att överklaga räknas från beslutsdagen
web-field-orders-communication = Det förelägger att de registrerade ska informeras (artikel 34.4)
web-field-summary = Vad det säger, i korthet

## Forms of a case: options

web-option-occurred-kind-point = vid en tidpunkt
web-option-occurred-kind-range = under en tid
web-option-occurred-kind-ongoing = det pågår fortfarande
web-option-occurred-kind-unknown = inte känt
web-option-status-is-known = känt
web-option-status-is-assumed = antaget
web-option-status-is-unknown = inte känt än
web-option-status-is-not-applicable = inte tillämpligt
web-option-kind-incomplete = ny, ska kompletteras
web-option-kind-complete = ny, fullständig
web-option-kind-follow-up = komplettering
web-option-kind-withdrawal = återkallelse
web-option-language-sv = svenska
web-option-language-fi = finska
web-option-language-en = engelska
web-option-means-individual = till var och en
web-option-means-public = till allmänheten
web-option-means-other = på annat sätt
web-option-ground-a = (a) uppgifterna är oläsbara för den som fått dem
web-option-ground-b = (b) åtgärder efteråt har tagit bort den höga risken
web-option-ground-c = (c) att informera var och en är en oproportionell ansträngning; allmänheten informeras
web-option-article-32-a = (a) pseudonymisering och kryptering
web-option-article-32-b = (b) varaktig konfidentialitet, riktighet, tillgänglighet och motståndskraft
web-option-article-32-c = (c) återställa uppgifter och åtkomst i rimlig tid
web-option-article-32-d = (d) regelbundet testa och utvärdera
web-option-outcome-confirmed = radering bekräftad
web-option-outcome-partly = delvis raderat
web-option-outcome-refused = avvisat
web-option-outcome-no-action = ingen åtgärd
web-option-outcome-reprimand = reprimand
web-option-outcome-reprimand-of-finland = anmärkning
web-option-outcome-order = föreläggande
web-option-outcome-fine = administrativ sanktionsavgift
web-option-outcome-fine-of-finland = administrativ påföljdsavgift
web-option-outcome-fine-and-order = sanktionsavgift och föreläggande
web-option-outcome-fine-and-order-of-finland = påföljdsavgift och föreläggande
web-option-outcome-ban = förbud mot behandling
web-option-outcome-other = annat

## Problems with an act

web-problem-reason-missing = Säg varför. Det får inte lämnas tomt.
web-problem-needed = Det här måste fyllas i.
web-problem-person-missing = Det måste stå vem som handlar.
web-problem-day = Det är ingen dag. Skriv till exempel 2026-04-02.
web-problem-whole-number = Skriv ett heltal.
web-problem-shape = Formuläret kunde inte läsas. Fyll i det en gång till.
web-problem-in-future = Det ligger i framtiden. Nu är det { $limit }.
web-problem-too-early = Det är för tidigt. Tidigast möjliga är { $limit }.
web-problem-too-late = Det är för sent. Senast möjliga är { $limit }.
web-problem-aware-before-suspected = Ni kan inte ha fått vetskap före den första misstanken, { $limit }. Rätta först tiden för misstanken om den är fel.
web-problem-before-suspected = Det ligger före den första misstanken, { $limit }. Rätta först tiden för misstanken om den är fel.
web-problem-aware-before-occurred = Ni kan inte ha fått vetskap innan det hände, { $limit }.
web-problem-aware-missing = Säg först när ni fick vetskap: utan det kan ingen tidsfrist räknas.
web-problem-case-open = Ärendet är redan öppet.
web-problem-no-case = Det finns inget sådant ärende.
web-problem-case-closed = Ärendet är avslutat. Öppna det igen först.
web-problem-not-closed = Ärendet är inte avslutat.
web-problem-not-concluded = En namngiven person måste först avgöra frågorna om myndigheten och om de registrerade.
web-problem-conclusion-overtaken = Uppgifterna har ändrats sedan någon tog ställning. Ta ställning igen utifrån uppgifterna som de är nu.
web-problem-exempt-against-facts = Uppgifterna säger motsatsen till det här villkoret. Rätta först uppgifterna, med källa, eller välj ett annat villkor.
web-problem-pause-past = Den tidpunkten har redan passerat: en paus som är över pausar ingenting.
web-problem-case-dismissed = Någon har beslutat att det inte var en incident. Öppna ärendet igen innan uppgifterna ändras.
web-problem-duty-open = Ärendet avslutas inte så länge skyldigheter är öppna. { $found }.
web-problem-authority-unknown = Ingen tillsynsmyndighet heter ”{ $found }”. Ärendets myndighet är { $limit }.
web-problem-authority-not-competent = ”{ $found }” är inte behörig i det här ärendet. Anmälan går till { $limit }.
web-problem-held-back-unsaid = Uppgifterna nämner personer med skyddade personuppgifter. Ange hur många som undantogs från den här kanalen; 0 om ingen.
web-problem-held-back-unsaid-of-finland = Uppgifterna nämner personer med spärrmarkering. Ange hur många som undantogs från den här kanalen; 0 om ingen.
web-problem-letter-unfinished = Texten är inte färdig att skickas. Där står ännu: { $found }
web-problem-own-role = Ingen tar den sista nyckeln från sig själv: låt en annan ägare göra det.
web-problem-subgroup-twice = Två grupper har samma namn.
web-problem-subgroup-more = En grupp har fler personer än det finns sammanlagt.
web-problem-nothing-named = Inget är nämnt.
web-problem-nothing-chosen = Välj minst en text.
web-problem-item = Anmälan har inget sådant fält.
web-problem-item-option = Välj ett av svaren.
web-problem-item-number = Skriv ett heltal. Om det är exakt anges i fältet efter.
web-problem-known-or-not = Ett svar är känt eller inte känt än, inte båda. Ta bort svaret, eller välj att det är känt eller antaget.
web-problem-asked-already = Mottagaren är redan tillfrågad och har inte svarat. Anteckna svaret, eller vem det förs vidare till.
web-problem-letter-unlike = Brevet skiljer sig från det som godkändes. Kryssa för att det ändå var detta som skickades, eller låt godkänna det först.
web-item-no-answer = inget svar
web-problem-item-file = Ingen fil med det namnet sparas med ärendet. Filer sparas på sidan Historik.
web-problem-item-files = Filer bifogas bara i förteckningen över bilagor.
web-problem-promise-past = Datumet har passerat. Lova ett senare.
web-problem-filing-kind = Slaget passar inte: den första anmälan är ny, senare kompletterar eller återkallar.
web-problem-strike-later = Senare anmälningar eller diarienummer bygger på den. Stryk dem först.
web-problem-not-struck = Den här posten rättas genom att uppgiften förs in på nytt; den stryks inte.
web-problem-struck = Posten är redan struken.
web-problem-no-entry = Historiken har ingen post med det numret.
web-problem-filing-gaps = Obligatoriska svar saknas ännu: { $found }. Anteckna den som ofullständig och komplettera senare, eller fyll i dem först.
web-problem-other-authority = Den myndigheten har inte fått någon anmälan i det här ärendet. Ange den som har fått det.
web-problem-delay-unexplained = Anmälan gjordes efter tidsfristen. Ange skälen till förseningen (artikel 33.1).
web-problem-ordered = Myndigheten har förelagt att de registrerade ska informeras. Inget undantag gäller mot det.
web-problem-publication-missing = Villkor (c) kräver att allmänheten informeras: säg var och när.
web-problem-publication-needless = Att informera allmänheten hör bara till villkor (c).
web-problem-not-paused = Det är inte pausat.
web-problem-question-open = En fråga med denna beteckning är redan öppen.
web-problem-nothing-told = Inget har berättats som kunde stå kvar.
web-problem-no-duty = Ärendet har ingen sådan skyldighet.
web-problem-name-signs = Ett filnamn har inga styrtecken, och inga tecken som vänder skrivriktningen.
web-problem-item-file-twice = Flera filer med detta namn finns i ärendet: ange den med sin kontrollsumma.
web-problem-measure-exists = Det finns redan en sådan åtgärd. Öppna sidan igen och lägg till din.
web-problem-measure = Det finns ingen sådan åtgärd.
web-problem-article-32 = Artikel 32.1 har bokstäverna a till d.
web-problem-no-request = Inget har begärts av den mottagaren än.
web-problem-no-question = Ingen fråga med det diarienumret är öppen.
web-problem-decided-before-known = Ett beslut kan inte vara äldre än det som beslutet gäller: incidenten var inte känd då.
web-problem-received-before-decided = Det kan inte ha tagits emot innan det beslutades.
web-problem-group-exists = Det finns redan en grupp med det namnet.

## The register as a whole

web-export-register = Hämta hela registret
web-export-register-lead = Alla ärenden med handlingar, kontrollsummor och underskrift, som en fil till myndigheten.

## Problems with the further acts

web-problem-paused = Informationen till de registrerade är pausad. Avsluta pausen först.
web-problem-filing = Det finns ingen anmälan med det numret.
web-problem-receipt = Anmälan har redan sitt diarienummer.
web-problem-role = Din roll tillåter inte detta. Be någon som får besluta.
web-problem-contact-role = Ingen kontakt har rollen ”{ $found }”. Skriv en roll som någon av kontakterna har, till exempel { $limit }.
web-problem-contact-none = Ingen kontakt är angiven än, så ingen har rollen ”{ $found }”. Lägg till en med den rollen.
web-problem-unknown-regime = Ingen lag som heter ”{ $found }” är känd här.
web-problem-user = Du är inte användare i registret. Be den ansvariga att lägga till dig.
web-problem-held-back = Så många är inte undantagna. Skriv minst en, och inte fler än som fortfarande är undantagna.
web-problem-subgroup = Uppgifterna nämner ingen sådan grupp av personer.
web-problem-letter-part = Ett brev har delarna happened, consequences, measures, advice och contact.
web-problem-letter-lacks = Brevet saknar delar som artikel 34.2 kräver. Skriv dem och spara igen.
web-problem-no-draft = Ingen sådan version är sparad.
web-problem-sender-unknown = Brevet säger inte vem som skickar det. Ange det i anmälan först: personuppgiftsansvarig och dataskyddsombud.
web-problem-no-language = Det är ingen språkkod. Skriv till exempel sv, fi, en eller ar.
web-problem-people-beyond = Det är fler än uppgifterna säger. Rätta antalet här eller bland uppgifterna.
web-problem-art-83 = Artikel 83.2 har bokstäverna a till k.
web-problem-no-article = Dataskyddsförordningen har ingen artikel ”{ $found }”. Rätt vore till exempel { $limit }.
web-problem-processor-concludes = Det här är ett personuppgiftsbiträdes ärende: de personuppgiftsansvariga tar ställning. Anteckna att var och en har underrättats, eller rätta rollen bland uppgifterna.
web-problem-no-exercise = Bara en övnings klocka kan flyttas.
web-problem-regime = Ärendet är inte märkt med den lagen.
web-problem-stage = Den lagen har ingen sådan rapport.

## Exercises

web-drill-clock = Övningens klocka
web-after-action = Vad övningen visade
web-after-action-missed = { $n ->
        [0] Ingen tidsfrist missades.
        [one] En tidsfrist missades.
       *[other] { $n } tidsfrister missades.
    }
web-after-action-open = { $n ->
        [0] Inget återstår att göra.
        [one] En skyldighet är fortfarande öppen.
       *[other] { $n } skyldigheter är fortfarande öppna.
    }
web-after-action-steps = Steg för steg
web-after-action-after = Efter misstanken
web-after-action-gaps = Fält i anmälan som ingen kunde besvara
web-after-action-notes = Vad folk antecknade
web-after-action-no-notes = Ingen antecknade något. Lärdomarna är meningen med en övning:
web-report-exercise = Det är en övning
web-report-exercise-hint = Den hålls för sig och har en klocka som kan ställas fram. Inget i den får skickas.

## Reports without login

web-report-anybody = Rapportera en incident utan att logga in
web-report-reporter = Vem kan vi fråga?
web-report-reporter-hint = Ditt namn och hur du nås. Behövs bara om du vill bli kontaktad.
web-reported = Tack, det är rapporterat
web-reported-lead = De ansvariga ser det nu. Om du får veta mer eller vill fråga, ange det här numret.
web-reported-again = Rapportera något annat
web-oops-flood = För många rapporter har kommit in
web-oops-flood-cure = Inget sparades. Om det brådskar, ring de ansvariga; försök annars igen om en timme.
web-problem-not-json = Innehållet är inte det som adressen tar emot.

## Other laws, controllers, people held back, factors

web-controller-own = Organisationens eget.
web-others = Andra lagar
web-others-lead = En del incidenter ska rapporteras även enligt andra lagar, var och en med sin egen klocka.
web-held-back = Personer som undantogs
web-letter-lacks = I texten saknas
web-held-back-n = { $n ->
        [one] En person undantogs och har inte informerats än. Den personen har samma rätt att få veta.
       *[other] { $n } personer undantogs och har inte informerats än. De har samma rätt att få veta.
    }
web-grid = Faktorer för en sanktionsavgift
web-grid-of-finland = Faktorer för en påföljdsavgift
web-grid-lead = Det som artikel 83.2 säger att myndigheten ska se till, med vad ärendet säger om var och en. Inget räknas ut av det.
web-grid-show = Visa de elva faktorerna
web-grid-measures = Åtgärder
web-grid-communications = Gånger de registrerade informerats
web-grid-questions = Frågor från myndigheten
web-grid-filings = Anmälningar
web-grid-delays = Förklarade förseningar
web-grid-decisions = Beslut
web-form-controller = Vems ärende det är
web-form-controller-lead = En händelse hos ett personuppgiftsbiträde är ett ärende, med egen klocka, för varje personuppgiftsansvarig som drabbas.
web-form-clock = Ställ fram övningens klocka
web-form-clock-to = Till när?
web-form-regimes = Märk de andra lagar som gäller
web-form-regimes-save = Spara lagarna
web-form-regimes-detected = När upptäcktes själva incidenten?
web-form-regimes-detected-hint = Några av dessa lagar räknar därifrån, vare sig man visste att personuppgifter var drabbade eller inte.
web-form-report = Anteckna rapporten
web-form-reach = Anteckna att de informerats
web-form-weigh = Väg den
web-form-weigh-text = Varför
web-form-weigh-text-hint = Med egna ord.
web-field-event = Händelsens namn
web-field-event-hint = Samma i varje ärende från en och samma händelse.
web-field-established = Har den personuppgiftsansvarige ett verksamhetsställe i EES?
web-field-established-hint = Utan ett sådant anmäls det till varje berörd myndighet för sig.
web-field-regimes = Andra lagar
web-field-regime = Lag
web-field-stage = Rapport
web-field-how = Hur informerades de?
web-field-letter = Faktor
web-field-weight = Hur den väger
web-option-weight-aggravates = försvårande
web-option-weight-mitigates = förmildrande
web-option-weight-neutral = varken eller
web-option-regimes-telecom = elektronisk kommunikation (telekom)
web-option-regimes-nis2 = cybersäkerhet (NIS2)
web-option-regimes-nis2-trust-service = cybersäkerhet, betrodd tjänst (NIS2)
web-option-regimes-dora = finanssektorns digitala motståndskraft (DORA)
web-option-regimes-dora-classified = DORA, från klassningen som allvarlig
web-option-regimes-eidas = betrodda tjänster (eIDAS)
web-option-regimes-bdl = brottsdatalagen
web-option-regimes-lex-maria = patientsäkerhet (lex Maria)
web-option-regimes-se-state-it = statliga myndigheters it-incidenter
web-option-regimes-security-protection = säkerhetsskyddslagen
web-option-regimes-cra = produkter med digitala element (CRA)
web-option-stage-initial = första rapport
web-option-stage-complete = fullständig rapport
web-option-stage-early-warning = tidig varning
web-option-stage-incident-notification = incidentanmälan
web-option-stage-intermediate = delrapport
web-option-stage-final-report = slutrapport
web-option-stage-notification = anmälan
web-option-stage-notice = underrättelse
web-option-stage-report = rapport
web-option-stage-tell-controller = underrätta den personuppgiftsansvarige
web-option-stage-communication = informera de registrerade
web-option-stage-supplement = komplettering
web-option-stage-appeal = överklagande
web-problem-authority = Den personuppgiftsansvarige har inget verksamhetsställe i EES: ange en av de berörda myndigheterna.

## Statistics

web-statistics = Registret i siffror
web-statistics-lead = Ärenden som öppnades under året, som de ser ut nu. Övningar räknas för sig.
web-statistics-none = Inget ärende öppnades det året.
web-statistics-cases = Ärenden
web-statistics-open = Inte avslutade
web-statistics-no-breach = Ingen personuppgiftsincident ändå
web-statistics-notified = Anmälda till myndigheten
web-statistics-late = varav efter tidsfristen
web-statistics-hours = Timmar från vetskap till anmälan, medianen
web-statistics-communicated = De registrerade informerades
web-statistics-exempted = Undantag från att informera
web-statistics-overruled = Slutsatser som går emot förslaget
web-statistics-people = Berörda personer, minst
web-statistics-erasures = Begäranden om radering
web-statistics-drills = Övningar

## The plan, its settings, controls, users, calendar

web-actor-report-form = någon utan inloggning
web-actor-settings = inställningarna
web-nav-plan = Plan
web-plan = Plan för en personuppgiftsincident
web-plan-lead = Vad som ska göras, vem som ska ringas och vem som beslutar: gjort i förväg, ur organisationens inställningar.
web-plan-none = Det finns inga inställningar än. Skriv dem, så blir de en plan.
web-plan-gaps = Vad planen fortfarande saknar
web-plan-contacts = Vem som ska ringas
web-plan-who = Roll
web-plan-name = Namn
web-plan-phone = Telefon
web-plan-email = E-post
web-plan-hours = När
web-plan-hour = Den första timmen
web-plan-step = Inom { $n } minuter: { $what } ({ $who })
web-plan-clock = Klockan
web-plan-clock-text = Från den timme då någon med rimlig säkerhet vet att personuppgifter har drabbats finns 72 timmar för att anmäla till myndigheten. Det som inte är känt då får följa senare.
web-plan-decides = Vem som beslutar, och vem som får veta
web-plan-nobody = ingen är utsedd
web-plan-authority = Tillsynsmyndighet
web-plan-texts = Texter som är skrivna i förväg
web-plan-paper = På papper
web-plan-paper-lead = Skriv ut den och förvara den där den hittas när nätet ligger nere.
web-plan-organisation = Organisation
web-plan-to-people = Till de registrerade
web-plan-to-public = Till allmänheten
web-plan-to-press = Till pressen
web-plan-to-employees = Till de anställda
web-plan-role-dpo = dataskyddsombud
web-plan-role-deputy = ersättare
web-plan-role-management = ledning
web-plan-role-security = säkerhet
web-plan-role-communications = kommunikation
web-plan-role-legal = jurist
web-settings = Ändra inställningarna
web-settings-lead = En text i TOML. Varje ändring sparas i registret med vem som gjorde den. Exemplet visar vad som kan sägas.
web-settings-barred = Din roll får inte ändra inställningarna.
web-settings-text = Inställningarna
web-settings-line = { $n ->
       *[other] Rad { $n }
    }
web-controls = Kontroller och omprövningar
web-controls-back = Återkommande kontroller
web-controls-lead = Den rutin som skulle ha visat det: varje kontroll hör till en bokstav i artikel 32.1, har en ansvarig och ett datum.
web-controls-none = Inga kontroller är satta. De står i planens inställningar.
web-controls-last = Gjordes senast
web-controls-never = aldrig än
web-controls-failed = den klarades inte
web-controls-done = Anteckna att den är gjord
web-controls-passed = Klarades den?
web-control-every = { $n ->
        [one] varje dag ({ $who })
        [2] varannan dag ({ $who })
       *[other] med { $n } dagars mellanrum ({ $who })
    }
web-changes = Ändringar att pröva på nytt
web-changes-lead = En granskning såg en mottagare eller en inställning som inte fanns förut. Någon måste säga om konsekvensbedömningen håller (artikel 35.11).
web-changes-none = Ingen ändring väntar på svar.
web-changes-seen = Sedd av en granskning,
web-changes-answer = Svara
web-changes-dpia = Behövs en ny konsekvensbedömning?
web-changes-answered = { $n ->
        [one] En ändring är besvarad
       *[other] { $n } ändringar är besvarade
    }
web-change-recipient = Ny mottagare: { $recipient }
web-change-setting = { $recipient }: ”{ $setting }” är nu { $value }
web-users = Vem som får göra vad
web-users-lead = Ge var och en så lite som arbetet kräver. Den som är här handlar i eget namn; registret minns det.
web-users-name = Namn
web-users-role = Roll
web-users-access = Tillgång
web-users-add = Lägg till någon, eller ändra en roll
web-users-add-lead = Ett namn som redan finns får rollen. En inloggningslänk visas en gång; den gäller i en timme.
web-users-save = Spara och gör en länk
web-users-disable = Ta bort tillgången
web-users-link = Ge { $name } den här sökvägen, efter sidans adress. Den fungerar en gång, inom en timme.
web-role-may-owner = allt, och vem som får komma in
web-role-may-dpo = allt utom vem som får komma in
web-role-may-decider = för in fakta och avgör
web-role-may-handler = för in fakta och antecknar vad som skickats
web-role-may-reporter = rapporterar och för in fakta
web-role-may-reader = läser
web-calendar = Tidsfrister i din kalender
web-calendar-lead = De öppna tidsfristerna som ett flöde som ett kalenderprogram läser självt, med påminnelser. Det nämner ärenden och skyldigheter, inga personer.
web-calendar-address = Ge ditt kalenderprogram den här sökvägen, efter sidans adress. Den visas en gång och öppnar flödet utan inloggning: håll den för dig själv.
web-calendar-held = Du har redan en adress. En ny gör den gamla värdelös.
web-calendar-make = Gör en adress
web-calendar-renew = Gör en ny adress
web-form-receipt = Anteckna kvittot
web-field-filing = Anmälan
web-problem-control = Det finns ingen sådan kontroll.
web-problem-demand = Det finns ingen sådan ändring att svara på.
web-problem-unknown-key = ”{ $found }” är ingen inställning.
web-problem-not-toml = Det går inte att läsa som TOML.
web-problem-schema = Första raden måste ange schemat: { $limit }

## What a role does not allow, files, what the house owes

web-may-not = Din roll här är ”{ $role }”. Du kan inte { $what }.
web-who-may = De roller som får: { $roles }.
web-may-not-write = föra in något
web-may-not-send = anteckna vad som skickats
web-may-not-decide = avgöra
web-files = Filer
web-next-control = Den här kontrollen ska göras.
web-changes-lead-short = Pröva på nytt det som ändrats
web-reminders-waiting = { $n ->
    [one] En påminnelse kunde inte levereras
   *[other] { $n } påminnelser kunde inte levereras
}
web-changes-open = { $n ->
        [one] En ändring väntar på svar.
       *[other] { $n } ändringar väntar på svar.
    }

# --- Drafts of the letter, files, several controllers ---
web-letter-begun = Det börjar med det som ärendet redan vet.
web-letter-keep = Spara som utkast
web-form-draft = Utkast till brevet
web-done-draft = Utkast till brevet
web-drafts = { $n ->
    [one] En version sparad
   *[other] { $n } versioner sparade
}
web-draft = Version { $n }
web-draft-approved = godkänd
web-draft-unapproved = utkast
web-draft-go-on = Fortsätt med den här versionen
web-draft-all = Versioner, filer och godkännande
web-sender-unknown = Ingen har sagt vem.
web-sender-say = Ange det i anmälan
web-letter-merge = Ingen fil innehåller personuppgifter: {"{{name}}"} och de andra fälten inom dubbla klamrar fylls i från er egen adresslista. Listan har kolumnerna i CSV-filen. En version som ingen har godkänt är märkt som utkast i varje fil.
web-letter-file-letter-pdf = Brev som PDF
web-letter-file-letter-txt = Text för sammanslagning
web-letter-file-letter-html = Sida för sammanslagning (e-post)
web-letter-file-addresses-csv = Listans kolumner (CSV)
web-letter-file-notice-html = Meddelande för er webbplats
web-form-approve-draft = Godkänn den här versionen
web-form-approve-draft-lead = Den som godkänner säger att brevet får skickas som det är. Utkastmärket försvinner då från filerna. En version som sparas senare är ett utkast igen.
web-form-approve-draft-save = Godkänn
web-done-approve-draft = Brevet är godkänt
web-form-attach = Bifoga en fil
web-form-attach-lead = Filen förvaras förseglad hos ärendet. Den kan hämtas igen, och förstöras när den inte längre behövs.
web-form-attach-save = Bifoga
web-form-attach-what = Vad filen är och varifrån den kommer
web-file-choose = Filen
web-file-most = Högst { $n } MiB.
web-file = Fil: { $name }
web-file-destroyed = (filen förstörd)
web-files-none = Inga filer än.
web-problem-no-file = Välj en fil som inte är tom.
web-problem-too-large = Filen är för stor. Högst { $limit } förvaras; gränsen står i inställningarna.
web-problem-language = Välj svenska, finska eller engelska.
web-problem-twice = En personuppgiftsansvarig står två gånger.
web-problem-files = Filer från 1 till 200 MiB kan förvaras.
web-problem-webhook = En webhook är en adress som börjar med https://
web-form-controllers = Öppna ärenden för flera personuppgiftsansvarige
web-form-controllers-lead = Varje personuppgiftsansvarig får ett eget ärende med samma uppgifter och egen klocka: den börjar när just den får kännedom. Alla ärenden öppnas, eller inget.
web-form-controllers-save = Öppna ärendena
web-form-controllers-controllers = Personuppgiftsansvariga, en på varje rad
web-done-controllers = Ett ärende för varje personuppgiftsansvarig
web-siblings = Andra ärenden från samma händelse:

# --- Dates that cannot be, fields named twice ---
web-problem-no-such-day = Den dagen finns inte: månaden har { $limit } dagar.
web-problem-no-such-month = Den månaden finns inte: ett år har { $limit } månader.
web-problem-no-such-time = Det klockslaget finns inte: dygnet slutar { $limit }.59.
web-problem-twice-named = ”{ $found }” står två gånger. Behåll en av dem.
web-problem-no-act = Det finns ingen sådan handling.
web-problem-clock-change = Klockan ställdes om då: ange tiden med förskjutning mot UTC.
web-problem-case = Det finns inget sådant ärende.
web-problem-facts-type = Svaret har fel form: ett tal, ett ord, en lista eller ja/nej väntas här.
web-problem-facts-field = Fältet ”{ $found }” finns inte.
web-problem-facts-records = Här räknas människor, inte uppgiftsposter.
web-problem-finding = Rapporten har inget sådant fynd.
web-problem-digest = En kontrollsumma har 64 hexadecimala siffror.
web-problem-hours = Timmar anges som ett heltal från 1 till 8784.
web-problem-bind = Adressen kan inte användas: den är upptagen eller hör inte till den här datorn.
web-problem-mail = Filen är inget mejl i formatet .eml.
web-problem-report = Filen är ingen granskningsrapport.
web-problem-unknown = Det finns inte: { $found }
web-problem-title-long = Rubriken är för lång. Den får ha högst { $limit } tecken.
web-problem-title-signs = Rubriken innehåller osynliga tecken: radbrytningar, styrtecken eller tecken som vänder skrivriktningen. Skriv den på nytt, på en rad.
web-problem-unknown-field = Det finns inget fält ”{ $found }” här. Dessa finns: { $limit }.
web-problem-misshapen = Fältet innehåller något annat än det tar emot: text, tal, lista eller objekt väntas.
web-problem-seen-ahead = Det finns ingen version { $found } av ärendet: det är vid { $limit }.
web-problem-body-long = Det som skickades är för stort. Högst { $limit } tas emot.
web-problem-unreadable = Adressen eller formuläret kan inte läsas: en del av det har fel form.

# --- Acts in the history ---
web-act-controller = angav vems ärendet är
web-act-regimes = märkte ärendet med andra lagar
web-act-report = antecknade en rapport
web-act-receipt = antecknade kvittot
web-act-reach = nådde dem som undantogs
web-act-strike = strök en felaktig post
web-act-title = ändrade rubriken
web-act-weigh = vägde en faktor
web-act-attach = bifogade en fil
web-act-clock = flyttade fram övningens klocka
web-act-draft = sparade ett utkast till brevet
web-act-approve-draft = godkände brevet
web-act-sealed-destroy = förstörde text eller fil
web-act-outbox-queue = köade påminnelser
web-act-settings-put = ändrade inställningarna
web-act-control-put = antecknade en kontroll
web-act-reassessment-put = bedömde en ändring på nytt
web-act-calendar-put = gjorde en kalenderadress
web-next-undue = Utan onödigt dröjsmål ({ $article }).
web-letter-goes-on = Formuläret fortsätter på version { $n }, sparad { $at } av { $who }.
web-item-begun = Ifyllt från inställningarna; kontrollera och spara.
