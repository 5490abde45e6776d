# Words of paper, language en. Keys start with `paper-`; all languages hold the same keys and variables.

## Numbers, dates, durations
paper-list = { $before } and { $last }
paper-moment = { $day } { $month } { $year }, { $hour }:{ $minute } ({ $offset })
paper-moment-long = { $weekday } { $day } { $month } { $year }, { $hour }:{ $minute } ({ $offset })
paper-date = { $day } { $month } { $year }
paper-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
paper-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
paper-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
paper-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
paper-month-1 = January
paper-month-2 = February
paper-month-3 = March
paper-month-4 = April
paper-month-5 = May
paper-month-6 = June
paper-month-7 = July
paper-month-8 = August
paper-month-9 = September
paper-month-10 = October
paper-month-11 = November
paper-month-12 = December
paper-weekday-1 = Monday
paper-weekday-2 = Tuesday
paper-weekday-3 = Wednesday
paper-weekday-4 = Thursday
paper-weekday-5 = Friday
paper-weekday-6 = Saturday
paper-weekday-7 = Sunday

## Report: frame
paper-report-title = Audit report
paper-report-what = What personal data left this web service, whose it was, to whom it went, and by which setting.
paper-skip = Skip to the content
paper-contents = Contents
paper-address = Address audited
paper-controller = Controller
paper-when = When
paper-when-took = { $at }, took { $took }
paper-browser = Browser used
paper-footer = Made by Sluss, a tool that proposes. A named person concludes, with reasons.

## Report: verdict
paper-verdict-found = { $n ->
        [one] Personal data left the service: { $n } finding
       *[other] Personal data left the service: { $n } findings
    }
paper-verdict-settings = { $n ->
        [one] { $n } finding, but no personal data was seen leaving
       *[other] { $n } findings, but no personal data was seen leaving
    }
paper-verdict-settings-but = { $n ->
        [one] { $n } finding. No personal data was seen leaving, but not everything could be looked at
       *[other] { $n } findings. No personal data was seen leaving, but not everything could be looked at
    }
paper-verdict-unseen = Nothing of the service was looked at: { $why }
paper-verdict-nothing = Nothing found, and nothing was out of sight
paper-verdict-nothing-but = Nothing found in what could be seen. Not everything could be seen
paper-verdict-line = What left: { $what }. People: { $whose }. To: { $recipients }.
paper-verdict-gaps = { $n ->
        [one] { $n } thing could not be looked at. It is listed below, and “nothing found” does not cover it.
       *[other] { $n } things could not be looked at. They are listed below, and “nothing found” does not cover them.
    }
paper-verdict-unlooked = { $n ->
        [one] { $n } finding of the earlier report was not looked at this time, for want of its page, journey, answer about consent, script or settings. Nothing is said of it here.
       *[other] { $n } findings of the earlier report were not looked at this time, for want of their pages, journeys, answers about consent, scripts or settings. Nothing is said of them here.
    }
paper-verdict-no-gaps = The tool knows of nothing on these journeys that it could not look at.
paper-figure-findings = { $n ->
        [one] finding
       *[other] findings
    }
paper-figure-high = { $n ->
        [one] of high severity
       *[other] of high severity
    }
paper-figure-third = { $n ->
        [one] third party got requests
       *[other] third parties got requests
    }
paper-figure-exchanges = { $n ->
        [one] request recorded
       *[other] requests recorded
    }
paper-figure-gaps = { $n ->
        [one] thing could not be seen
       *[other] things could not be seen
    }
paper-glance = What left, at a glance
paper-what-left = What left
paper-whose = Person
paper-to-whom = To whom
paper-disguise = In which disguise
paper-consent = Consent at the time

## Report: acceptances
paper-accepted = accepted by { $by } until { $until }: { $reason }
paper-acceptance-expired = the acceptance by { $by } ended on { $until }
paper-acceptance-graver = graver than what { $by } accepted until { $until }

## Summary in Markdown
paper-summary-severity = Severity
paper-summary-finding = Finding
paper-summary-state = State
paper-summary-more = { $n ->
        [one] … and { $n } more in report.html.
       *[other] … and { $n } more in report.html.
    }
paper-summary-files = The whole report with the requests: report.html. The sealed evidence: bundle.zip.

## Report: findings
paper-findings = Findings
paper-findings-none = No finding. This covers only what could be seen; see the next section.
paper-gone = No longer seen
paper-gone-lead = These stood in the report compared with and were not seen this time. That they are gone is certain only where the same journey could be looked at in full.
paper-severity-high = High severity
paper-severity-medium = Medium severity
paper-severity-low = Low severity
paper-state-new = new
paper-state-known = known before
paper-state-gone = no longer seen
paper-state-changed = changed
paper-state-unlooked = not looked at this time
paper-change = What to change
paper-change-advice = Change “{ $setting }” at { $vendor }, account { $account }: you declared { $declared }, but the recipient's own configuration says { $served }. Then audit again; only that shows that it has stopped.
paper-change-advice-undeclared = Change “{ $setting }” at { $vendor }, account { $account }: the recipient's own configuration says { $served }, and another of your platforms or the traffic says otherwise. Write down in a declaration what you have decided. Then audit again; only that shows that it has stopped.
paper-way = The way of one value: { $identifier } ({ $role })
paper-more-ways = { $n ->
        [one] { $n } more way of the same finding is in report.json.
       *[other] { $n } more ways of the same finding are in report.json.
    }
paper-typed-step = typed into the page
paper-sent-step = sent to { $host }
paper-wrapped = wrapped: { $layer }
paper-request = Where in the request
paper-initiator = Sent by the script
paper-page = From the page
paper-zone = zone “{ $zone }” of the declaration
paper-field = Field
paper-further-fields = The form asks for the same more than once: the value also went into { $n ->
    [one] the field
   *[other] the fields
} { $fields }. The value does not tell from which of the fields it was taken.
paper-step = Step of the journey
paper-evidence = request no. { $id } in capture.har
paper-seen-times = { $n ->
        [one] seen { $n } time
       *[other] seen { $n } times
    }
paper-times = { $n ->
        [one] { $n } time
       *[other] { $n } times
    }
paper-reasons = Why this severity:
paper-law = What the law says:
paper-rule = Rule
paper-finding-id = Number of the finding

## Report: gaps, settings, recipients, steps, canaries
paper-gaps = What could not be seen
paper-gaps-none = The tool knows of nothing that it could not look at.
paper-gaps-lead = “Could not look” is not “nothing found”. Personal data may have left here without being seen.
paper-not-seen = could not look
paper-settings = Settings at the recipients
paper-settings-lead = Declared: what you decided. Served: what the recipient's own configuration says, read without logging in. Observed: what the traffic shows.
paper-settings-none = No recipient with a setting known to the tool was seen.
paper-setting = Setting
paper-account = account
paper-account-unknown = not known
paper-declared = Declared
paper-served = Served
paper-observed = Observed
paper-outcome = Outcome
paper-conflict = They contradict each other
paper-conflict-with = Contradicts { $vendor } – { $what }: { $word }
paper-conflict-untold = Contradicted, but the report does not show by what
paper-no-conflict = No contradiction
paper-unchecked = Could not be checked
paper-change-here = Where to change it
paper-recipients = Who got requests
paper-recipients-lead = Every request tells the recipient at least the visitor's network address and browser. The last column names what was recognised beyond that.
paper-recipients-none = No request was recorded, so nothing can be said about recipients.
paper-recipient = Recipient
paper-relation = Who it is
paper-relation-own = your own
paper-relation-third = third party
paper-relation-alias = third party under a name of your own
paper-hosts = Hosts
paper-requests = Requests
paper-got-personal-data = Personal data recognised
paper-none-seen = none seen
paper-steps = What was done, step by step
paper-steps-lead = A real browser walked these journeys. What lies off them was not looked at.
paper-steps-none = No journey was walked.
paper-run = { $journey }, { $consent }
paper-journey-explore = exploring the pages
paper-step-ok = done
paper-step-failed = failed
paper-picture-same = the page looked as at step { $step }
paper-picture-same-run = the page looked as at step { $step } of: { $run }
paper-picture-beside = picture in the folder beside the report
paper-no-picture = no picture of this step
paper-shot = The page after the step “{ $step }”
paper-typed = What was typed
paper-typed-lead = These values were made up for the audit and belong to nobody. Each one is different, so that a value seen elsewhere tells from which field it came. What a form asks for more than once got the same value, and all its fields are named.
paper-typed-none = Nothing was typed. What happens when somebody fills in a form was therefore not looked at.
paper-value = Made-up value
paper-kind = Kind
paper-not-seen-leaving = not seen leaving
paper-left-to = left to { $recipients }

## Report: how to verify
paper-verify = How to check this report
paper-verify-lead = Nothing here has to be believed. The files beside this report hold the evidence.
paper-verify-bundle = The sealed evidence: this command names every file that was changed since. It needs no server and no account.
paper-verify-har = The recording: capture.har holds every request as it was sent, in a public format (HAR 1.2) that other tools read. The request numbers above are its entries.
paper-verify-again = By hand: take a made-up value from “What was typed”, follow the steps of the finding, and search capture.har for the result.
paper-verify-limits = What was seen is certain. What was not seen is not proof that nothing left: another journey, another time or another disguise may show more.

## Codes: identifiers, roles, consent, switches
paper-identifier-email = e-mail address
paper-identifier-phone = phone number
paper-identifier-given-name = given name
paper-identifier-family-name = family name
paper-identifier-birth-date = date of birth
paper-identifier-national-id = national identity number
paper-identifier-address = street address
paper-identifier-postal-code = postal code
paper-identifier-city = city
paper-identifier-country = country
paper-identifier-external-id = customer or user number
paper-identifier-card = payment card number
paper-identifier-iban = bank account number (IBAN)
paper-identifier-password = password
paper-identifier-name = given and family name in one
paper-identifier-typed-card-security-code = security code of a payment card
paper-identifier-typed-card-expiry = expiry date of a payment card
paper-identifier-typed-text = text typed into “{ $field }”
paper-identifier-typed-file = file chosen in “{ $field }”
paper-identifier-typed-file-name = name of the file chosen in “{ $field }”
paper-role-user = the visitor
paper-role-end-user = an end user
paper-role-patient = a patient
paper-role-caregiver = a carer
paper-role-pupil = a pupil
paper-role-guardian = a guardian
paper-role-relative = a relative
paper-role-child = a child
paper-role-recipient = a recipient
paper-role-customer = a customer
paper-role-own = a person in the role “{ $role }”
paper-role-unknown = not known
paper-consent-none = consent question left unanswered
paper-consent-reject = consent refused
paper-consent-accept = consent given
paper-switch-on = on
paper-switch-off = off
paper-switch-unknown = not known
paper-setting-automatic-matching = automatic matching of form fields
paper-setting-automatic-email = automatic collection of e-mail addresses
paper-setting-automatic-phone = automatic collection of phone numbers
paper-setting-automatic-address = automatic collection of postal addresses
paper-setting-enhanced-conversions = enhanced conversions
paper-setting-capture-keystrokes = recording of key strokes
paper-setting-mask-emails = masking of e-mail addresses
paper-setting-mask-all = masking of all text
paper-setting-hash-identifiers = hashing of identifiers
paper-setting-autocapture = automatic capture of clicks and forms
paper-setting-session-replay = recording of visits
paper-setting-mask-inputs = masking of what is typed
paper-setting-mask-text = masking of text
paper-setting-mask-digits = masking of digits
paper-setting-user-attributes = taking what the page hands over about the visitor
paper-setting-mask-elements = masking of chosen parts of pages
paper-setting-waits-for-consent = waiting for consent
paper-setting-form-analytics = measuring how forms are filled in
paper-setting-form-listener = listening for forms that are sent
paper-setting-advanced-matching = handing known identifiers to advertising scripts
paper-setting-google-signals = joining with what Google knows of signed-in visitors (Google signals)
paper-setting-redact-emails = leaving out of e-mail addresses
paper-setting-anonymize-ip = shortening of IP addresses

## Codes: places in a request, steps of a disguise
paper-part-url-path = path of the address
paper-part-url-query = parameter of the address
paper-part-url-fragment = fragment of the address
paper-part-header = header
paper-part-cookie = cookie
paper-part-referer = address of the page it came from (Referer)
paper-part-body = body of the request
paper-part-frame = message on an open connection (WebSocket)
paper-form-encoded = encoded, as anybody can read it back: { $how }
paper-form-reversed = written backwards, as anybody can read it
paper-form-plain = in plain text
paper-hash-sha256 = hashed with SHA-256
paper-hash-sha1 = hashed with SHA-1
paper-hash-md5 = hashed with MD5
paper-hash-sha512 = hashed with SHA-512
paper-hash-sha384 = hashed with SHA-384
paper-hash-sha224 = hashed with SHA-224
paper-hash-sha3-256 = hashed with SHA3-256
paper-hash-blake2b = hashed with BLAKE2b
paper-hash-blake3 = hashed with BLAKE3
paper-hash-ripemd160 = hashed with RIPEMD-160
paper-hash-whirlpool = hashed with Whirlpool
paper-hash-sha512-256 = hashed with SHA-512/256
paper-hash-sha3-224 = hashed with SHA3-224
paper-hash-sha3-384 = hashed with SHA3-384
paper-hash-sha3-512 = hashed with SHA3-512
paper-hash-blake2b-256 = hashed with BLAKE2b-256
paper-hash-blake2s = hashed with BLAKE2s
paper-hash-md4 = hashed with MD4
paper-hash-md2 = hashed with MD2
paper-hash-murmur3-128 = hashed with MurmurHash3 (128 bits)
paper-hash-murmur3-128-le = hashed with MurmurHash3 (128 bits, other byte order)
paper-hash-murmur3-64 = hashed with MurmurHash3 (64 bits)
paper-hash-murmur3-32 = hashed with MurmurHash3 (32 bits)
paper-hash-xxh64 = hashed with xxHash (64 bits)
paper-hash-crc32 = checksum (CRC-32)
paper-hash-adler32 = checksum (Adler-32)
paper-hash-keccak-256 = hashed with Keccak-256
paper-hash-murmur3-128-seed-31 = hashed with MurmurHash3 (128 bits, seed 31)
paper-hash-murmur3-x86-128 = hashed with MurmurHash3 (x86, 128 bits)
paper-hash-murmur3-x86-128-le = hashed with MurmurHash3 (x86, 128 bits, other byte order)
paper-hash-murmur3-128-number = hashed with MurmurHash3 (128 bits, written as one number)
paper-hash-xxh3-128 = hashed with XXH3 (128 bits)
paper-hash-xxh3-64 = hashed with XXH3 (64 bits)
paper-hash-fnv1a-64 = hashed with FNV-1a (64 bits)
paper-hash-fnv1a-32 = hashed with FNV-1a (32 bits)
paper-hash-xxh32 = hashed with xxHash (32 bits)
paper-hash-murmur3-32-seed-1 = hashed with MurmurHash3 (32 bits, seed 1)
paper-hash-murmur3-32-seed-42 = hashed with MurmurHash3 (32 bits, seed 42)
paper-hash-string-hash = hashed as Java hashes a string
paper-hash-salt-before = with salt before it
paper-hash-salt-after = with salt after it
paper-hash-hmac = with a key (HMAC)
paper-encoding-hex = written in hexadecimal
paper-encoding-hex-upper = written in hexadecimal capitals
paper-encoding-base64 = written in Base64
paper-encoding-base64url = written in Base64 for addresses
paper-encoding-base32 = written in Base32
paper-encoding-base58 = written in Base58
paper-encoding-uuid = written as a UUID
paper-encoding-name-uuid = written as a UUID made from a name
paper-encoding-rot13 = letters shifted (ROT13)
paper-encoding-reversed = reversed
paper-encoding-raw = as raw bytes
paper-encoding-truncated = cut short
paper-tidy-trim = blanks around it removed
paper-tidy-lowercase = in lower case
paper-tidy-uppercase = in upper case
paper-tidy-no-space = blanks removed
paper-tidy-no-separator = separators removed
paper-tidy-no-diacritics = accents removed
paper-tidy-latin-only = only Latin letters and digits kept
paper-tidy-latin-only-name = only Latin letters and digits kept
paper-tidy-digits = digits only
paper-tidy-e164 = phone number in international form (E.164)
paper-tidy-e164-digits = phone number in international form without plus
paper-tidy-national = phone number in national form
paper-tidy-national-significant = phone number without leading zero and country code
paper-tidy-double-zero = phone number with 00 in place of the plus
paper-tidy-country-code-and-trunk = phone number with country code and leading zero
paper-tidy-country-code-and-trunk-plus = phone number with plus, country code and leading zero
paper-tidy-meta-phone = phone number as Meta writes it
paper-tidy-meta-name = name as Meta writes it
paper-tidy-whole-name-compact = given and family name without spaces, lower case
paper-tidy-whole-name-uppercase = given and family name in upper case
paper-tidy-meta-postcode = postal code as Meta writes it
paper-tidy-google-phone = phone number as Google writes it
paper-tidy-google-name = name as Google writes it
paper-tidy-gmail-dots = dots before @ removed (Gmail)
paper-tidy-gmail-dots-plus-tag-cut = dots and plus tag before @ removed (Gmail)
paper-tidy-dots-cut = dots before @ removed
paper-tidy-plus-tag-cut = plus tag before @ removed
paper-tidy-pnr-10 = national identity number with 10 digits
paper-tidy-pnr-12 = national identity number with 12 digits
paper-tidy-pnr-10-hyphen = national identity number with 10 digits and hyphen
paper-tidy-pnr-12-hyphen = national identity number with 12 digits and hyphen
paper-tidy-iban-compact = account number without blanks
paper-tidy-date-iso = date as year-month-day
paper-tidy-date-iso-short = date as year-month-day without zeros
paper-tidy-date-compact = date as digits only
paper-tidy-date-dots = date with dots
paper-tidy-date-slashes = date with slashes, day first
paper-tidy-date-slashes-us = date with slashes, month first
paper-tidy-date-short = date with two digits for the year
paper-tidy-read-in = read as a number of the country { $country }
paper-tidy-letter-case = in other letter case
paper-tidy-respaced = with other separators
paper-tidy-idn-ascii = domain written in ASCII (xn--)
paper-tidy-idn-unicode = domain written in its own letters
paper-tidy-gmail-canonical = Gmail address in one form
paper-tidy-plus-tag-cut-dots-cut = dots and plus tag before @ removed
paper-tidy-grouped = phone number in the groups of its country
paper-tidy-grouped-international = phone number in groups, international
paper-tidy-customary = phone number as it is usually written
paper-tidy-customary-international = phone number as it is usually written, international
paper-tidy-first-capital = with a capital first letter
paper-tidy-international-one-space = phone number with its country's code apart
paper-tidy-customary-other = phone number as it is also written
paper-tidy-former-trunk = phone number with a former leading digit
paper-tidy-no-space-no-punctuation = blanks and punctuation removed
paper-tidy-no-space-address = address without blanks
paper-tidy-no-punctuation = punctuation removed
paper-tidy-country-code = code of the country
paper-tidy-country-code-uppercase = code of the country in capitals
paper-tidy-date-compact-day-first = date as digits only, day first
paper-tidy-date-compact-us = date as digits only, month first
paper-tidy-date-dashes-day-first = date with dashes, day first
paper-tidy-date-dots-short = date with dots and two digits for the year
paper-tidy-date-slashes-us-short = date with slashes, month first, two digits for the year
paper-tidy-date-year-slashes = date with slashes, year first
paper-tidy-date-short-day-first = date with two digits for the year, day first
paper-tidy-birth-year = year of birth only
paper-tidy-birth-month = month of birth only
paper-tidy-birth-day = day of birth only
paper-tidy-pnr-10-plus = national identity number with 10 digits and plus
paper-tidy-no-separator-lowercase = separators removed, in lower case
paper-tidy-gmail-domain = googlemail.com written as gmail.com
paper-tidy-gmail-domain-dots = googlemail.com written as gmail.com, dots before @ removed
paper-tidy-gmail-domain-plus-tag-cut = googlemail.com written as gmail.com, plus tag removed
paper-tidy-yahoo-tag-cut = tag after the hyphen before @ removed (Yahoo)
paper-tidy-domain-lowercase = domain in lower case
paper-tidy-google-phone-national = national phone number as Google writes it
paper-tidy-google-phone-significant = national phone number without a leading zero as Google writes it
paper-tidy-meta-phone-national = national phone number as Meta writes it
paper-tidy-google-phone-double-zero = phone number with 00 as Google writes it
paper-tidy-no-diacritics-spaces = accents removed, blanks kept
paper-tidy-folded = letters folded to a to z
paper-tidy-folded-spaces = letters folded to a to z, blanks kept
paper-tidy-digraphs = å, ä and ö written as aa, ae and oe
paper-tidy-hyphen-as-space = blank in place of the hyphen
paper-tidy-typographic-apostrophe = with a typographic apostrophe
paper-tidy-straight-apostrophe = with a straight apostrophe
paper-tidy-external-id-compact = number without separators
paper-tidy-country-alpha-3 = code of the country, three letters
paper-tidy-country-alpha-3-uppercase = code of the country, three capitals
paper-tidy-postal-code-without-country = postal code without the country
paper-tidy-iban-grouped = account number in groups of four
paper-tidy-card-grouped = card number in groups of four
paper-tidy-card-hyphens = card number with hyphens in groups of four
paper-tidy-date-slashes-short = date with slashes and no zeros, day first
paper-tidy-date-year-dots = date with dots, year first
paper-tidy-date-hour = date with the hour
paper-tidy-date-midnight = date with the time midnight
paper-tidy-date-midnight-utc = date with the time midnight (UTC)
paper-tidy-date-midnight-milliseconds = date with the time midnight in milliseconds
paper-tidy-dated-hyphen = number with a hyphen after the date
paper-layer-percent = percent-encoding
paper-layer-html-entities = HTML entities
paper-layer-unicode-escape = Unicode escapes
paper-layer-bytes = byte by byte
paper-layer-gzip = compression (gzip)
paper-layer-zip = file of a zip archive
paper-layer-zlib = compression (zlib)
paper-layer-deflate = compression (deflate)
paper-layer-zstd = compression (Zstandard)
paper-layer-brotli = compression (Brotli)
paper-layer-json = JSON
paper-layer-multipart = form parts (multipart)
paper-layer-form = form fields
paper-layer-utf-16le = UTF-16 (little-endian)
paper-layer-utf-16be = UTF-16 (big-endian)
paper-layer-quoted-printable = quoted-printable
paper-layer-iso-8859-1 = Latin-1
paper-layer-base64 = Base64
paper-layer-base64url = Base64 for addresses
paper-layer-base32 = Base32
paper-layer-hex = hexadecimal writing
paper-layer-protobuf = Protocol Buffers
paper-layer-msgpack = MessagePack
paper-layer-der = a certificate or signature (DER)
paper-layer-cbor = CBOR
paper-layer-split = split over several fields
paper-layer-keystrokes = keystroke by keystroke
paper-layer-date = date written in another way
paper-layer-number = number that lost its leading zeros
paper-layer-charset = another character set
paper-layer-nfkc = full-width signs or digits of another script

## Notification: the paper
paper-notification-title = Notification of a personal data breach
paper-notification-about = Notification to the supervisory authority under Article 33 of the General Data Protection Regulation, case { $case }
paper-notification-footer = Case { $case } · Article 33 GDPR
paper-page-number = Page
paper-page-of = of
paper-draft-mark = Draft
paper-draft-line = Draft, not filed
paper-draft-why = Nothing in this paper has been sent. A named person concludes and sends it.
paper-exercise-mark = Exercise
paper-exercise-line = Exercise, not a real breach
paper-exercise-why = This paper belongs to an exercise and must not be sent to an authority.
paper-unapproved-mark = Draft
paper-unapproved-line = Draft, not approved
paper-unapproved-why = Nobody has approved this letter yet, and it must not be sent.
paper-letter-sender = From
paper-letter-dpo = Data protection officer
paper-letter-sender-gap = [to be filled in: who sends the letter, with address and telephone]
paper-letter-dpo-gap = [to be filled in: whom people can ask, with telephone and e-mail]
paper-letter-part-gap = [to be filled in: written for the people concerned, in the language of the letter]
paper-letter-greeting = Hello { $name },
paper-case = Case
paper-aware = Became aware
paper-as-of = As it stood on
paper-changed = Changed since the last notification
paper-basis = The fields follow the form “{ $form }”. Source: { $source }.
paper-basis-draft = The fields follow the draft form “{ $form }”, which is not final; the authority may ask for them in another order. Source: { $source }.
paper-entry = Field
paper-answer = Answer
paper-section = Section
paper-promised = Promised for
paper-promised-none = no date promised
paper-promised-for = Promised for { $at }
paper-required = required
paper-section-nothing = Nothing in this section applies.
paper-attachment = The answers of this notification as JSON, schema sluss/notification/1
paper-open = What is not known yet
paper-open-none = Every field that applies has an answer.
paper-open-lead = { $required ->
        [0] Every required field has an answer.
        [one] One required field has no answer yet.
       *[other] { $required } required fields have no answer yet.
    } { $others ->
        [0] { "" }
        [one] One more field is open; it is marked below.
       *[other] { $others } more fields are open; they are marked below.
    }
paper-left-out = Does not apply here: { $fields }
paper-unknown = Not known yet
paper-assumed = Assumed, not yet confirmed
paper-not-applicable = Does not apply
paper-erased = This text has been erased; its digest stays in the log.
paper-at-least = at least { $n }
paper-at-most = at most { $n }
paper-yes = yes
paper-no = no

## What does not hold in a register or a bundle, by its code

paper-broken-link = the entry was changed, moved or taken out
paper-broken-log-line = the line is no entry of the log
paper-broken-clock = has an earlier time than the entry before it
paper-broken-case-events = the events of the case have a gap or cannot be read
paper-broken-checkpoint = the head of the log does not fit its entries
paper-broken-since = does not go on from the earlier export: entries at its end were cut off, or others were changed
paper-broken-container = the file was changed after it was sealed
paper-broken-damaged = cannot be read as it was written
paper-broken-destroyed = was destroyed on purpose; the reason is in the log
paper-broken-digest = was changed: its digest is another
paper-broken-integrity = the database file itself is damaged
paper-broken-key = names no key that could have signed
paper-broken-manifest-form = the list of files cannot be read
paper-broken-manifest-list = does not list the files as they are, and SHA256SUMS does
paper-broken-manifest-schema = the list of files is of a version that is not known here
paper-broken-missing = is missing
paper-broken-name = the name of the file is not allowed
paper-broken-pem = is not the key that the list of files names
paper-broken-projection = is listed otherwise than its events say
paper-broken-projection-older = the list was written by an older version; it is rebuilt by itself
paper-broken-reference = rows refer to something that is not there
paper-broken-row = the row cannot be read
paper-broken-schema = the tables are not those that this program makes
paper-broken-sealed-digest = the sealed content is not what was recorded
paper-broken-sealed-missing = the sealed content is missing and was not destroyed on purpose
paper-broken-signature = does not fit manifest.json: one of the two was changed after signing
paper-broken-signer = was signed with another key than the one expected
paper-broken-sums = does not list the files as they are
paper-broken-twice = stands twice in the file
paper-broken-uncovered = is in no entry of the log: it was added by another way
paper-broken-unlisted = is not in the list of files: it was added later
# people by month (scan)
paper-months-title = { $people ->
    [one] One person
   *[other] { $people } people
 } seen, by month
paper-months-none = No sighting has a time.

## Gaps: what could not be seen, and why (tables/gaps.toml)
paper-gap-what-step-of-all = Step “{ $step }” of journey “{ $journey }”
paper-gap-what-answered-yes = What { $page } does where its question is answered with yes
paper-gap-what-asked-in-dialog = What { $page } does with what it asks for in a dialog
paper-gap-what-further-addresses = The further addresses of { $page }
paper-gap-what-says = What { $page } says
paper-gap-what-on-leaving = what { $page } sends when it is left
paper-gap-what-farewell = messages sent over { $url } while its page was left
paper-gap-what-messages = messages sent over { $url }
paper-gap-what-rest-of-page = What else the page { $page } does
paper-gap-what-end-of = How the request to { $url } ended
paper-gap-what-further-pages = Further pages
paper-gap-what-shown-after = What the recording shows after step “{ $step }” (line { $line }) of journey “{ $journey }”
paper-gap-what-literal = What step “{ $step }” (line { $line }) of journey “{ $journey }” typed
paper-gap-what-time-stamp = The time stamp of the evidence
paper-gap-what-known-pages = { $n } more pages of the service that the audit knows of
paper-gap-what-window = A window that { $page } opened
paper-gap-what-further-down = What comes further down on { $page }
paper-gap-what-opened-before = { $n ->
    [one] { $n } more page that was opened before something typed was kept on the device
   *[other] { $n } more pages that were opened before something typed was kept on the device
}
paper-gap-what-files = { $n ->
    [one] { $n } file that pages of the service link to
   *[other] { $n } files that pages of the service link to
}
paper-gap-what-button = What the button { $button } on { $page } does
paper-gap-what-frame-buttons = What the buttons in the frame { $page } open
paper-gap-what-covered = Fields and buttons of { $page } that something lies over
paper-gap-what-stands-on = Fields, buttons and links of { $page }
paper-gap-what-link-left = What the link { $link } leads to ({ $page })
paper-gap-what-address-left = What { $page } shows
paper-gap-what-typed = The value typed into the field { $field } on { $page }
paper-gap-what-field = The field { $field } on { $page }
paper-gap-what-fields = The fields { $fields } on { $page }
paper-gap-what-form = The form { $form } on { $page }
paper-gap-what-sent-form = What happens after the form { $form } on { $page } has been sent
paper-gap-what-picture = The picture of the step “{ $step }”
paper-gap-what-accept = The visit to { $url } with consent given
paper-gap-what-reject = The visit to { $url } with consent refused
paper-gap-what-step = The step “{ $step }” of the journey “{ $journey }” ({ $consent })
paper-gap-what-steps = Steps of the journey “{ $journey }”: { $n }
paper-gap-what-more-steps = { $n ->
    [one] The next step
   *[other] The { $n } further steps
} of the journey “{ $journey }”
paper-gap-what-journey = The journey “{ $journey }” ({ $consent })
paper-gap-what-first-attempt = The first attempt at the journey “{ $journey }” ({ $consent }); it was tried again
paper-gap-what-rest-of-journey = The rest of the journey “{ $journey }” ({ $consent })
paper-gap-what-names = Whose server really stands behind { $hosts }
paper-gap-what-answer = What the service does when it gets the request to { $url } ({ $method })
paper-gap-what-would-have-done = What { $url } would have done
paper-gap-what-would-have-got = What { $host } would have been sent
paper-gap-what-message = A message sent over { $url }
paper-gap-what-body = The content of a request to { $url } ({ $method })
paper-gap-what-nested = Packed data inside a request to { $url } ({ $method })
paper-gap-what-behaviour = What scripts did beside sending
paper-gap-what-pop-ups = Windows that { $page } opened
paper-gap-what-file = The file at { $url }
paper-gap-what-answered = What { $url } answered
paper-gap-what-spared = The form “{ $form }” on your list of forms that are never sent
paper-gap-what-on-the-wire = The request to { $url } ({ $method }) as it went out
paper-gap-what-put-together = How the request to { $url } ({ $method }) was put together
paper-gap-what-came-from = What caused the request to { $url } ({ $method })
paper-gap-what-name-from = What had the name { $host } looked up
paper-gap-what-connection-from = What had a connection to { $url } opened
paper-gap-what-log-end = The end of the browser's own network log
paper-gap-what-log = The browser's own network log
paper-gap-what-setting = The setting “{ $setting }” at { $vendor }, account { $account }
paper-gap-what-setting-of = The setting “{ $setting }” at { $vendor }
paper-gap-what-zone = The zone “{ $zone }”
paper-gap-what-own-server = What { $host } does with requests in the shape of { $vendor }
paper-gap-what-a-form-sent = What follows when a form on { $page } is sent
paper-gap-what-page = The page { $url }
paper-gap-what-later = what { $url } does { $n } seconds after it began
paper-gap-what-unread-event = what the browser told by { $method }
paper-gap-what-other-end = who was at the other end of WebRTC on { $page }
paper-gap-why-own-answer = it answers the consent dialog; each run gives its own answer
paper-gap-why-no-frame = there is no frame at “{ $path }” (counted from 0)
paper-gap-why-never-stays = it goes on to another document by itself all the time
paper-gap-why-ended-at-once = it ended at once{ $told }
paper-gap-why-not-startable = it cannot be started: { $why }
paper-gap-why-answered-no = its dialog was answered with no
paper-gap-why-unanswered-dialog = its dialog was left without an answer
paper-gap-why-address-changes = its script changes the address all the time: it was looked at as one page
paper-gap-why-pdf-page = it is a PDF document: its text is not looked at
paper-gap-why-held-step = what it sends is held back in this mode; --mode submit sends it
paper-gap-why-after-held-step = it may rest on what is held back in this mode; --mode submit sends it
paper-gap-why-only-looks = this mode only looks; with --mode fill the audit types and clicks
paper-gap-why-untyped = nothing is typed in this mode; with --mode fill it is filled in
paper-gap-why-after-spared-form = it may rest on a form that is on the list of forms that are never sent
paper-gap-why-held-typed = a button that sends lets out nothing that was typed, in this mode; it was recorded, but held back
paper-gap-why-held-for-good = a button that buys, deletes or logs out lets out nothing that was typed and nothing to the service; it was recorded, but held back
paper-gap-why-held-again = a form is sent once, or never where you say so, and this press was not to send; it was recorded, but held back
paper-gap-why-held-looking = this press was to show what it opens, or had been made before, so that what may change something was recorded, but held back
paper-gap-why-not-allowed = It did not come, and the request that it was to allow was not sent: who asked for it got nothing but the question.
paper-gap-why-led-away = it leads to { $host }, which is not among the addresses of the service (first_party)
paper-gap-why-covered-keys-by = No mouse reaches them while a dialog or layer lies over them, and the audit did not get it away. { $button } opened it. Fields were filled, as by somebody who only uses the keyboard; buttons were not pressed.
paper-gap-why-covered-keys = No mouse reaches them while a dialog or layer lies over them, and the audit did not get it away. Fields were filled, as by somebody who only uses the keyboard; buttons were not pressed.
paper-gap-why-nothing-looked-at = nothing of the service was looked at
paper-gap-why-own-server = They carried { $identifiers } to a server of your own. It may be passed on, which no browser can see: ask whoever runs the server.
paper-gap-received-data = personal data
paper-gap-received-shape = requests in the shape of a tracker
paper-gap-why-unasked = --resolve sends it elsewhere, and without --resolver nobody is asked whom the name belongs to. It got { $received }.
paper-gap-why-held-request = nothing that may change something is sent in this mode; it was recorded, but held back
paper-gap-why-farewell = the page's own content security policy hides them; --proxy shows them
paper-gap-why-messages = the browser told of { $n } messages, { $m } went through the proxy; those were kept
paper-gap-why-never-loaded-so-far = The page never finished loading; { $n } MB of it had come.
paper-gap-why-never-loaded = The page never finished loading.
paper-gap-why-no-answer = No answer came from { $hosts }.
paper-gap-why-script-ended = The page was stuck for five seconds; its script was stopped.
paper-gap-why-page-crashed = The page crashed.
paper-gap-why-under-way = It was still under way when the audit went on.
paper-gap-why-not-kept = The field did not keep it as it was typed, so it may look different when it leaves.
paper-gap-why-limit = They were not visited: --pages { $n } is the limit. A higher one visits more.
paper-gap-why-no-address = It has no address of its own, so it could not be visited; nothing was typed into it.
paper-gap-why-endless = The page grew each time its end was reached, and was left after { $n } times. What comes below was not looked at.
paper-gap-why-opened-again = Only the first { $n } were opened again to see what they send of it.
paper-gap-why-files = Downloads and documents are not opened.
paper-gap-why-button-buys = It was not pressed: its words say that it buys or pays.
paper-gap-why-button-deletes = It was not pressed: its words say that it deletes.
paper-gap-why-button-ends = It was not pressed: its words say that it logs out or ends something.
paper-gap-why-link-ends = It was not opened: its words or address say that it deletes, logs out or ends something. What stands behind it was not tested.
paper-gap-why-button-keeps = It was not pressed: its words say that it prints or downloads.
paper-gap-why-grave = Its button says that it buys, deletes or logs out. It was pressed, and what it sends was recorded but held back; no mode sends it.
paper-gap-why-covered = No visitor reaches them while a dialog or layer lies over them, and the audit did not get it away. They were not tested.
paper-gap-why-field-refused = It does not say what belongs in it, and it refused a made-up word. It was left empty; what a visitor types there was not tested.
paper-gap-why-field-riddle = Only people can tell what belongs there. What a visitor types there was not tested.
paper-gap-why-field-other-number = It made another telephone number of what was typed, which may be somebody’s, so it was left empty. What a visitor types there was not tested.
paper-gap-why-field-takes-nothing = It took none of the values that were tried. What a visitor types there was not tested.
paper-gap-why-field-offers-nothing = It takes no keys, and a click into it opened nothing to choose from. What a visitor chooses there was not tested.
paper-gap-why-field-unreachable = Nothing could be typed into it, so what a visitor types there was not tested.
paper-gap-why-field-not-filled = It could not be filled in ({ $why }).
paper-gap-why-never-send = It is on your list of forms that are never sent.
paper-gap-why-never-send-near = Its name is nearly { $name }, which stands on your list of forms that are never sent and fits none here. It was not sent.
paper-gap-why-form-pressed-fields = { $button } was pressed, but the form stayed and nothing of it was seen to go out. The page calls these fields wrong: { $fields }. What happens after sending was not tested.
paper-gap-why-form-pressed-alert = { $button } was pressed, but the form stayed and nothing of it was seen to go out. The page shows an error message ({ $n } characters). What happens after sending was not tested.
paper-gap-why-form-pressed-silent = { $button } was pressed, but the form stayed and nothing of it was seen to go out. The page does not say why. What happens after sending was not tested.
paper-gap-why-form-pressed-unread = { $button } was pressed and the form stayed. Something went to others that cannot be read: the form may have gone out with it, and was not sent a second time.
paper-gap-why-form-shut-fields = Its button { $button } stayed disabled. The page calls these fields wrong: { $fields }. What happens after sending was not tested.
paper-gap-why-form-shut-alert = Its button { $button } stayed disabled. The page shows an error message ({ $n } characters). What happens after sending was not tested.
paper-gap-why-form-shut-silent = Its button { $button } stayed disabled, and the page does not say why. What happens after sending was not tested.
paper-gap-why-answer-untried = The form it stood in was sent before it was pressed, and did not come up again. What it leads to was not tested.
paper-gap-why-form-unpressed = No button that sends it could be pressed. What happens after sending was not tested.
paper-gap-why-script-failed = The audit's own script failed on this page: fields, buttons or links may have been overlooked. Please report it.
paper-gap-why-covered-by = No visitor reaches them while a dialog or layer lies over them, and the audit did not get it away. { $button } opened it. They were not tested.
paper-gap-why-file-sent = The page sent the file to the service as soon as it was chosen, without a button. This was not held back, though this mode sends no forms.
paper-gap-why-fill-mode = The audit filled in the form and pressed its buttons but did not send it. Run it again with --mode submit where that is allowed.
paper-gap-why-held = In this mode nothing is sent to the service that may change something there: recorded, but held back.
paper-gap-why-leaves-service = It leads away from the service, and an audit never goes there: recorded, but not sent.
paper-gap-why-not-written = It could not be written to the disk ({ $why }).
paper-gap-why-no-dialog = No consent question with such a button was found. The pages were visited without answering it. If the service does ask, the answer was not tested.
paper-gap-why-step-failed = The step “{ $step }” failed (line { $line } of the recording), and what follows rests on it.
paper-gap-why-nothing-near = Nothing on the page matches { $wanted }; the nearest there is { $near }.
paper-gap-why-nothing = Nothing on the page matches { $wanted }.
paper-gap-why-outside-service = { $url } is below none of the addresses of the service (first_party), so it was not visited. If it is the service’s own, add it there; else end the recording before it.
paper-gap-why-error-without-page = The server answered with an error and without a page. Mend the address, or the service.
paper-gap-why-no-selector = { $wanted } is no valid selector: neither CSS nor XPath.
paper-gap-why-never-true-error = The expression that the recording waits for never became true; it ended in an error: { $error }. Mend the expression, give the step a longer timeout, or record the journey anew.
paper-gap-why-never-true = The expression that the recording waits for never became true. Give the step a longer timeout, or record the journey anew.
paper-gap-why-count = Number of { $wanted } on the page: { $found }. The recording waits for { $operator } { $count }.
paper-gap-why-led-elsewhere = The recording goes on to { $there }; the page showed { $here }.
paper-gap-why-never-visible = { $wanted } is on the page, but never became visible.
paper-gap-why-never-hidden = { $wanted } stayed visible; the recording waits for it to go.
paper-gap-why-not-as-recorded = { $wanted } is on the page, but its attributes or properties are not those that the recording waits for.
paper-gap-why-custom-step = Only the browser extension that wrote this step can do it. It was left out and the journey went on. Record it as clicks and inputs to have it done.
paper-gap-why-no-pop-up = No pop-up window shows { $url }.
paper-gap-why-replaced = The page was replaced by another while it was looked at.
paper-gap-why-no-page = { $url } shows no page ({ $why })
paper-gap-why-slow-address = { $url } did not load within { $n } seconds
paper-gap-why-slow = The page did not load within { $n } seconds.
paper-gap-why-led-nowhere = Nothing followed it within { $n } s, though the recording goes on to another page here. The steps after it were not carried out.
paper-gap-why-password = It asks for a user name and password, and the audit has none.
paper-gap-why-browser-ended = The browser ended.
paper-gap-why-stopped = The audit was stopped.
paper-gap-why-stopped-before = The audit was stopped before it.
paper-gap-why-literal = The recording holds a value written out, no mark such as {"{{user.email}}"}: it is not looked for in what was sent. Put a mark in its place.
paper-gap-why-blank = It never finished loading, and shows nothing.
paper-gap-why-unframed = none of its frames loaded, and it shows nothing else
paper-gap-why-asked-on = The page went on asking { $url } for more than { $n } s whether it was done; that was not waited for.
paper-gap-what-more-buttons = What { $n } more buttons on { $page } do
paper-gap-why-form-answered-fields = { $button } was pressed, the service was sent it, and the form stayed; the page calls wrong: { $fields }. What follows was not seen.
paper-gap-why-fields-unseen = They were filled, and nothing of them was seen to go out, whatever was pressed beside them.
paper-gap-why-buttons-spent = { $n } buttons of the page were pressed in search of fields, and no more.
paper-gap-why-chosen-steps = It asks one thing after the other: it was left after { $n } steps.
paper-gap-why-undrawn = it shows nothing: one of its scripts failed, and with it what it was to draw
paper-gap-why-empty-page = it has loaded and shows nothing
paper-gap-why-others-openers = the frame belongs to another site: only buttons beside fields are pressed in it
paper-gap-why-foreign = It stands in a frame of another site, outside first_party. It was filled, and what it sends was recorded but held back.
paper-gap-why-deaf = The browser no longer answered.
paper-gap-why-broke-off = the routine broke off by a fault of the program, and nothing runs by schedule until it is started again: { $problem }
paper-gap-why-unstamped = No time stamp was to be had: { $problem }. The bundle is sealed without it.
paper-gap-why-not-loaded = It did not load ({ $why }).
paper-gap-why-status = The server answered with the error { $status }.
paper-gap-why-blob = It was empty, or of a kind the browser does not show.
paper-gap-why-cut = { $n } bytes were sent, but only { $m } of them were seen.
paper-gap-why-report = { $n } bytes of a report were sent that the browser makes itself and does not show: it carries the page's address, with all that stands in it. --proxy shows it.
paper-gap-why-unseen-length = { $n } bytes were sent, but the browser could not show them.
paper-gap-why-unseen = Something was sent, but the browser could not show it.
paper-gap-why-too-many-acts = There were more than { $n } acts; the rest was not noted.
paper-gap-why-too-many-windows = There were more than { $n }; the others were closed unseen.
paper-gap-why-windows-for-ever = The page keeps opening windows; those beyond { $n } were not looked at.
paper-gap-why-download = It is a download, and an audit does not download files.
paper-gap-why-too-long = It was longer than 1 MB and was not kept.
paper-gap-why-gone = The browser no longer had it.
paper-gap-why-fits-none-near = No form that was met fits it. Did you mean { $near }?
paper-gap-why-fits-none = No form that was met fits it.
paper-gap-why-past-proxy = Such connections go past every proxy; only the browser told of it.
paper-gap-why-unseen-by-proxy = The browser told of it, but it did not pass the recording proxy.
paper-gap-why-only-proxy = Only the recording proxy saw it; the browser told of no such request.
paper-gap-why-only-log = The browser's own network log tells of it; none of its other interfaces did.
paper-gap-why-worker-check = The browser itself asked whether the script of a service worker has changed, as it does from time to time. Only its own network log tells of that.
paper-gap-why-opened-ahead = The browser opened a connection in advance, and no request followed. Only its own network log tells of that.
paper-gap-why-looked-up = The browser looked up a name in advance, and no request followed. Only its own network log tells of that.
paper-gap-why-log-unread = The browser wrote none that can be read.
paper-gap-why-log-late = The browser did not write it in time.
paper-gap-why-differ = The browser told of { $n } bytes, { $m } passed the recording proxy; those were kept.
paper-gap-why-no-way = The recording proxy could not reach it ({ $why }).
paper-gap-why-no-record = No answer was recorded.
paper-gap-why-declared-unshown = It could not be checked: it was declared, and nothing that was served or sent shows it.
paper-gap-why-zone-empty = No page lies in it: “{ $other }” before it takes them all.
paper-gap-why-server-error = The server answered with an error.
paper-gap-why-body-not-kept = Its content was not kept.
paper-gap-why-budget = Unpacking it gave more than { $n } bytes, and it was stopped there.
paper-gap-why-zip-encrypted = A file in the zip archive is encrypted.
paper-gap-why-zip-method = A file in the zip archive is packed in a way this program does not open.
paper-gap-why-pdf = A PDF document: its text was read only where it is stored as letters.
paper-gap-why-encoding = It is packed in a way that is not opened here: { $layer }.
paper-gap-why-not-that = It says it is packed as { $layer }, but is not.
paper-gap-why-server-silent = The name server { $server } did not answer.
paper-gap-why-server-failed = The name server { $server } could not say ({ $why }).
paper-gap-why-unload-served = it listens to `unload`, and a service worker serves it: Chromium loses some of what is sent then
paper-gap-why-long-timer = timers longer than five seconds are not waited for
paper-gap-why-unread-event = this program cannot read it
paper-gap-why-webrtc = servers and the messages of data channels were seen; the browser tells neither who is at the other end nor sound and pictures, and direct traffic past every proxy was closed to it
paper-gap-why-unreachable = { $url } could not be reached ({ $why })
paper-gap-why-browser-failed = the browser could not be used ({ $why })
paper-gap-why-no-browser = no Chromium was found
paper-gap-why-configuration-status = https://{ $url } answered { $status }
paper-gap-why-configuration-unread = https://{ $url } holds no setting that can be read
paper-gap-why-configuration-missing = https://{ $url } could not be fetched ({ $why })
paper-gap-why-hook-status = the webhook answered { $status }
paper-gap-why-hook-failed = the webhook could not be reached ({ $why })
paper-gap-why-hook-at-status = the webhook at { $host } answered { $status }
paper-gap-why-hook-at-failed = the webhook at { $host } could not be reached ({ $why })
paper-gap-why-no-answer-in = no answer in { $n } s
paper-gap-why-mail-receiver = a receiver is no mail address
paper-gap-why-mail-sender = the sender is no mail address
paper-gap-why-mail-address = the mail server is not named as smtp://host:port or smtps://host
paper-gap-why-mail-unencrypted = a password is not sent to another machine without encryption
paper-gap-why-hook-unencrypted = a token is not sent to another machine without encryption
paper-gap-why-mail-offers = the mail server does not offer what is asked of it ({ $why })
paper-gap-why-unset = { $name } is not set
paper-gap-why-not-set-up = { $name } is not set up
paper-gap-why-secret-unread = { $file } cannot be read ({ $why })
paper-gap-why-mail-status = the mail server answered { $status }
paper-gap-why-mail-silent = the mail server does not answer
paper-gap-why-mail-certificate = the mail server's certificate is not accepted
paper-gap-why-mail-unreachable = the mail server could not be reached
paper-gap-why-mail-unnamed = no mail server is named: give SLUSS_SMTP, or `smtp` under [watch]

## Report: what to do now, what scripts did
paper-now = What to do now
paper-now-stop = Stop what leaves: change what stands under “What to change” at each finding, the gravest first.
paper-now-decide = Have somebody decide today whether this is a personal data breach. From the moment you know of one, the 72 hours of GDPR Article 33 run. The tool proposes; a named person concludes.
paper-now-case = Keep the reasons in the register, whatever the decision is:
paper-now-again = Audit again. Only that shows that it has stopped.
paper-now-look = Look at what could not be seen, and see to it that it can be: “nothing found” does not cover it.
paper-how = How it was seen: { $n ->
        [one] { $n } example
       *[other] { $n } examples
    }, with the request as evidence
paper-picture-there = See the page at this step
paper-behaviours = What scripts did beside sending
paper-behaviours-lead = Reading a field or listening to keys sends nothing by itself, but it is the step before. Known tools, fonts and forms do it too; ask each script's owner what it is for.
paper-behaviours-none = No script of a third party was seen to read fields, listen to keys or keep something.
paper-script-of = Whose script
paper-reads = Reads the fields
paper-hears = Listens to keys on
paper-keeps = Keeps on the visitor's device
paper-kept-sent = { $n ->
        [one] sent along in { $n } request
       *[other] sent along in { $n } requests
    }
paper-and-more = and { $n } more
paper-relation-listed = third party, a tracker according to the list “{ $list }”

## Steps: what was done (tables/gaps.toml)
paper-gap-step-open = open { $page }
paper-gap-step-fill = fill in { $fields }
paper-gap-step-click = press { $button }
paper-gap-step-change = type into { $field }
paper-gap-step-navigate = go to { $page }
paper-gap-step-consent-accept = give consent
paper-gap-step-consent-reject = refuse consent
paper-gap-step-mouse-away = move the mouse out of the page
paper-gap-step-leave = leave the page
paper-gap-step-key-down = press { $key } down
paper-gap-step-key-up = let { $key } go
paper-gap-step-hover = point at { $element }
paper-gap-step-double-click = double-click { $element }
paper-gap-step-viewport = set the window to { $size }
paper-gap-step-scroll = scroll the page
paper-gap-step-scroll-element = scroll { $element }
paper-gap-step-wait-element = wait for { $element }
paper-gap-step-network-speed = change the speed of the network
paper-gap-step-wait-expression = wait for a condition
paper-gap-what-bodies = { $n ->
    [one] The content of { $n } request to { $host } in { $file }
   *[other] The content of { $n } requests to { $host } in { $file }
}
paper-gap-why-not-in-file = { $n } bytes were sent that are not in the file
paper-gap-why-sent-not-in-file = what was sent is not in the file
paper-gap-unread-attached = the file { $name }, which holds what was sent, is not there, or larger than 32 MiB
paper-gap-unread-dump = the rows in the dump could not be opened; dump them as text (--format=plain)
paper-gap-what-hole = { $n } bytes that were sent from port { $port } to { $to }, in { $file }
paper-gap-why-lost-after = they were lost before they were recorded, after { $time }; whole requests may be among them
paper-gap-why-lost = they were lost before they were recorded; whole requests may be among them
paper-gap-unread-no-packet = no packet is in the capture
paper-gap-unread-flow-large = flow { $n } is larger than 32 MiB; it was read as bytes
paper-gap-unread-record-large = record { $n } is larger than 32 MiB; it was read as bytes
paper-gap-unread-only-answers = it holds answers ({ $n }) and no request, so what was sent is not in it
paper-gap-what-tls-streams = TLS connections in { $file }: { $n }
paper-gap-what-http2-streams = HTTP/2 connections in { $file }: { $n }
paper-gap-what-quic-packets = QUIC packets in { $file }: { $n }
paper-gap-what-other-streams = TCP connections without an HTTP request in { $file }: { $n }
paper-gap-what-datagrams = UDP packets in { $file }: { $n }
paper-gap-what-fragments = IP fragments in { $file }: { $n }
paper-gap-what-sealed-packets = IPsec and MACsec packets in { $file }: { $n }
paper-gap-what-foreign-packets = packets of other protocols in { $file }: { $n }
paper-gap-what-cut-packets = packets cut short in { $file }: { $n }
paper-gap-what-more-parts = { $n } more parts
paper-gap-why-encrypted = they are encrypted; record where the traffic is in clear, or in the browser
paper-gap-why-only-http1 = only HTTP/1.x is read from packets
paper-gap-why-cut-headers = their headers are not whole; record whole packets
paper-gap-why-fragments = they are not put together
paper-gap-why-thousand = only the first thousand are named
paper-gap-unread-cut = the file cannot be read from here on ({ $why })
paper-gap-unread-access-log = not a line of an access log; it was read as text
paper-gap-unread-har-large = entry { $n } of the HAR file is larger than 32 MiB; it was read as bytes
paper-gap-unread-list-large = entry { $n } of the list is larger than 32 MiB; it was read as bytes
paper-gap-unread-har-entry = entry { $n } of the HAR file: { $unread }
paper-gap-unread-list-entry = entry { $n } of the list: { $unread }
paper-gap-unread-no-object = it is no JSON object
paper-gap-unread-no-url = it has no address (`request.url` is empty)
paper-gap-unread-body-base64 = its body is not valid base64; it was read as it stands
paper-gap-unread-replaced = the program that wrote the file replaced bytes of the body that are no text; what stood there cannot be seen
paper-gap-unread-missing-field = `{ $field }` is missing
paper-gap-unread-follows = what stands after the JSON document is no such document; it was read as what it is
paper-gap-unread-har-cut = the HAR file ends in the middle; it was cut while it was written or copied
paper-gap-unread-list-cut = the list ends in the middle; it was cut while it was written or copied
paper-gap-unread-no-json = this is no HAR file, or not valid JSON; from here on it was read as bytes
paper-gap-unread-har-beside = beside `log` the HAR file holds something else; it was read as bytes
paper-gap-unread-no-har = this is no HAR file: it has no `log.entries`; it was read as bytes
paper-gap-unread-parquet-bare = a Parquet file is read from its end and has to be a file of its own; unpack it first
paper-gap-unread-zip-bare = a zip archive is read from its end and has to be a file of its own; unpack it first
paper-gap-unread-packed = files packed by { $what } are not opened here; unpack it first
paper-gap-unread-zip-broken = the zip archive cannot be read ({ $why }); it was read as bytes
paper-gap-unread-tar-nested = a tar archive inside another is not opened; unpack it first
paper-gap-unread-tar-broken = the tar archive is damaged or cut; what is left of it was read as bytes
paper-gap-unread-json-lines = lines of JSON without `url`: they were read as text, so when and to whom they were sent is not known
paper-gap-unread-zip-overlap = the files in the zip archive overlap; the rest of them was not read
paper-gap-unread-encrypted = it is encrypted; unpack it first
paper-gap-unread-table = table { $name } cannot be read to its end ({ $why }); the rest was read as bytes
paper-gap-unread-packed-inside = it is packed by { $method }; unpack it first
paper-gap-unread-line-long = the line is longer than 32 MiB; it was read as bytes, in pieces
paper-gap-unread-row-long = the row is longer than 32 MiB, or has more than 262,144 columns; from here on the file was read as bytes
paper-gap-unread-no-exchange-object = not an exchange: a line is an object like { $example }
paper-gap-unread-no-exchange-url = not an exchange: `url` is missing (column { $n })
paper-gap-unread-no-exchange-type = not an exchange: a value of the wrong type (column { $n })
paper-gap-unread-no-exchange-empty = not an exchange: `url` is empty (column { $n })
paper-gap-unread-no-exchange-json = not an exchange: the line is no valid JSON: { $why } (column { $n })
paper-gap-unread-no-exchange = not an exchange: { $why } (column { $n })
paper-gap-unread-no-exchange-nowhere = not an exchange: { $why }
paper-gap-unread-at = `at` is not a time like `2021-03-01T12:00:00Z`; the rest was read
paper-gap-unread-rows-odd = rows that are not what the file says of them were read as bytes
paper-gap-unread-har-time = `startedDateTime` is not a time like `2021-03-01T12:00:00Z`; the rest was read
paper-gap-unread-row-unclosed = a quotation mark in this row is never closed; the row was read to the end of its line
paper-gap-unread-two-bodies = both `body` and `body_base64` are given; both were read
paper-gap-unread-base64 = `body_base64` is not valid base64; it was read as it stands
paper-gap-unread-row = row: { $unread }
paper-gap-unread-parquet = the Parquet file cannot be read from here on ({ $why })
paper-gap-unread-column-type = `{ $name }` is of the wrong type; the rest was read
paper-gap-unread-column-twice = `{ $name }` stands twice; the first was read
paper-gap-unread-columns = { $names } are not what they should be; the rest was read
paper-gap-unread-url-empty = `url` is empty
paper-gap-unread-headers = `headers` are no list of pairs, no map and no JSON; the rest was read
paper-gap-unread-frames = `frames` are no list of texts; the rest was read
paper-gap-unread-request-lost = a request to { $to }: { $n } bytes were lost before they were recorded
paper-gap-unread-request-cut = a request to { $to }: its end was not recorded
paper-gap-unread-request-chunks = a request to { $to }: its chunks cannot be told apart
paper-gap-unread-socket = a WebSocket to { $to } could not be read on
paper-gap-unread-stray = bytes to { $to } belong to no request whose beginning was recorded; they were read as a body
paper-gap-unread-stray-kept = of the bytes to { $to } that belong to no such request only the first { $n } were kept
paper-gap-unread-link = { $n } packets of link type { $link }, not known here; they were read as bytes
paper-gap-unread-packet-cut = the capture ends in the middle of a packet, at byte { $n }
paper-gap-unread-packet-wrong = the capture is damaged at byte { $n }; packets beyond were not read
paper-gap-unread-missing = there is no such file
paper-gap-unread-barred = there is no permission to read it
paper-gap-unread-unopened = it cannot be opened ({ $why })
paper-gap-unread-folder = it is a folder, not a file
paper-gap-unread-parquet-inside = it is a Parquet file inside something else; unpack it first
paper-gap-unread-stopped = stopped here, after { $read } of { $size } bytes
paper-gap-unread-stopped-stream = stopped here, after { $read } bytes
paper-gap-unread-stopped-before = stopped before it; it was not looked at
paper-gap-unread-more = and { $n } more

# Recipients whose name in tables/vendors is a description; their ids.
paper-recipient-name-google-apis = Google APIs and hosted libraries
