# Words of paper, language sv. Keys start with `paper-`; all languages hold the same keys and variables.

## Numbers, dates, durations
paper-list = { $before } och { $last }
paper-moment = { $day } { $month } { $year } kl. { $hour }.{ $minute } ({ $offset })
paper-moment-long = { $weekday } { $day } { $month } { $year } kl. { $hour }.{ $minute } ({ $offset })
paper-date = { $day } { $month } { $year }
paper-days = { $n } dygn
paper-hours = { $n ->
    [one] { $n } timme
   *[other] { $n } timmar
}
paper-seconds = { $n ->
    [one] { $n } sekund
   *[other] { $n } sekunder
}
paper-minutes = { $n ->
    [one] { $n } minut
   *[other] { $n } minuter
}
paper-month-1 = januari
paper-month-2 = februari
paper-month-3 = mars
paper-month-4 = april
paper-month-5 = maj
paper-month-6 = juni
paper-month-7 = juli
paper-month-8 = augusti
paper-month-9 = september
paper-month-10 = oktober
paper-month-11 = november
paper-month-12 = december
paper-weekday-1 = måndag
paper-weekday-2 = tisdag
paper-weekday-3 = onsdag
paper-weekday-4 = torsdag
paper-weekday-5 = fredag
paper-weekday-6 = lördag
paper-weekday-7 = söndag

## Report: frame
paper-report-title = Granskningsrapport
paper-report-what = Vilka personuppgifter som lämnade webbtjänsten, vems de var, vem som fick dem och vilken inställning som styrde det.
paper-skip = Hoppa till innehållet
paper-contents = Innehåll
paper-address = Granskad adress
paper-controller = Personuppgiftsansvarig
paper-when = När
paper-when-took = { $at }, tog { $took }
paper-browser = Webbläsare
paper-footer = Framställd av Sluss, ett verktyg som föreslår. En namngiven person drar slutsatsen, med skäl.

## Report: verdict
paper-verdict-found = { $n ->
        [one] Personuppgifter lämnade tjänsten: { $n } fynd
       *[other] Personuppgifter lämnade tjänsten: { $n } fynd
    }
paper-verdict-settings = { $n ->
        [one] { $n } fynd, men inga personuppgifter sågs lämna tjänsten
       *[other] { $n } fynd, men inga personuppgifter sågs lämna tjänsten
    }
paper-verdict-settings-but = { $n ->
        [one] { $n } fynd. Inga personuppgifter sågs lämna tjänsten, men allt kunde inte granskas
       *[other] { $n } fynd. Inga personuppgifter sågs lämna tjänsten, men allt kunde inte granskas
    }
paper-verdict-unseen = Ingenting av tjänsten granskades: { $why }
paper-verdict-nothing = Inget hittades, och inget låg utom synhåll
paper-verdict-nothing-but = Inget hittades i det som gick att se. Allt gick inte att se
paper-verdict-line = Vad som lämnade: { $what }. Personer: { $whose }. Till: { $recipients }.
paper-verdict-gaps = { $n ->
        [one] { $n } sak gick inte att granska. Den står nedan, och ”inget hittat” gäller inte för den.
       *[other] { $n } saker gick inte att granska. De står nedan, och ”inget hittat” gäller inte för dem.
    }
paper-verdict-unlooked = { $n ->
        [one] { $n } fynd i den tidigare rapporten granskades inte den här gången, för sidor, vägar, samtyckessvar, skript eller inställningar saknades. Om dem sägs inget här.
       *[other] { $n } fynd i den tidigare rapporten granskades inte den här gången, för sidor, vägar, samtyckessvar, skript eller inställningar saknades. Om dem sägs inget här.
    }
paper-verdict-no-gaps = Verktyget känner inte till något på de här vägarna som det inte kunde granska.
paper-figure-findings = { $n ->
        [one] fynd
       *[other] fynd
    }
paper-figure-high = { $n ->
        [one] med hög allvarlighet
       *[other] med hög allvarlighet
    }
paper-figure-third = { $n ->
        [one] tredje part fick anrop
       *[other] tredje parter fick anrop
    }
paper-figure-exchanges = { $n ->
        [one] anrop inspelat
       *[other] anrop inspelade
    }
paper-figure-gaps = { $n ->
        [one] sak kunde inte ses
       *[other] saker kunde inte ses
    }
paper-glance = Vad som lämnade tjänsten, i korthet
paper-what-left = Vad som lämnade
paper-whose = Person
paper-to-whom = Till vem
paper-disguise = I vilken förklädnad
paper-consent = Samtycke vid tillfället

## Report: acceptances
paper-accepted = accepterat av { $by } till och med { $until }: { $reason }
paper-acceptance-expired = acceptansen av { $by } tog slut { $until }
paper-acceptance-graver = allvarligare än det som { $by } accepterade till och med { $until }

## Summary in Markdown
paper-summary-severity = Allvar
paper-summary-finding = Fynd
paper-summary-state = Läge
paper-summary-more = { $n ->
        [one] … och { $n } till i report.html.
       *[other] … och { $n } till i report.html.
    }
paper-summary-files = Hela rapporten med anropen: report.html. Den förseglade bevisningen: bundle.zip.

## Report: findings
paper-findings = Fynd
paper-findings-none = Inga fynd. Det gäller bara det som gick att se; se nästa avsnitt.
paper-gone = Syns inte längre
paper-gone-lead = De här stod i den rapport som jämförelsen gjordes mot och syntes inte nu. Att de är borta är säkert bara om samma väg gick att granska helt.
paper-severity-high = Hög allvarlighet
paper-severity-medium = Medelhög allvarlighet
paper-severity-low = Låg allvarlighet
paper-state-new = nytt
paper-state-known = känt sedan tidigare
paper-state-gone = syns inte längre
paper-state-changed = ändrat
paper-state-unlooked = inte granskat den här gången
paper-change = Vad som ska ändras
paper-change-advice = Ändra ”{ $setting }” hos { $vendor }, konto { $account }: ni har bestämt { $declared }, men mottagarens egen konfiguration säger { $served }. Granska sedan igen; först då syns det att det har upphört.
paper-change-advice-undeclared = Ändra ”{ $setting }” hos { $vendor }, konto { $account }: mottagarens egen konfiguration säger { $served }, medan en annan av era plattformar eller trafiken säger något annat. Skriv i en deklaration vad ni har bestämt. Granska sedan igen; först då syns det att det har upphört.
paper-way = Ett värdes väg: { $identifier } ({ $role })
paper-more-ways = { $n ->
        [one] Ytterligare { $n } väg för samma fynd finns i report.json.
       *[other] Ytterligare { $n } vägar för samma fynd finns i report.json.
    }
paper-typed-step = skrevs in på sidan
paper-sent-step = skickades till { $host }
paper-wrapped = inslaget: { $layer }
paper-request = Var i anropet
paper-initiator = Skickat av skriptet
paper-page = Från sidan
paper-zone = zonen ”{ $zone }” i deklarationen
paper-field = Fält
paper-further-fields = Formuläret frågar efter samma sak mer än en gång: värdet skrevs också i { $n ->
    [one] fältet
   *[other] fälten
} { $fields }. Vilket av fälten det hämtades från framgår inte av värdet.
paper-step = Steg på vägen
paper-evidence = anrop nr { $id } i capture.har
paper-seen-times = { $n ->
        [one] sett { $n } gång
       *[other] sett { $n } gånger
    }
paper-times = { $n ->
        [one] { $n } gång
       *[other] { $n } gånger
    }
paper-reasons = Varför den här allvarligheten:
paper-law = Vad lagen säger:
paper-rule = Regel
paper-finding-id = Fyndets nummer

## Report: gaps, settings, recipients, steps, canaries
paper-gaps = Vad som inte gick att se
paper-gaps-none = Verktyget känner inte till något som det inte kunde granska.
paper-gaps-lead = ”Kunde inte granskas” är inte ”inget hittat”. Här kan personuppgifter ha lämnat tjänsten utan att det syntes.
paper-not-seen = kunde inte granskas
paper-settings = Inställningar hos mottagarna
paper-settings-lead = Bestämt: vad ni har beslutat. Utlämnat: vad mottagarens egen konfiguration säger, läst utan inloggning. Iakttaget: vad trafiken visar.
paper-settings-none = Ingen mottagare med en inställning som verktyget känner till sågs.
paper-setting = Inställning
paper-account = konto
paper-account-unknown = okänt
paper-declared = Bestämt
paper-served = Utlämnat
paper-observed = Iakttaget
paper-outcome = Utfall
paper-conflict = De säger emot varandra
paper-conflict-with = Säger emot { $vendor } – { $what }: { $word }
paper-conflict-untold = Motsägs, men rapporten visar inte av vad
paper-no-conflict = Ingen motsägelse
paper-unchecked = Gick inte att kontrollera
paper-change-here = Var den ändras
paper-recipients = Vem som fick anrop
paper-recipients-lead = Varje anrop berättar åtminstone besökarens nätverksadress och webbläsare för mottagaren. Sista kolumnen säger vad som kändes igen utöver det.
paper-recipients-none = Inget anrop spelades in, så inget kan sägas om mottagare.
paper-recipient = Mottagare
paper-relation = Vem det är
paper-relation-own = er egen
paper-relation-third = tredje part
paper-relation-alias = tredje part under ett namn som är ert eget
paper-hosts = Värdnamn
paper-requests = Anrop
paper-got-personal-data = Personuppgifter som kändes igen
paper-none-seen = inga sågs
paper-steps = Vad som gjordes, steg för steg
paper-steps-lead = En riktig webbläsare gick de här vägarna. Det som ligger utanför dem granskades inte.
paper-steps-none = Ingen väg gicks.
paper-run = { $journey }, { $consent }
paper-journey-explore = utforskning av sidorna
paper-step-ok = gjort
paper-step-failed = misslyckades
paper-picture-same = sidan såg ut som vid steg { $step }
paper-picture-same-run = sidan såg ut som vid steg { $step } av: { $run }
paper-picture-beside = bild i mappen bredvid rapporten
paper-no-picture = ingen bild av det här steget
paper-shot = Sidan efter steget ”{ $step }”
paper-typed = Vad som skrevs in
paper-typed-lead = Värdena hittades på för granskningen och tillhör ingen. Varje värde är ensamt i sitt slag, så att det går att se från vilket fält det kom. Det som ett formulär frågar efter mer än en gång fick samma värde, och alla dess fält nämns.
paper-typed-none = Inget skrevs in. Vad som händer när någon fyller i ett formulär granskades därför inte.
paper-value = Påhittat värde
paper-kind = Slag
paper-not-seen-leaving = sågs inte lämna tjänsten
paper-left-to = lämnade till { $recipients }

## Report: how to verify
paper-verify = Hur rapporten kontrolleras
paper-verify-lead = Inget här behöver tas på god tro. Filerna bredvid rapporten innehåller bevisen.
paper-verify-bundle = Den förseglade bevisningen: kommandot nämner varje fil som har ändrats sedan dess. Det behövs varken server eller konto.
paper-verify-har = Inspelningen: capture.har innehåller varje anrop som det skickades, i ett öppet format (HAR 1.2) som andra verktyg läser. Numren på anropen ovan är dess poster.
paper-verify-again = För hand: ta ett påhittat värde från ”Vad som skrevs in”, följ fyndets steg och sök efter resultatet i capture.har.
paper-verify-limits = Det som sågs är säkert. Det som inte sågs bevisar inte att inget lämnade tjänsten: en annan väg, en annan tid eller en annan förklädnad kan visa mer.

## Codes: identifiers, roles, consent, switches
paper-identifier-email = e-postadress
paper-identifier-phone = telefonnummer
paper-identifier-given-name = förnamn
paper-identifier-family-name = efternamn
paper-identifier-birth-date = födelsedatum
paper-identifier-national-id = personnummer
paper-identifier-address = gatuadress
paper-identifier-postal-code = postnummer
paper-identifier-city = ort
paper-identifier-country = land
paper-identifier-external-id = kund- eller användarnummer
paper-identifier-card = kortnummer
paper-identifier-iban = bankkontonummer (IBAN)
paper-identifier-password = lösenord
paper-identifier-name = för- och efternamn i ett
paper-identifier-typed-card-security-code = säkerhetskod till betalkort
paper-identifier-typed-card-expiry = utgångsdatum för betalkort
paper-identifier-typed-text = text skriven i ”{ $field }”
paper-identifier-typed-file = fil vald i ”{ $field }”
paper-identifier-typed-file-name = namnet på den fil som valts i ”{ $field }”
paper-role-user = besökaren
paper-role-end-user = en slutanvändare
paper-role-patient = en patient
paper-role-caregiver = en vårdgivare
paper-role-pupil = en elev
paper-role-guardian = en vårdnadshavare
paper-role-relative = en närstående
paper-role-child = ett barn
paper-role-recipient = en mottagare
paper-role-customer = en kund
paper-role-own = en person i rollen ”{ $role }”
paper-role-unknown = okänt
paper-consent-none = samtyckesfrågan obesvarad
paper-consent-reject = samtycke nekat
paper-consent-accept = samtycke givet
paper-switch-on = på
paper-switch-off = av
paper-switch-unknown = okänt
paper-setting-automatic-matching = automatisk matchning av formulärfält
paper-setting-automatic-email = automatisk insamling av e-postadresser
paper-setting-automatic-phone = automatisk insamling av telefonnummer
paper-setting-automatic-address = automatisk insamling av postadresser
paper-setting-enhanced-conversions = utökade konverteringar
paper-setting-capture-keystrokes = inspelning av tangenttryckningar
paper-setting-mask-emails = maskering av e-postadresser
paper-setting-mask-all = maskering av all text
paper-setting-hash-identifiers = hashning av identifierande uppgifter
paper-setting-autocapture = automatisk registrering av klick och formulär
paper-setting-session-replay = inspelning av besök
paper-setting-mask-inputs = maskering av det som skrivs in
paper-setting-mask-text = maskering av text
paper-setting-mask-digits = maskering av siffror
paper-setting-user-attributes = mottagande av det som sidan lämnar över om besökaren
paper-setting-mask-elements = maskering av valda delar av sidorna
paper-setting-waits-for-consent = väntan på samtycke
paper-setting-form-analytics = mätning av hur formulär fylls i
paper-setting-form-listener = lyssning efter formulär som skickas
paper-setting-advanced-matching = överlämning av kända identifierare till annonsskript
paper-setting-google-signals = sammanföring med det Google vet om inloggade besökare (Google Signals)
paper-setting-redact-emails = borttagning av e-postadresser
paper-setting-anonymize-ip = förkortning av IP-adresser

## Codes: places in a request, steps of a disguise
paper-part-url-path = adressens sökväg
paper-part-url-query = parameter i adressen
paper-part-url-fragment = adressens fragment
paper-part-header = huvud
paper-part-cookie = kaka
paper-part-referer = adressen till sidan det kom från (Referer)
paper-part-body = anropets innehåll
paper-part-frame = meddelande på en öppen förbindelse (WebSocket)
paper-form-encoded = kodad, så att vem som helst kan läsa tillbaka den: { $how }
paper-form-reversed = skriven baklänges, så att vem som helst kan läsa den
paper-form-plain = i klartext
paper-hash-sha256 = hashat med SHA-256
paper-hash-sha1 = hashat med SHA-1
paper-hash-md5 = hashat med MD5
paper-hash-sha512 = hashat med SHA-512
paper-hash-sha384 = hashat med SHA-384
paper-hash-sha224 = hashat med SHA-224
paper-hash-sha3-256 = hashat med SHA3-256
paper-hash-blake2b = hashat med BLAKE2b
paper-hash-blake3 = hashat med BLAKE3
paper-hash-ripemd160 = hashat med RIPEMD-160
paper-hash-whirlpool = hashat med Whirlpool
paper-hash-sha512-256 = hashat med SHA-512/256
paper-hash-sha3-224 = hashat med SHA3-224
paper-hash-sha3-384 = hashat med SHA3-384
paper-hash-sha3-512 = hashat med SHA3-512
paper-hash-blake2b-256 = hashat med BLAKE2b-256
paper-hash-blake2s = hashat med BLAKE2s
paper-hash-md4 = hashat med MD4
paper-hash-md2 = hashat med MD2
paper-hash-murmur3-128 = hashat med MurmurHash3 (128 bitar)
paper-hash-murmur3-128-le = hashat med MurmurHash3 (128 bitar, omvänd byteordning)
paper-hash-murmur3-64 = hashat med MurmurHash3 (64 bitar)
paper-hash-murmur3-32 = hashat med MurmurHash3 (32 bitar)
paper-hash-xxh64 = hashat med xxHash (64 bitar)
paper-hash-crc32 = kontrollsumma (CRC-32)
paper-hash-adler32 = kontrollsumma (Adler-32)
paper-hash-keccak-256 = hashat med Keccak-256
paper-hash-murmur3-128-seed-31 = hashat med MurmurHash3 (128 bitar, frö 31)
paper-hash-murmur3-x86-128 = hashat med MurmurHash3 (x86, 128 bitar)
paper-hash-murmur3-x86-128-le = hashat med MurmurHash3 (x86, 128 bitar, omvänd byteordning)
paper-hash-murmur3-128-number = hashat med MurmurHash3 (128 bitar, skrivet som ett tal)
paper-hash-xxh3-128 = hashat med XXH3 (128 bitar)
paper-hash-xxh3-64 = hashat med XXH3 (64 bitar)
paper-hash-fnv1a-64 = hashat med FNV-1a (64 bitar)
paper-hash-fnv1a-32 = hashat med FNV-1a (32 bitar)
paper-hash-xxh32 = hashat med xxHash (32 bitar)
paper-hash-murmur3-32-seed-1 = hashat med MurmurHash3 (32 bitar, frö 1)
paper-hash-murmur3-32-seed-42 = hashat med MurmurHash3 (32 bitar, frö 42)
paper-hash-string-hash = hashat som en sträng i Java
paper-hash-salt-before = med salt före
paper-hash-salt-after = med salt efter
paper-hash-hmac = med nyckel (HMAC)
paper-encoding-hex = skrivet hexadecimalt
paper-encoding-hex-upper = skrivet hexadecimalt med versaler
paper-encoding-base64 = skrivet i Base64
paper-encoding-base64url = skrivet i Base64 för adresser
paper-encoding-base32 = skrivet i Base32
paper-encoding-base58 = skrivet i Base58
paper-encoding-uuid = skrivet som UUID
paper-encoding-name-uuid = skrivet som UUID av ett namn
paper-encoding-rot13 = bokstäver förskjutna (ROT13)
paper-encoding-reversed = baklänges
paper-encoding-raw = som råa byte
paper-encoding-truncated = avkortat
paper-tidy-trim = blanksteg runt om borttagna
paper-tidy-lowercase = med gemener
paper-tidy-uppercase = med versaler
paper-tidy-no-space = blanksteg borttagna
paper-tidy-no-separator = skiljetecken borttagna
paper-tidy-no-diacritics = diakritiska tecken borttagna
paper-tidy-latin-only = bara latinska bokstäver och siffror kvar
paper-tidy-latin-only-name = bara latinska bokstäver och siffror kvar
paper-tidy-digits = bara siffrorna
paper-tidy-e164 = telefonnummer i internationell form (E.164)
paper-tidy-e164-digits = telefonnummer i internationell form utan plus
paper-tidy-national = telefonnummer i nationell form
paper-tidy-national-significant = telefonnummer utan inledande nolla och landskod
paper-tidy-double-zero = telefonnummer med 00 i stället för plus
paper-tidy-country-code-and-trunk = telefonnummer med landskod och inledande nolla
paper-tidy-country-code-and-trunk-plus = telefonnummer med plus, landskod och inledande nolla
paper-tidy-meta-phone = telefonnummer som Meta skriver det
paper-tidy-meta-name = namn som Meta skriver det
paper-tidy-whole-name-compact = för- och efternamn utan mellanslag, gemener
paper-tidy-whole-name-uppercase = för- och efternamn med versaler
paper-tidy-meta-postcode = postnummer som Meta skriver det
paper-tidy-google-phone = telefonnummer som Google skriver det
paper-tidy-google-name = namn som Google skriver det
paper-tidy-gmail-dots = punkter före @ borttagna (Gmail)
paper-tidy-gmail-dots-plus-tag-cut = punkter och plustillägg före @ borttagna (Gmail)
paper-tidy-dots-cut = punkter före @ borttagna
paper-tidy-plus-tag-cut = plustillägg före @ borttaget
paper-tidy-pnr-10 = personnummer med 10 siffror
paper-tidy-pnr-12 = personnummer med 12 siffror
paper-tidy-pnr-10-hyphen = personnummer med 10 siffror och bindestreck
paper-tidy-pnr-12-hyphen = personnummer med 12 siffror och bindestreck
paper-tidy-iban-compact = kontonummer utan blanksteg
paper-tidy-date-iso = datum som år-månad-dag
paper-tidy-date-iso-short = datum som år-månad-dag utan nollor
paper-tidy-date-compact = datum som bara siffror
paper-tidy-date-dots = datum med punkter
paper-tidy-date-slashes = datum med snedstreck, dagen först
paper-tidy-date-slashes-us = datum med snedstreck, månaden först
paper-tidy-date-short = datum med två siffror för året
paper-tidy-read-in = läst som ett nummer i landet { $country }
paper-tidy-letter-case = med andra stora och små bokstäver
paper-tidy-respaced = med andra skiljetecken
paper-tidy-idn-ascii = domänen skriven i ASCII (xn--)
paper-tidy-idn-unicode = domänen skriven med egna bokstäver
paper-tidy-gmail-canonical = Gmail-adress i en form
paper-tidy-plus-tag-cut-dots-cut = punkter och plusdel före @ borttagna
paper-tidy-grouped = telefonnumret i landets grupper
paper-tidy-grouped-international = telefonnumret i grupper, internationellt
paper-tidy-customary = telefonnumret som det brukar skrivas
paper-tidy-customary-international = telefonnumret som det brukar skrivas, internationellt
paper-tidy-first-capital = med stor första bokstav
paper-tidy-international-one-space = telefonnumret med landsnumret för sig
paper-tidy-customary-other = telefonnumret som det också skrivs
paper-tidy-former-trunk = telefonnumret med en äldre inledande siffra
paper-tidy-no-space-no-punctuation = utan mellanrum och skiljetecken
paper-tidy-no-space-address = adressen utan mellanrum
paper-tidy-no-punctuation = utan skiljetecken
paper-tidy-country-code = landets kod
paper-tidy-country-code-uppercase = landets kod med versaler
paper-tidy-date-compact-day-first = datum i enbart siffror, dagen först
paper-tidy-date-compact-us = datum i enbart siffror, månaden först
paper-tidy-date-dashes-day-first = datum med streck, dagen först
paper-tidy-date-dots-short = datum med punkter och två siffror för året
paper-tidy-date-slashes-us-short = datum med snedstreck, månaden först, två siffror för året
paper-tidy-date-year-slashes = datum med snedstreck, året först
paper-tidy-date-short-day-first = datum med två siffror för året, dagen först
paper-tidy-birth-year = bara födelseåret
paper-tidy-birth-month = bara födelsemånaden
paper-tidy-birth-day = bara födelsedagen i månaden
paper-tidy-pnr-10-plus = personnummer med 10 siffror och plustecken
paper-tidy-no-separator-lowercase = utan skiljetecken, med gemener
paper-tidy-gmail-domain = googlemail.com skrivet som gmail.com
paper-tidy-gmail-domain-dots = googlemail.com skrivet som gmail.com, utan punkter före @
paper-tidy-gmail-domain-plus-tag-cut = googlemail.com skrivet som gmail.com, utan plusdel
paper-tidy-yahoo-tag-cut = delen efter bindestrecket före @ borttagen (Yahoo)
paper-tidy-domain-lowercase = domänen med gemener
paper-tidy-google-phone-national = nationellt telefonnummer som Google skriver det
paper-tidy-google-phone-significant = nationellt telefonnummer utan inledande nolla som Google skriver det
paper-tidy-meta-phone-national = nationellt telefonnummer som Meta skriver det
paper-tidy-google-phone-double-zero = telefonnummer med 00 som Google skriver det
paper-tidy-no-diacritics-spaces = utan accenter, mellanrummen kvar
paper-tidy-folded = bara bokstäverna a till z
paper-tidy-folded-spaces = bara bokstäverna a till z, mellanrummen kvar
paper-tidy-digraphs = å, ä och ö skrivna som aa, ae och oe
paper-tidy-hyphen-as-space = mellanrum i stället för bindestreck
paper-tidy-typographic-apostrophe = med typografisk apostrof
paper-tidy-straight-apostrophe = med rak apostrof
paper-tidy-external-id-compact = numret utan skiljetecken
paper-tidy-country-alpha-3 = landets kod med tre bokstäver
paper-tidy-country-alpha-3-uppercase = landets kod med tre versaler
paper-tidy-postal-code-without-country = postnummer utan landskod
paper-tidy-iban-grouped = kontonumret i grupper om fyra
paper-tidy-card-grouped = kortnumret i grupper om fyra
paper-tidy-card-hyphens = kortnumret med bindestreck i grupper om fyra
paper-tidy-date-slashes-short = datum med snedstreck utan nollor, dagen först
paper-tidy-date-year-dots = datum med punkter, året först
paper-tidy-date-hour = datum med timme
paper-tidy-date-midnight = datum med klockslaget midnatt
paper-tidy-date-midnight-utc = datum med klockslaget midnatt (UTC)
paper-tidy-date-midnight-milliseconds = datum med klockslaget midnatt i millisekunder
paper-tidy-dated-hyphen = nummer med bindestreck efter datumet
paper-layer-percent = procentkodning
paper-layer-html-entities = HTML-entiteter
paper-layer-unicode-escape = Unicode-omskrivningar
paper-layer-bytes = byte för byte
paper-layer-gzip = komprimering (gzip)
paper-layer-zip = fil i ett zip-arkiv
paper-layer-zlib = komprimering (zlib)
paper-layer-deflate = komprimering (deflate)
paper-layer-zstd = komprimering (Zstandard)
paper-layer-brotli = komprimering (Brotli)
paper-layer-json = JSON
paper-layer-multipart = formulärdelar (multipart)
paper-layer-form = formulärfält
paper-layer-utf-16le = UTF-16 (minsta byte först)
paper-layer-utf-16be = UTF-16 (största byte först)
paper-layer-quoted-printable = quoted-printable
paper-layer-iso-8859-1 = Latin-1
paper-layer-base64 = Base64
paper-layer-base64url = Base64 för adresser
paper-layer-base32 = Base32
paper-layer-hex = hexadecimal skrift
paper-layer-protobuf = Protocol Buffers
paper-layer-msgpack = MessagePack
paper-layer-der = certifikat eller signatur (DER)
paper-layer-cbor = CBOR
paper-layer-split = uppdelat på flera fält
paper-layer-keystrokes = tangenttryckning för tangenttryckning
paper-layer-date = datum skrivet på annat sätt
paper-layer-number = tal som har förlorat sina inledande nollor
paper-layer-charset = annan teckenuppsättning
paper-layer-nfkc = tecken i full bredd eller siffror i annan skrift

## Notification: the paper
paper-notification-title = Anmälan av personuppgiftsincident
paper-notification-about = Anmälan till tillsynsmyndigheten enligt artikel 33 i dataskyddsförordningen, ärende { $case }
paper-notification-footer = Ärende { $case } · artikel 33 i dataskyddsförordningen
paper-page-number = Sida
paper-page-of = av
paper-draft-mark = Utkast
paper-draft-line = Utkast, inte inskickat
paper-draft-why = Inget i det här dokumentet har skickats. En namngiven person fastställer och skickar det.
paper-exercise-mark = Övning
paper-exercise-line = Övning, ingen verklig incident
paper-exercise-why = Dokumentet hör till en övning och ska inte skickas till någon myndighet.
paper-unapproved-mark = Utkast
paper-unapproved-line = Utkast, inte godkänt
paper-unapproved-why = Ingen har godkänt brevet än, och det får inte skickas.
paper-letter-sender = Avsändare
paper-letter-dpo = Dataskyddsombud
paper-letter-sender-gap = [fylls i: vem som skickar brevet, med adress och telefon]
paper-letter-dpo-gap = [fylls i: vem man kan fråga, med telefon och e-post]
paper-letter-part-gap = [fylls i: skrivs för de registrerade, på brevets språk]
paper-letter-greeting = Hej { $name },
paper-case = Ärende
paper-aware = Fick vetskap
paper-as-of = Uppgifterna gäller
paper-changed = Ändrat sedan den senaste anmälan
paper-basis = Fälten följer formuläret ”{ $form }”. Källa: { $source }.
paper-basis-draft = Fälten följer formulärutkastet ”{ $form }”, som inte är slutligt; myndigheten kan fråga i en annan ordning. Källa: { $source }.
paper-entry = Uppgift
paper-answer = Svar
paper-section = Avsnitt
paper-promised = Utlovad till
paper-promised-none = inget datum utlovat
paper-promised-for = Utlovas till { $at }
paper-required = obligatorisk
paper-section-nothing = Inget i det här avsnittet är tillämpligt.
paper-attachment = Anmälans svar som JSON, schema sluss/notification/1
paper-open = Vad som inte är känt ännu
paper-open-none = Alla uppgifter som är tillämpliga har ett svar.
paper-open-lead = { $required ->
        [0] Alla obligatoriska uppgifter har ett svar.
        [one] En obligatorisk uppgift saknar ännu svar.
       *[other] { $required } obligatoriska uppgifter saknar ännu svar.
    } { $others ->
        [0] { "" }
        [one] Ytterligare en uppgift är öppen; den är markerad nedan.
       *[other] Ytterligare { $others } uppgifter är öppna; de är markerade nedan.
    }
paper-left-out = Inte tillämpligt här: { $fields }
paper-unknown = Inte känt ännu
paper-assumed = Antaget, ännu inte bekräftat
paper-not-applicable = Inte tillämpligt
paper-erased = Texten är raderad; dess kontrollsumma finns kvar i loggen.
paper-at-least = minst { $n }
paper-at-most = högst { $n }
paper-yes = ja
paper-no = nej

## What does not hold in a register or a bundle, by its code

paper-broken-link = posten har ändrats, flyttats eller tagits bort
paper-broken-log-line = raden är ingen post i loggen
paper-broken-clock = har en tidigare tid än posten före
paper-broken-case-events = ärendets händelser har en lucka eller går inte att läsa
paper-broken-checkpoint = loggens huvud stämmer inte med posterna
paper-broken-since = fortsätter inte från den tidigare exporten: poster i slutet är bortklippta, eller andra är ändrade
paper-broken-container = filen har ändrats efter förseglingen
paper-broken-damaged = går inte att läsa som det skrevs
paper-broken-destroyed = förstördes avsiktligt; skälet står i loggen
paper-broken-digest = har ändrats: kontrollsumman är en annan
paper-broken-integrity = själva databasfilen är skadad
paper-broken-key = anger ingen nyckel som kan ha skrivit under
paper-broken-manifest-form = förteckningen över filer går inte att läsa
paper-broken-manifest-list = förtecknar inte filerna som de är, och det gör SHA256SUMS
paper-broken-manifest-schema = förteckningen över filer är av en version som inte är känd här
paper-broken-missing = saknas
paper-broken-name = filens namn är inte tillåtet
paper-broken-pem = är inte den nyckel som förteckningen anger
paper-broken-projection = är upptaget på annat sätt än händelserna säger
paper-broken-projection-older = listan skrevs av en äldre version; den byggs om av sig själv
paper-broken-reference = rader hänvisar till något som inte finns
paper-broken-row = raden går inte att läsa
paper-broken-schema = tabellerna är inte de som programmet skapar
paper-broken-sealed-digest = det förseglade innehållet är inte det som antecknades
paper-broken-sealed-missing = det förseglade innehållet saknas och har inte förstörts avsiktligt
paper-broken-signature = stämmer inte med manifest.json: en av de två ändrades efter underskriften
paper-broken-signer = är underskrivet med en annan nyckel än väntat
paper-broken-sums = förtecknar inte filerna som de är
paper-broken-twice = finns två gånger i filen
paper-broken-uncovered = finns inte i någon post i loggen: det lades till på annat sätt
paper-broken-unlisted = finns inte i förteckningen: filen lades till senare
# personer per månad (scan)
paper-months-title = { $people ->
    [one] En person
   *[other] { $people } personer
 } sedda, per månad
paper-months-none = Ingen träff har en tidpunkt.

## Gaps: what could not be seen, and why (tables/gaps.toml)
paper-gap-what-step-of-all = Steget ”{ $step }” på vägen ”{ $journey }”
paper-gap-what-answered-yes = Vad { $page } gör när dess fråga besvaras med ja
paper-gap-what-asked-in-dialog = Vad { $page } gör med det som den frågar efter i en dialogruta
paper-gap-what-further-addresses = Ytterligare adresser för { $page }
paper-gap-what-says = Vad som står i { $page }
paper-gap-what-on-leaving = det som { $page } skickar när den lämnas
paper-gap-what-farewell = meddelanden som skickades över { $url } medan sidan lämnades
paper-gap-what-messages = meddelanden som skickades över { $url }
paper-gap-what-rest-of-page = Vad sidan { $page } gör i övrigt
paper-gap-what-end-of = Hur anropet till { $url } slutade
paper-gap-what-further-pages = Fler sidor
paper-gap-what-shown-after = Det som inspelningen visar efter steget ”{ $step }” (rad { $line }) på vägen ”{ $journey }”
paper-gap-what-literal = Det som steget ”{ $step }” (rad { $line }) på vägen ”{ $journey }” skrev
paper-gap-what-time-stamp = Bevisens tidsstämpel
paper-gap-what-known-pages = { $n } sidor till i tjänsten som granskningen känner till
paper-gap-what-window = Ett fönster som { $page } öppnade
paper-gap-what-further-down = Vad som kommer längre ner på { $page }
paper-gap-what-opened-before = { $n ->
    [one] { $n } sida till som öppnades innan något inskrivet sparades på enheten
   *[other] { $n } sidor till som öppnades innan något inskrivet sparades på enheten
}
paper-gap-what-files = { $n ->
    [one] { $n } fil som tjänstens sidor länkar till
   *[other] { $n } filer som tjänstens sidor länkar till
}
paper-gap-what-button = Vad knappen { $button } på { $page } gör
paper-gap-what-frame-buttons = Vad knapparna i ramen { $page } öppnar
paper-gap-what-covered = Fält och knappar på { $page } som något ligger över
paper-gap-what-stands-on = Fält, knappar och länkar på { $page }
paper-gap-what-link-left = Vad länken { $link } leder till ({ $page })
paper-gap-what-address-left = Vad { $page } visar
paper-gap-what-typed = Värdet som skrevs i fältet { $field } på { $page }
paper-gap-what-field = Fältet { $field } på { $page }
paper-gap-what-fields = Fälten { $fields } på { $page }
paper-gap-what-form = Formuläret { $form } på { $page }
paper-gap-what-sent-form = Vad som händer sedan formuläret { $form } på { $page } har skickats
paper-gap-what-picture = Bilden av steget ”{ $step }”
paper-gap-what-accept = Besöket på { $url } med lämnat samtycke
paper-gap-what-reject = Besöket på { $url } med nekat samtycke
paper-gap-what-step = Steget ”{ $step }” i resan ”{ $journey }” ({ $consent })
paper-gap-what-steps = Steg i resan ”{ $journey }”: { $n }
paper-gap-what-more-steps = { $n ->
    [one] Nästa steg
   *[other] De { $n } följande stegen
} i resan ”{ $journey }”
paper-gap-what-journey = Resan ”{ $journey }” ({ $consent })
paper-gap-what-first-attempt = Första försöket med resan ”{ $journey }” ({ $consent }); den gjordes om
paper-gap-what-rest-of-journey = Resten av resan ”{ $journey }” ({ $consent })
paper-gap-what-names = Vems server som egentligen står bakom { $hosts }
paper-gap-what-answer = Vad tjänsten gör när den får anropet till { $url } ({ $method })
paper-gap-what-would-have-done = Vad { $url } skulle ha gjort
paper-gap-what-would-have-got = Vad som skulle ha skickats till { $host }
paper-gap-what-message = Ett meddelande som skickades över { $url }
paper-gap-what-body = Innehållet i ett anrop till { $url } ({ $method })
paper-gap-what-nested = Packade data i ett anrop till { $url } ({ $method })
paper-gap-what-behaviour = Vad skript gjorde utöver att skicka
paper-gap-what-pop-ups = Fönster som { $page } öppnade
paper-gap-what-file = Filen på { $url }
paper-gap-what-answered = Vad { $url } svarade
paper-gap-what-spared = Formuläret ”{ $form }” på er lista över formulär som aldrig skickas
paper-gap-what-on-the-wire = Anropet till { $url } ({ $method }) så som det gick ut
paper-gap-what-put-together = Hur anropet till { $url } ({ $method }) sattes ihop
paper-gap-what-came-from = Vad som orsakade anropet till { $url } ({ $method })
paper-gap-what-name-from = Vad som gjorde att namnet { $host } slogs upp
paper-gap-what-connection-from = Vad som gjorde att en anslutning till { $url } öppnades
paper-gap-what-log-end = Slutet av webbläsarens egen nätverkslogg
paper-gap-what-log = Webbläsarens egen nätverkslogg
paper-gap-what-setting = Inställningen ”{ $setting }” hos { $vendor }, konto { $account }
paper-gap-what-setting-of = Inställningen ”{ $setting }” hos { $vendor }
paper-gap-what-zone = Zonen ”{ $zone }”
paper-gap-what-own-server = Vad { $host } gör med anrop i samma form som { $vendor }
paper-gap-what-a-form-sent = Vad som följer när ett formulär på { $page } skickas
paper-gap-what-page = Sidan { $url }
paper-gap-what-later = vad { $url } gör { $n } sekunder efter att det börjat
paper-gap-what-unread-event = det webbläsaren berättade med { $method }
paper-gap-what-other-end = vem som fanns i andra änden av WebRTC på { $page }
paper-gap-why-own-answer = det besvarar samtyckesrutan; varje körning ger sitt eget svar
paper-gap-why-no-frame = det finns ingen ram på plats ”{ $path }” (räknat från 0)
paper-gap-why-never-stays = den går hela tiden vidare till ett annat dokument av sig själv
paper-gap-why-ended-at-once = den avslutades genast{ $told }
paper-gap-why-not-startable = den kan inte startas: { $why }
paper-gap-why-answered-no = dialogrutan besvarades med nej
paper-gap-why-unanswered-dialog = dialogrutan lämnades utan svar
paper-gap-why-address-changes = sidans skript ändrar adressen hela tiden: den granskades som en enda sida
paper-gap-why-pdf-page = det är ett PDF-dokument: dess text granskas inte
paper-gap-why-held-step = det den skickar hålls tillbaka i det här läget; med --mode submit skickas det
paper-gap-why-after-held-step = det kan bero på något som hålls tillbaka i det här läget; med --mode submit skickas det
paper-gap-why-only-looks = det här läget tittar bara; med --mode fill fyller granskningen i och trycker
paper-gap-why-untyped = i det här läget skrivs inget; med --mode fill fylls det i
paper-gap-why-after-spared-form = det kan bero på ett formulär som står på listan över formulär som aldrig skickas
paper-gap-why-held-typed = en knapp som skickar släpper inte ut något inskrivet i det här läget; det spelades in men hölls tillbaka
paper-gap-why-held-for-good = en knapp som köper, raderar eller loggar ut släpper inte ut något inskrivet, och inget till tjänsten; det spelades in men hölls tillbaka
paper-gap-why-held-again = ett formulär skickas en gång, eller aldrig där ni säger det, och det här trycket skulle inte skicka något; det spelades in men hölls tillbaka
paper-gap-why-held-looking = det här trycket skulle bara visa vad som öppnas, eller hade gjorts förut, så det som kan ändra något spelades in men hölls tillbaka
paper-gap-why-not-allowed = Det kom inte, och anropet som det skulle tillåta skickades inte: mottagaren fick bara frågan.
paper-gap-why-led-away = den leder till { $host }, som inte hör till tjänstens adresser (first_party)
paper-gap-why-covered-keys-by = Ingen mus når dem så länge en dialogruta eller ett skikt ligger över dem, och granskningen fick inte bort det. Det öppnades av { $button }. Fälten fylldes i, som av någon som bara använder tangentbordet; knapparna trycktes inte.
paper-gap-why-covered-keys = Ingen mus når dem så länge en dialogruta eller ett skikt ligger över dem, och granskningen fick inte bort det. Fälten fylldes i, som av någon som bara använder tangentbordet; knapparna trycktes inte.
paper-gap-why-nothing-looked-at = ingenting av tjänsten granskades
paper-gap-why-own-server = De bar { $identifiers } till en egen server. Det kan skickas vidare, vilket ingen webbläsare ser: fråga den som driver servern.
paper-gap-received-data = personuppgifter
paper-gap-received-shape = anrop i samma form som en spårares
paper-gap-why-unasked = --resolve leder det någon annanstans, och utan --resolver tillfrågas ingen om vem namnet hör till. Det tog emot { $received }.
paper-gap-why-held-request = det här läget skickar ingenting som kan ändra något; det spelades in men hölls tillbaka
paper-gap-why-farewell = sidans egen säkerhetspolicy (CSP) döljer dem; med --proxy syns de
paper-gap-why-messages = webbläsaren berättade om { $n } meddelanden, { $m } gick genom proxyn; de sparades
paper-gap-why-never-loaded-so-far = Sidan laddades aldrig färdigt; { $n } MB av den hade kommit.
paper-gap-why-never-loaded = Sidan laddades aldrig färdigt.
paper-gap-why-no-answer = Inget svar kom från { $hosts }.
paper-gap-why-script-ended = Sidan hade hängt sig i fem sekunder; dess skript stoppades.
paper-gap-why-page-crashed = Sidan kraschade.
paper-gap-why-under-way = Det pågick fortfarande när granskningen gick vidare.
paper-gap-why-not-kept = Fältet behöll det inte som det skrevs, så det kan se annorlunda ut när det lämnar tjänsten.
paper-gap-why-limit = De besöktes inte: --pages { $n } är gränsen. Med en högre gräns besöks fler.
paper-gap-why-no-address = Det har ingen egen adress och kunde inte besökas; inget skrevs i det.
paper-gap-why-endless = Sidan växte varje gång dess slut nåddes, och lämnades efter { $n } gånger. Vad som kommer längre ner har inte granskats.
paper-gap-why-opened-again = Bara de { $n } första öppnades igen för att se vad de skickar av det.
paper-gap-why-files = Nedladdningar och dokument öppnas inte.
paper-gap-why-button-buys = Den trycktes inte: orden på den säger att den köper eller betalar.
paper-gap-why-button-deletes = Den trycktes inte: orden på den säger att den raderar.
paper-gap-why-button-ends = Den trycktes inte: orden på den säger att den loggar ut eller avslutar något.
paper-gap-why-link-ends = Den öppnades inte: dess ord eller adress säger att den raderar, loggar ut eller avslutar något. Vad som finns bakom den har inte prövats.
paper-gap-why-button-keeps = Den trycktes inte: orden på den säger att den skriver ut eller laddar ner.
paper-gap-why-grave = Knappen säger att den köper, raderar eller loggar ut. Den trycktes, och det som den skickar spelades in men hölls tillbaka; inget läge skickar det.
paper-gap-why-covered = Ingen besökare når dem så länge en dialogruta eller ett skikt ligger över dem, och granskningen fick inte bort det. De har inte prövats.
paper-gap-why-field-refused = Det säger inte vad som ska stå i det, och det godtog inte ett påhittat ord. Det lämnades tomt; vad en besökare skriver där har inte prövats.
paper-gap-why-field-riddle = Bara människor kan se vad som hör dit. Vad en besökare skriver där har inte prövats.
paper-gap-why-field-other-number = Det gjorde ett annat telefonnummer av det som skrevs, som kan vara någons, och lämnades därför tomt. Vad en besökare skriver där har inte prövats.
paper-gap-why-field-takes-nothing = Det tog inget av de värden som prövades. Vad en besökare skriver där har inte prövats.
paper-gap-why-field-offers-nothing = Det tar inga tangenter, och ett klick i det öppnade inget att välja bland. Vad en besökare väljer där har inte prövats.
paper-gap-why-field-unreachable = Det gick inte att skriva i det, så vad en besökare skriver där har inte prövats.
paper-gap-why-field-not-filled = Det gick inte att fylla i ({ $why }).
paper-gap-why-never-send = Det står på er lista över formulär som aldrig skickas.
paper-gap-why-never-send-near = Det heter nästan { $name }, som står på er lista över formulär som aldrig skickas och inte passar på något här. Det skickades inte.
paper-gap-why-form-pressed-fields = { $button } trycktes, men formuläret blev kvar och inget av det sågs gå ut. Sidan kallar dessa fält fel: { $fields }. Vad som händer efter sändningen har inte prövats.
paper-gap-why-form-pressed-alert = { $button } trycktes, men formuläret blev kvar och inget av det sågs gå ut. Sidan visar ett felmeddelande ({ $n } tecken). Vad som händer efter sändningen har inte prövats.
paper-gap-why-form-pressed-silent = { $button } trycktes, men formuläret blev kvar och inget av det sågs gå ut. Sidan säger inte varför. Vad som händer efter sändningen har inte prövats.
paper-gap-why-form-pressed-unread = { $button } trycktes och formuläret blev kvar. Något gick till andra som inte går att läsa: formuläret kan ha gått ut med det, och sändes inte en gång till.
paper-gap-why-form-shut-fields = Dess knapp { $button } förblev avstängd. Sidan kallar dessa fält fel: { $fields }. Vad som händer efter sändningen har inte prövats.
paper-gap-why-form-shut-alert = Dess knapp { $button } förblev avstängd. Sidan visar ett felmeddelande ({ $n } tecken). Vad som händer efter sändningen har inte prövats.
paper-gap-why-form-shut-silent = Dess knapp { $button } förblev avstängd, och sidan säger inte varför. Vad som händer efter sändningen har inte prövats.
paper-gap-why-answer-untried = Formuläret som den stod i skickades innan den trycktes, och kom inte fram igen. Vad den leder till har inte prövats.
paper-gap-why-form-unpressed = Ingen knapp som skickar det kunde tryckas. Vad som händer efter sändningen har inte prövats.
paper-gap-why-script-failed = Granskningens eget skript misslyckades på sidan: fält, knappar eller länkar kan ha förbisetts. Rapportera det gärna.
paper-gap-why-covered-by = Ingen besökare når dem så länge en dialogruta eller ett skikt ligger över dem, och granskningen fick inte bort det. { $button } öppnade det. De har inte prövats.
paper-gap-why-file-sent = Sidan skickade filen till tjänsten så snart den valts, utan knapp. Det hölls inte tillbaka, fast detta läge inte skickar formulär.
paper-gap-why-fill-mode = Granskningen fyllde i formuläret och tryckte på knappar men skickade det inte. Kör om med --mode submit där det är tillåtet.
paper-gap-why-held = I det här läget skickas inget till tjänsten som kan ändra något där: det antecknades men hölls tillbaka.
paper-gap-why-leaves-service = Det leder bort från tjänsten, och dit går en granskning aldrig: det antecknades men skickades inte.
paper-gap-why-not-written = Den kunde inte skrivas till disken ({ $why }).
paper-gap-why-no-dialog = Ingen samtyckesfråga med en sådan knapp hittades. Sidorna besöktes utan svar. Om tjänsten ändå frågar är svaret inte prövat.
paper-gap-why-step-failed = Steget ”{ $step }” misslyckades (rad { $line } i inspelningen), och det som följer bygger på det.
paper-gap-why-nothing-near = Inget på sidan motsvarar { $wanted }; närmast är { $near }.
paper-gap-why-nothing = Inget på sidan motsvarar { $wanted }.
paper-gap-why-outside-service = { $url } ligger under ingen av tjänstens adresser (first_party) och besöktes därför inte. Är den tjänstens egen, lägg till den där; avsluta annars inspelningen före den.
paper-gap-why-error-without-page = Servern svarade med ett fel och utan någon sida. Rätta adressen, eller tjänsten.
paper-gap-why-no-selector = { $wanted } är ingen giltig väljare, varken CSS eller XPath.
paper-gap-why-never-true-error = Uttrycket som inspelningen väntar på blev aldrig sant; det slutade med ett fel: { $error }. Rätta uttrycket, ge steget en längre timeout, eller spela in resan på nytt.
paper-gap-why-never-true = Uttrycket som inspelningen väntar på blev aldrig sant. Ge steget en längre timeout, eller spela in resan på nytt.
paper-gap-why-count = Antal { $wanted } på sidan: { $found }. Inspelningen väntar på { $operator } { $count }.
paper-gap-why-led-elsewhere = Inspelningen går vidare till { $there }; sidan visade { $here }.
paper-gap-why-never-visible = { $wanted } finns på sidan men blev aldrig synligt.
paper-gap-why-never-hidden = { $wanted } förblev synligt; inspelningen väntar på att det försvinner.
paper-gap-why-not-as-recorded = { $wanted } finns på sidan, men dess attribut eller egenskaper är inte de som inspelningen väntar på.
paper-gap-why-custom-step = Bara det webbläsartillägg som skrev steget kan utföra det. Det hoppades över och resan fortsatte. Spela in det som klick och inmatning för att få det utfört.
paper-gap-why-no-pop-up = Inget popupfönster visar { $url }.
paper-gap-why-replaced = Sidan ersattes av en annan medan den granskades.
paper-gap-why-no-page = { $url } visar ingen sida ({ $why })
paper-gap-why-slow-address = { $url } laddades inte inom { $n } sekunder
paper-gap-why-slow = Sidan laddades inte inom { $n } sekunder.
paper-gap-why-led-nowhere = Inget följde inom { $n } s, trots att inspelningen går vidare till en annan sida här. Stegen efter utfördes inte.
paper-gap-why-password = Den kräver användarnamn och lösenord, och granskningen har inga.
paper-gap-why-browser-ended = Webbläsaren avslutades.
paper-gap-why-stopped = Granskningen avbröts.
paper-gap-why-stopped-before = Granskningen avbröts dessförinnan.
paper-gap-why-literal = Inspelningen har ett utskrivet värde, inget märke som {"{{user.email}}"}: det söks inte i det som skickades. Sätt ett märke i dess ställe.
paper-gap-why-blank = Den laddades aldrig klart och visar ingenting.
paper-gap-why-unframed = ingen av dess ramar laddades, och sidan visar inget annat
paper-gap-why-asked-on = Sidan fortsatte fråga { $url } i mer än { $n } s om det var klart; det väntades inte in.
paper-gap-what-more-buttons = vad { $n } knappar till på { $page } gör
paper-gap-why-form-answered-fields = { $button } trycktes, tjänsten fick det, och formuläret stod kvar; sidan kallar fel: { $fields }. Det som följer sågs inte.
paper-gap-why-fields-unseen = De fylldes i, och inget av dem sågs gå ut, vad som än trycktes bredvid dem.
paper-gap-why-buttons-spent = { $n } av sidans knappar trycktes i jakten på fält, och inga fler.
paper-gap-why-chosen-steps = Den frågar en sak efter den andra: den lämnades efter { $n } steg.
paper-gap-why-undrawn = den visar ingenting: ett av dess skript misslyckades, och därmed det som det skulle rita
paper-gap-why-empty-page = den har laddats och visar ingenting
paper-gap-why-others-openers = ramen hör till en annan webbplats: där trycks bara knappar bredvid fält
paper-gap-why-foreign = Formuläret står i en ram från en annan webbplats, utanför first_party. Det fylldes i, och det som det skickar spelades in men hölls tillbaka.
paper-gap-why-deaf = Webbläsaren svarade inte längre.
paper-gap-why-broke-off = rutinen avbröts av ett fel i programmet, och inget körs enligt schemat förrän den startas igen: { $problem }
paper-gap-why-unstamped = Ingen tidsstämpel gick att få: { $problem }. Bevispaketet är förseglat utan den.
paper-gap-why-not-loaded = Det laddades inte ({ $why }).
paper-gap-why-status = Servern svarade med felet { $status }.
paper-gap-why-blob = Det var tomt, eller av ett slag som webbläsaren inte visar.
paper-gap-why-cut = { $n } byte skickades, men bara { $m } av dem sågs.
paper-gap-why-report = { $n } byte av en rapport skickades som webbläsaren gör själv och inte visar: den bär sidans adress, med allt som står i den. --proxy visar den.
paper-gap-why-unseen-length = { $n } byte skickades, men webbläsaren kunde inte visa dem.
paper-gap-why-unseen = Något skickades, men webbläsaren kunde inte visa det.
paper-gap-why-too-many-acts = De var fler än { $n }; resten antecknades inte.
paper-gap-why-too-many-windows = De var fler än { $n }; resten stängdes osedda.
paper-gap-why-windows-for-ever = Sidan öppnar fönster hela tiden; fler än { $n } granskades inte.
paper-gap-why-download = Det är en nedladdning, och en granskning laddar inte ned filer.
paper-gap-why-too-long = Det var längre än 1 MB och behölls inte.
paper-gap-why-gone = Webbläsaren hade det inte längre.
paper-gap-why-fits-none-near = Inget formulär som påträffades passar. Menade ni { $near }?
paper-gap-why-fits-none = Inget formulär som påträffades passar.
paper-gap-why-past-proxy = Sådana förbindelser går förbi varje proxy; bara webbläsaren berättade om den.
paper-gap-why-unseen-by-proxy = Webbläsaren berättade om det, men det passerade inte den inspelande proxyn.
paper-gap-why-only-proxy = Bara den inspelande proxyn såg det; webbläsaren berättade inte om något sådant anrop.
paper-gap-why-only-log = Webbläsarens egen nätverkslogg berättar om det; inget av dess andra gränssnitt gjorde det.
paper-gap-why-worker-check = Webbläsaren frågade själv om skriptet i en service worker har ändrats, som den gör då och då. Bara dess egen nätverkslogg berättar om det.
paper-gap-why-opened-ahead = Webbläsaren öppnade en anslutning i förväg, och inget anrop följde. Bara dess egen nätverkslogg berättar om det.
paper-gap-why-looked-up = Webbläsaren slog upp ett namn i förväg, och inget anrop följde. Bara dess egen nätverkslogg berättar om det.
paper-gap-why-log-unread = Webbläsaren skrev ingen som går att läsa.
paper-gap-why-log-late = Webbläsaren hann inte skriva det.
paper-gap-why-differ = Webbläsaren berättade om { $n } byte, { $m } passerade den inspelande proxyn; de behölls.
paper-gap-why-no-way = Den inspelande proxyn kunde inte nå den ({ $why }).
paper-gap-why-no-record = Inget svar antecknades.
paper-gap-why-declared-unshown = Det gick inte att kontrollera: den deklarerades, och inget som levererades eller skickades visar den.
paper-gap-why-zone-empty = Ingen sida hamnar i den: ”{ $other }” före den tar alla.
paper-gap-why-server-error = Servern svarade med ett fel.
paper-gap-why-body-not-kept = Innehållet behölls inte.
paper-gap-why-budget = Uppackningen gav mer än { $n } byte och avbröts där.
paper-gap-why-zip-encrypted = En fil i zip-arkivet är krypterad.
paper-gap-why-zip-method = En fil i zip-arkivet är packad på ett sätt som programmet inte öppnar.
paper-gap-why-pdf = Ett PDF-dokument: texten lästes bara där den är lagrad som bokstäver.
paper-gap-why-encoding = Det är packat på ett sätt som inte öppnas här: { $layer }.
paper-gap-why-not-that = Det uppges vara packat som { $layer }, men är det inte.
paper-gap-why-server-silent = Namnservern { $server } svarade inte.
paper-gap-why-server-failed = Namnservern { $server } kunde inte svara ({ $why }).
paper-gap-why-unload-served = den lyssnar på `unload` och betjänas av en service worker: Chromium tappar en del av det som skickas då
paper-gap-why-long-timer = timrar som är längre än fem sekunder väntas inte in
paper-gap-why-unread-event = programmet kan inte läsa det
paper-gap-why-webrtc = servrar och datakanalernas meddelanden sågs; webbläsaren berättar varken vem som finns i andra änden eller om ljud och bild, och direkt trafik förbi varje proxy var stängd för den
paper-gap-why-unreachable = { $url } kunde inte nås ({ $why })
paper-gap-why-browser-failed = webbläsaren kunde inte användas ({ $why })
paper-gap-why-no-browser = ingen Chromium hittades
paper-gap-why-configuration-status = https://{ $url } svarade { $status }
paper-gap-why-configuration-unread = https://{ $url } innehåller ingen inställning som går att läsa
paper-gap-why-configuration-missing = https://{ $url } kunde inte hämtas ({ $why })
paper-gap-why-hook-status = webhooken svarade { $status }
paper-gap-why-hook-failed = webhooken kunde inte nås ({ $why })
paper-gap-why-hook-at-status = webhooken hos { $host } svarade { $status }
paper-gap-why-hook-at-failed = webhooken hos { $host } kunde inte nås ({ $why })
paper-gap-why-no-answer-in = inget svar på { $n } s
paper-gap-why-mail-receiver = en mottagare är ingen e-postadress
paper-gap-why-mail-sender = avsändaren är ingen e-postadress
paper-gap-why-mail-address = e-postservern är inte angiven som smtp://värd:port eller smtps://värd
paper-gap-why-mail-unencrypted = ett lösenord skickas inte okrypterat till en annan dator
paper-gap-why-hook-unencrypted = en token skickas inte okrypterat till en annan dator
paper-gap-why-mail-offers = e-postservern erbjuder inte det som begärs av den ({ $why })
paper-gap-why-unset = { $name } är inte angivet
paper-gap-why-not-set-up = { $name } är inte inställt
paper-gap-why-secret-unread = { $file } kan inte läsas ({ $why })
paper-gap-why-mail-status = e-postservern svarade { $status }
paper-gap-why-mail-silent = e-postservern svarar inte
paper-gap-why-mail-certificate = e-postserverns certifikat godtas inte
paper-gap-why-mail-unreachable = e-postservern kunde inte nås
paper-gap-why-mail-unnamed = ingen e-postserver är angiven: SLUSS_SMTP eller `smtp` under [watch]

## Rapport: vad ni gör nu, vad skript gjorde
paper-now = Vad ni gör nu
paper-now-stop = Stoppa det som lämnar tjänsten: ändra det som står under ”Vad som ska ändras” vid varje fynd, det allvarligaste först.
paper-now-decide = Låt någon i dag avgöra om det är en personuppgiftsincident. Från den stund ni känner till en löper de 72 timmarna i artikel 33 i GDPR. Verktyget föreslår; en namngiven person beslutar.
paper-now-case = Spara skälen i registret, vad beslutet än blir:
paper-now-again = Granska igen. Först det visar att det har slutat.
paper-now-look = Gå igenom det som inte gick att se och ordna så att det går: ”inget hittat” gäller inte det.
paper-how = Hur det sågs: { $n ->
        [one] { $n } exempel
       *[other] { $n } exempel
    }, med anropet som bevis
paper-picture-there = Se sidan vid det här steget
paper-behaviours = Vad skript gjorde utöver att skicka
paper-behaviours-lead = Att läsa ett fält eller lyssna på tangenter skickar inget i sig, men är steget före. Även kända verktyg och formulär gör det; fråga skriptets ägare vad det är till för.
paper-behaviours-none = Inget skript från tredje part sågs läsa fält, lyssna på tangenter eller spara något.
paper-script-of = Vems skript
paper-reads = Läser fälten
paper-hears = Lyssnar på tangenter på
paper-keeps = Sparar på besökarens enhet
paper-kept-sent = { $n ->
        [one] skickat med i { $n } anrop
       *[other] skickat med i { $n } anrop
    }
paper-and-more = och { $n } till
paper-relation-listed = tredje part, en spårare enligt listan ”{ $list }”

## Steps: what was done (tables/gaps.toml)
paper-gap-step-open = öppna { $page }
paper-gap-step-fill = fyll i { $fields }
paper-gap-step-click = tryck på { $button }
paper-gap-step-change = skriv i { $field }
paper-gap-step-navigate = gå till { $page }
paper-gap-step-consent-accept = lämna samtycke
paper-gap-step-consent-reject = neka samtycke
paper-gap-step-mouse-away = för musen ut från sidan
paper-gap-step-leave = lämna sidan
paper-gap-step-key-down = tryck ned { $key }
paper-gap-step-key-up = släpp upp { $key }
paper-gap-step-hover = peka på { $element }
paper-gap-step-double-click = dubbelklicka på { $element }
paper-gap-step-viewport = ställ in fönstret på { $size }
paper-gap-step-scroll = rulla sidan
paper-gap-step-scroll-element = rulla { $element }
paper-gap-step-wait-element = vänta på { $element }
paper-gap-step-network-speed = ändra nätets hastighet
paper-gap-step-wait-expression = vänta på ett villkor
paper-gap-what-bodies = { $n ->
    [one] Innehållet i { $n } begäran till { $host } i { $file }
   *[other] Innehållet i { $n } begäranden till { $host } i { $file }
}
paper-gap-why-not-in-file = { $n } byte skickades som inte finns i filen
paper-gap-why-sent-not-in-file = det som skickades finns inte i filen
paper-gap-unread-attached = filen { $name }, där det som skickades ligger, finns inte eller är större än 32 MiB
paper-gap-unread-dump = raderna i dumpen kunde inte öppnas; dumpa dem som text (--format=plain)
paper-gap-what-hole = { $n } byte som skickades från port { $port } till { $to }, i { $file }
paper-gap-why-lost-after = de gick förlorade innan de spelades in, efter { $time }; hela begäranden kan finnas bland dem
paper-gap-why-lost = de gick förlorade innan de spelades in; hela begäranden kan finnas bland dem
paper-gap-unread-no-packet = det finns inget paket i inspelningen
paper-gap-unread-flow-large = flöde { $n } är större än 32 MiB; det lästes som byte
paper-gap-unread-record-large = post { $n } är större än 32 MiB; den lästes som byte
paper-gap-unread-only-answers = den innehåller svar ({ $n }) och ingen begäran, så det som skickades finns inte i den
paper-gap-what-tls-streams = TLS-förbindelser i { $file }: { $n }
paper-gap-what-http2-streams = HTTP/2-förbindelser i { $file }: { $n }
paper-gap-what-quic-packets = QUIC-paket i { $file }: { $n }
paper-gap-what-other-streams = TCP-förbindelser utan HTTP-begäran i { $file }: { $n }
paper-gap-what-datagrams = UDP-paket i { $file }: { $n }
paper-gap-what-fragments = IP-fragment i { $file }: { $n }
paper-gap-what-sealed-packets = IPsec- och MACsec-paket i { $file }: { $n }
paper-gap-what-foreign-packets = paket av andra protokoll i { $file }: { $n }
paper-gap-what-cut-packets = avkortade paket i { $file }: { $n }
paper-gap-what-more-parts = { $n } delar till
paper-gap-why-encrypted = de är krypterade; spela in där trafiken är i klartext, eller i webbläsaren
paper-gap-why-only-http1 = ur paket läses bara HTTP/1.x
paper-gap-why-cut-headers = deras huvuden är inte hela; spela in hela paket
paper-gap-why-fragments = de sätts inte ihop
paper-gap-why-thousand = bara de första tusen nämns
paper-gap-unread-cut = filen kan inte läsas vidare härifrån ({ $why })
paper-gap-unread-access-log = ingen rad i en åtkomstlogg (common eller combined); den lästes som text
paper-gap-unread-har-large = post { $n } i HAR-filen är större än 32 MiB; den lästes som byte
paper-gap-unread-list-large = post { $n } i listan är större än 32 MiB; den lästes som byte
paper-gap-unread-har-entry = post { $n } i HAR-filen: { $unread }
paper-gap-unread-list-entry = post { $n } i listan: { $unread }
paper-gap-unread-no-object = det är inget JSON-objekt
paper-gap-unread-no-url = den saknar adress (`request.url` är tom)
paper-gap-unread-body-base64 = dess innehåll är inte giltig base64; det lästes som det står
paper-gap-unread-replaced = programmet som skrev filen bytte ut de byte i innehållet som inte är text; vad som stod där går inte att se
paper-gap-unread-missing-field = `{ $field }` saknas
paper-gap-unread-follows = det som står efter JSON-dokumentet är inget sådant; det lästes som vad det är
paper-gap-unread-har-cut = HAR-filen slutar mitt i; den kapades när den skrevs eller kopierades
paper-gap-unread-list-cut = listan slutar mitt i; den kapades när den skrevs eller kopierades
paper-gap-unread-no-json = det här är ingen HAR-fil, eller ingen giltig JSON; härifrån lästes den som byte
paper-gap-unread-har-beside = vid sidan av `log` innehåller HAR-filen något annat; det lästes som byte
paper-gap-unread-no-har = det här är ingen HAR-fil: den saknar `log.entries`; den lästes som byte
paper-gap-unread-parquet-bare = en Parquet-fil läses från slutet och måste vara en egen fil; packa upp den först
paper-gap-unread-zip-bare = ett zip-arkiv läses från slutet och måste vara en egen fil; packa upp det först
paper-gap-unread-packed = filer packade med { $what } öppnas inte här; packa upp den först
paper-gap-unread-zip-broken = zip-arkivet kan inte läsas ({ $why }); det lästes som byte
paper-gap-unread-tar-nested = ett tar-arkiv inuti ett annat öppnas inte; packa upp det först
paper-gap-unread-tar-broken = tar-arkivet är skadat eller kapat; det som är kvar lästes som byte
paper-gap-unread-json-lines = rader av JSON utan `url`: de lästes som text, så när och till vem de skickades är inte känt
paper-gap-unread-zip-overlap = filerna i zip-arkivet överlappar varandra; resten av dem lästes inte
paper-gap-unread-encrypted = den är krypterad; packa upp den först
paper-gap-unread-table = tabellen { $name } kan inte läsas till slutet ({ $why }); resten lästes som byte
paper-gap-unread-packed-inside = den är packad med { $method }; packa upp den först
paper-gap-unread-line-long = raden är längre än 32 MiB; den lästes som byte, i stycken
paper-gap-unread-row-long = raden är längre än 32 MiB, eller har fler än 262 144 kolumner; härifrån lästes filen som byte
paper-gap-unread-no-exchange-object = inget utbyte: en rad är ett objekt som { $example }
paper-gap-unread-no-exchange-url = inget utbyte: `url` saknas (kolumn { $n })
paper-gap-unread-no-exchange-type = inget utbyte: ett värde av fel slag (kolumn { $n })
paper-gap-unread-no-exchange-empty = inget utbyte: `url` är tom (kolumn { $n })
paper-gap-unread-no-exchange-json = inget utbyte: raden är ingen giltig JSON: { $why } (kolumn { $n })
paper-gap-unread-no-exchange = inget utbyte: { $why } (kolumn { $n })
paper-gap-unread-no-exchange-nowhere = inget utbyte: { $why }
paper-gap-unread-at = `at` är ingen tid som `2021-03-01T12:00:00Z`; resten lästes
paper-gap-unread-rows-odd = rader som inte är vad filen säger om dem lästes som byte
paper-gap-unread-har-time = `startedDateTime` är ingen tid som `2021-03-01T12:00:00Z`; resten lästes
paper-gap-unread-row-unclosed = ett citattecken i raden avslutas aldrig; raden lästes till sitt radslut
paper-gap-unread-two-bodies = både `body` och `body_base64` finns; båda lästes
paper-gap-unread-base64 = `body_base64` är inte giltig base64; det lästes som det står
paper-gap-unread-row = rad: { $unread }
paper-gap-unread-parquet = Parquet-filen kan inte läsas vidare härifrån ({ $why })
paper-gap-unread-column-type = `{ $name }` är av fel slag; resten lästes
paper-gap-unread-column-twice = `{ $name }` står två gånger; den första lästes
paper-gap-unread-columns = { $names } är inte vad de ska vara; resten lästes
paper-gap-unread-url-empty = `url` är tom
paper-gap-unread-headers = `headers` är varken en lista av par, en tabell eller JSON; resten lästes
paper-gap-unread-frames = `frames` är ingen lista av texter; resten lästes
paper-gap-unread-request-lost = en begäran till { $to }: { $n } byte gick förlorade innan de spelades in
paper-gap-unread-request-cut = en begäran till { $to }: slutet spelades inte in
paper-gap-unread-request-chunks = en begäran till { $to }: dess delar går inte att skilja åt
paper-gap-unread-socket = en WebSocket till { $to } gick inte att läsa vidare
paper-gap-unread-stray = byte till { $to } hör inte till någon begäran vars början spelades in; de lästes som innehåll
paper-gap-unread-stray-kept = av byten till { $to } som inte hör till någon sådan begäran behölls bara de första { $n }
paper-gap-unread-link = { $n } paket av länktyp { $link }, som inte är känd här; de lästes som byte
paper-gap-unread-packet-cut = inspelningen slutar mitt i ett paket, vid byte { $n }
paper-gap-unread-packet-wrong = inspelningen är skadad vid byte { $n }; paketen därefter lästes inte
paper-gap-unread-missing = filen finns inte
paper-gap-unread-barred = behörighet att läsa den saknas
paper-gap-unread-unopened = den går inte att öppna ({ $why })
paper-gap-unread-folder = det är en mapp, ingen fil
paper-gap-unread-parquet-inside = det är en Parquet-fil inuti något annat; packa upp den först
paper-gap-unread-stopped = avbröts här, efter { $read } av { $size } byte
paper-gap-unread-stopped-stream = avbröts här, efter { $read } byte
paper-gap-unread-stopped-before = avbröts dessförinnan; den genomsöktes inte
paper-gap-unread-more = och { $n } till

# Recipients whose name in tables/vendors is a description; their ids.
paper-recipient-name-google-apis = Googles API:er och bibliotek
