# Words of cli, language sv. Keys start with `cli-`; all languages hold the same keys and variables.
cli-allowed = Rätt vore: { $names }
cli-audit-run = [{ $n }/{ $of }] { $journey }, samtycke: { $consent }
cli-audit-summary = Iakttagelser: { $findings } · utbyten: { $exchanges } · utomstående mottagare: { $recipients } · luckor: { $gaps }
cli-audit-step = steget ”{ $step }”: { $why }
cli-audit-unseen = Ingenting av tjänsten granskades: { $why }. Att inget hittades säger ingenting. Kontrollera adressen; rapporten finns kvar.
cli-audit-written = Resultat: { $folder }
cli-capture-no-browser = Ingen Chromium hittades (sökt: { $tried }). Så får du den: apt-get install chromium (Debian, Ubuntu), eller ange sökvägen med --chromium eller SLUSS_CHROMIUM.
cli-capture-selector = ”{ $selector }” ska hindra att formulär skickas (never_send), men är varken en CSS-selektor eller en sökväg som börjar med /. Ingenting öppnades.
cli-capture-unreachable = { $url } kunde inte nås: { $why }. Kontrollera adressen och nätet; för en testmiljö, se --resolve och --insecure.
cli-case-changed = Ärende { $case }: version { $version }
cli-case-line = { $case }  { $title }  vetskap: { $aware }  anmäl senast: { $deadline }
cli-case-none = Registret är tomt.
cli-case-opened = Ärende { $case } öppnat som utkast. Ange när ni fick vetskap: sluss case aware { $case } --at … --reason …
cli-consent-accept = ja
cli-consent-none = inget svar
cli-consent-reject = nej
cli-deadline-operative = Anmäl senast: { $at }
cli-demo-audit = Granskar den i en riktig webbläsare …
cli-demo-case = Incidentärende { $case } är öppnat. Klockan går: anmäl senast { $at }.
cli-demo-files = Rapport, inspelning, bevis och anmälan: { $folder }
cli-demo-lab = Startar övningstjänsten på den här datorn …
cli-did-you-mean = Menade du `{ $name }`?
cli-error = fel
cli-gap = kunde inte ses: { $what } ({ $why })
cli-hits = { $n } träffar
cli-lab-control = Vad som skickades och togs emot: { $url }  (Ctrl-C avslutar)
cli-lab-service = Övningstjänsten: { $url } (nås bara genom adresserna nedan)
cli-our-fault = Det här är vårt fel, inte ditt. Rapportera det gärna med kommandot du körde och texten ovan, men utan personuppgifter.
cli-scan-recipient = { $recipient }: { $people } personer, { $sightings } fynd
cli-scan-summary = Utbyten: { $exchanges } · fynd: { $sightings } · personer: { $people } · delade adresser: { $shared }
cli-serve-login = Öppna en gång, inom en timme: { $url }
cli-serve-open = Obs: { $address } går att nå från andra datorer, utan kryptering. Sätt en proxy med TLS framför.
cli-serve-stop = Ctrl-C avslutar.
cli-severity-high = HÖG
cli-severity-low = LÅG
cli-severity-medium = MEDEL
cli-stopped = Avbrutet. Det som hann hittas är sparat.
cli-submit-question = Formulär kommer att skickas på riktigt. Fortsätta? [ja/nej]
cli-unreadable = kunde inte läsas: { $place }: { $why }
cli-unset = inte angivet
cli-verify-bad = { $file }: stämmer inte. Det som står ovan är ändrat, saknas eller går inte att läsa.
cli-verify-broken = bruten: { $what }: { $why }
cli-verify-ok = { $file }: allt stämmer.
cli-written = Skrivet: { $file }
cli-yes = ja
cli-assess-answer = Risk: { $risk } · myndigheten: { $authority } · de berörda: { $people }
cli-duty-ask = en människa måste avgöra
cli-duty-false = nej
cli-duty-true = ja
cli-risk-high = hög
cli-risk-risk = risk
cli-risk-undetermined = kan inte avgöras än
cli-risk-unlikely = osannolik

# The register on the command line.
cli-case-destroyed = Förstört: { $digest }
cli-destroyed = förstört
cli-authority-lead = Ansvarig tillsynsmyndighet
cli-authority-concerned = Berörd tillsynsmyndighet
cli-authority-each = Ska få anmälan
cli-authority-outside = Utanför EES, med egna lagar
cli-drill-counts = Missade tidsfrister: { $missed } · öppna skyldigheter: { $open } · luckor i anmälan: { $gaps }
cli-settings-none = Inga inställningar finns ännu. Ge dem: sluss case settings organisation.toml
cli-user-disabled = ingen åtkomst
cli-remind-round = Påminnelser i kö: { $queued } · skickade: { $sent } · misslyckade: { $failed }
cli-statistics-cases = Ärenden
cli-statistics-open = Öppna
cli-statistics-no-breach = Slutsats: ingen incident
cli-statistics-notified = Anmälda till myndigheten
cli-statistics-late = Anmälda för sent
cli-statistics-hours = Timmar från vetskap till anmälan (median)
cli-statistics-communicated = Berörda informerade
cli-statistics-overruled = Slutsatser som avviker från förslaget
cli-statistics-people = Drabbade, minst
cli-statistics-drills = Övningar (räknas inte ovan)
# scan och index
cli-scan-source = { $source }: { $format }, utbyten: { $exchanges }
cli-scan-low = Av dessa personer bara sedda där det kan vara en slump: { $n }
cli-scan-more = … och { $n } till som inte kunde läsas eller ses; sammanfattningen nämner dem.
cli-format-none = inget innehåll
cli-format-har = HAR
cli-format-ndjson = trafik som NDJSON
cli-format-json = lista av utbyten (JSON)
cli-format-zip = zip-arkiv
cli-format-tar = tar-arkiv
cli-format-packed = packad, öppnades inte
cli-format-access-log = åtkomstlogg
cli-format-pcap = paketinspelning
cli-format-parquet = Parquet
cli-format-text = text, rad för rad
cli-format-bytes = byte som de står
cli-index-planned = Ungefär { $people } personer med { $keys } nycklar var: ett index på ungefär { $megabytes } MB. Behövs på vägen: { $needed } MB; ledigt: { $free } MB.
cli-index-people = personer: { $n }
cli-common-hashes = Bara de vanliga hasharna söks (SHA-256, MD5, SHA-1, SHA-512, SHA-256 av en MD5). Det som hashats på annat sätt hittas inte.
cli-scan-reverse = Arkiven lästes två gånger, och bara de personer som kan stå i dem kompilerades: samma resultat med mindre minne.
cli-index-built = { $file }: { $people } personer, { $keys } nycklar, { $megabytes } MB
cli-index-new-key = En ny nyckel ligger i { $file }, läsbar bara för sin ägare. Den som har båda kan slå upp personer; förvara dem åtskilda.
cli-index-old-key = Nyckeln är den i { $file }.
cli-problem-index-exists = Indexet finns redan. --force skriver över det.
cli-problem-index-disk = Disken har inte plats för indexet: { $found } behövs på vägen. Välj en annan disk, eller --hashes common.
cli-problem-index-stopped = Avbrutet före slutet. Inget av indexet finns kvar.
cli-problem-scan-join-stream = Standard in kan inte läsas två gånger, som --join reverse gör. Ange en fil.
cli-problem-people-row-long = Raden som börjar här tar inte slut. Saknas ett avslutande citattecken?
cli-problem-people-value = { $found ->
    [email] `email` är ingen e-postadress
    [phone] `phone` är inget telefonnummer med 5 till 17 siffror; flera skiljs åt med `;`
    [birth_date] `birth_date` är inget datum som `1990-03-01`
    [national_id] `national_id` är inget giltigt nummer: kontrollsiffran eller datumet är fel; andra nummer är `external_id`
    [card] `card` är inget giltigt kortnummer: kontrollsiffran är fel
    [iban] `iban` är inget giltigt IBAN: kontrollsiffrorna är fel
   *[other] `{ $found }` är inte giltigt
 }
cli-problem-people-id-twice = `id` stod redan på rad { $found }
cli-problem-people-id-empty = `id` är tomt
cli-problem-people-cells = raden har { $found } celler, inte lika många som rubrikraden
cli-problem-people-row = raden kan inte läsas som CSV i UTF-8
cli-problem-people-header = rubrikraden kan inte läsas som CSV i UTF-8
cli-problem-people-column = okänd kolumn `{ $found }`
cli-problem-people-header-cell = en cell i rubrikraden är inget kolumnnamn
cli-problem-people-column-twice = kolumnen `{ $found }` står två gånger
cli-problem-people-separator = kolumnerna skiljs inte åt av kommatecken; skilj dem åt med kommatecken
cli-problem-people-empty = inga rader under rubrikraden
cli-problem-people-no-id = den första raden har ingen kolumn `id`; saknas rubrikraden?
cli-problem-people-no-identifier = ingen kolumn innehåller en uppgift att leta efter
cli-problem-people-more = { $found } rader till är fel
cli-problem-archive-missing = kan inte läsa `{ $found }`: filen finns inte
cli-problem-archive-barred = kan inte läsa `{ $found }`: behörighet saknas
cli-problem-archive-open = kan inte läsa `{ $found }`
cli-problem-archive-folder = `{ $found }` är en mapp, ingen fil
cli-problem-archive-parquet = `{ $found }` är en Parquet-fil inuti något annat; den läses från slutet. Packa upp den först.
cli-problem-utf8 = ingen text i UTF-8; spara filen som UTF-8 (i ett kalkylprogram: ”CSV UTF-8”)
cli-problem-utf8-latin1 = ingen text i UTF-8; den ser ut som Latin-1 (Windows-1252); spara filen som UTF-8 (i ett kalkylprogram: ”CSV UTF-8”)
cli-problem-output-stdout = `{ $found } -`: standard ut är till för träffarna; ange en fil
cli-problem-output-is-input = Det skulle skriva över `{ $found }`, som redan läses eller skrivs här. Ange en annan fil.
cli-problem-scan-nothing-read = Inget kunde läsas av { $found }.
cli-problem-scan-stopped = Stoppad före slutet; dittills hittades inget.
## Routine, acceptances, time stamps
cli-accepted = { $file }: accepterat av { $by } till och med { $until }.
cli-verify-stamp = En utomstående part hade signaturen framför sig { $at }, enligt egen uppgift.
cli-verify-stamp-by = Stämpeln är signerad av { $by }; certifikat upp till { $root } följde med och stämmer. Om ni litar på det sista avgör ni själva.
cli-verify-stamp-unchecked = Vem som signerade stämpeln kunde inte kontrolleras här; `openssl ts -verify` med utfärdarens certifikat visar det.
cli-watch-again = misslyckades: { $why }. Nytt försök om { $seconds } s.
cli-watch-alarm = larm levererat: { $id }
cli-watch-case = utkast till ärende: { $case }
cli-watch-failed = körningen misslyckades: { $why }
cli-watch-health = Livstecken: { $url }
cli-watch-next = nästa kontroll: { $at }
cli-watch-on-time = I tid. Senaste körningen slutade: { $last }. Försenad efter: { $due }.
cli-watch-overdue = FÖRSENAD sedan { $due }. Senaste körningen slutade: { $last }.
cli-watch-ended = AVSLUTAD { $ended }: inget körs enligt schemat förrän den startas igen. Senaste körningen slutade: { $last }.
cli-watch-ran = körningen är klar. Fynd: { $findings } · nya: { $new } · kunde inte ses: { $gaps }
cli-watch-waiting = ett larm väntar: { $why }

# --- Errors of files and of the register ---
cli-file-unread = `{ $file }` kan inte läsas: { $why }
cli-file-unwritten = `{ $file }` kan inte skrivas: { $why }
cli-file-missing = filen finns inte
cli-file-barred = behörighet saknas
cli-register-conflict = Ärendet `{ $case }` är nu i version { $now }; ändringen byggde på { $seen }. Sedan dess: { $changes }
cli-register-open = Registret `{ $at }` kan inte öppnas: { $why }
cli-register-missing = Det finns inte: { $what }
cli-register-damaged = Registret är skadat: { $what } { $why }

# --- Assessment and controls ---
cli-assess-questions = Kvar att ta reda på:
cli-control-line = { $due } { $late }  { $id }: { $what }. Ansvarig: { $owner }. Art. 32.1 { $letters }. Senast gjord: { $last }
cli-usage-help = Kör med --help för att se hur kommandot används.
cli-usage-command = { $command } är inget kommando.
cli-usage-conflict = { $arg } går inte att använda ihop med { $other }.
cli-usage-empty = { $arg } behöver ett värde.
cli-usage-missing = Saknas: { $arg }.
cli-usage-no-command = Inget kommando är angivet.
cli-usage-number = { $arg } har för få eller för många värden.
cli-usage-unknown = { $arg } är okänt här.
cli-usage-value = { $arg } kan inte vara ”{ $value }”.
cli-whole-number = ett heltal som ryms
cli-letter-missing = I brevet saknas än: { $parts }
