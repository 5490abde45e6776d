# Words of cli, language en. Keys start with `cli-`; all languages hold the same keys and variables.
cli-allowed = What would be right: { $names }
cli-audit-run = [{ $n }/{ $of }] { $journey }, consent: { $consent }
cli-audit-summary = Findings: { $findings } · exchanges: { $exchanges } · third-party recipients: { $recipients } · gaps: { $gaps }
cli-audit-step = step “{ $step }”: { $why }
cli-audit-unseen = Nothing of the service was looked at: { $why }. That nothing was found says nothing. Check the address; the report stands.
cli-audit-written = Results: { $folder }
cli-capture-no-browser = No Chromium was found (looked for: { $tried }). How to get it: apt-get install chromium (Debian, Ubuntu), or give its path with --chromium or SLUSS_CHROMIUM.
cli-capture-selector = “{ $selector }” is to spare forms from being sent (never_send), but is neither a CSS selector nor a path that begins with /. Nothing was opened.
cli-capture-unreachable = { $url } could not be reached: { $why }. Check the address and the network; for a staging host see --resolve and --insecure.
cli-case-changed = Case { $case }: version { $version }
cli-case-line = { $case }  { $title }  aware: { $aware }  notify by: { $deadline }
cli-case-none = The register is empty.
cli-case-opened = Case { $case } opened as a draft. Record when you became aware: sluss case aware { $case } --at … --reason …
cli-consent-accept = accepted
cli-consent-none = no answer
cli-consent-reject = rejected
cli-deadline-operative = Notify no later than: { $at }
cli-demo-audit = Auditing it in a real browser …
cli-demo-case = Breach case { $case } is open. The clock is running: notify no later than { $at }.
cli-demo-files = Report, recording, evidence and notification: { $folder }
cli-demo-lab = Starting the replica service on this machine …
cli-did-you-mean = Did you mean `{ $name }`?
cli-error = error
cli-gap = could not be seen: { $what } ({ $why })
cli-hits = { $n } hits
cli-lab-control = What was sent and received: { $url }  (Ctrl-C ends)
cli-lab-service = The replica service: { $url } (reached only through the addresses below)
cli-our-fault = This is our fault, not yours. Please report it with the command you ran and the text above, but without personal data.
cli-scan-recipient = { $recipient }: { $people } people, { $sightings } sightings
cli-scan-summary = Exchanges: { $exchanges } · sightings: { $sightings } · people: { $people } · shared addresses: { $shared }
cli-serve-login = Open once, within the hour: { $url }
cli-serve-open = Note: { $address } can be reached from other machines, unencrypted. Put a proxy with TLS in front.
cli-serve-stop = Ctrl-C ends.
cli-severity-high = HIGH
cli-severity-low = LOW
cli-severity-medium = MEDIUM
cli-stopped = Stopped. What was found until then is kept.
cli-submit-question = Forms will really be sent. Go on? [yes/no]
cli-unreadable = could not be read: { $place }: { $why }
cli-unset = not set
cli-verify-bad = { $file }: does not match. What stands above was changed, is missing or cannot be read.
cli-verify-broken = broken: { $what }: { $why }
cli-verify-ok = { $file }: everything matches.
cli-written = Written: { $file }
cli-yes = yes
cli-assess-answer = Risk: { $risk } · authority: { $authority } · the people: { $people }
cli-duty-ask = a person must decide
cli-duty-false = no
cli-duty-true = yes
cli-risk-high = high
cli-risk-risk = risk
cli-risk-undetermined = undetermined
cli-risk-unlikely = unlikely

# The register on the command line.
cli-case-destroyed = Destroyed: { $digest }
cli-destroyed = destroyed
cli-authority-lead = Lead authority
cli-authority-concerned = Authority concerned
cli-authority-each = To be notified
cli-authority-outside = Outside the EEA, with laws of its own
cli-drill-counts = Deadlines missed: { $missed } · duties left open: { $open } · gaps in the notification: { $gaps }
cli-settings-none = There are no settings yet. Give them: sluss case settings organisation.toml
cli-user-disabled = no access
cli-remind-round = Reminders queued: { $queued } · sent: { $sent } · failed: { $failed }
cli-statistics-cases = Cases
cli-statistics-open = Still open
cli-statistics-no-breach = Concluded: no breach
cli-statistics-notified = Notified to the authority
cli-statistics-late = Notified late
cli-statistics-hours = Hours from awareness to notification (median)
cli-statistics-communicated = People told
cli-statistics-overruled = Conclusions that depart from the proposal
cli-statistics-people = People hit, at least
cli-statistics-drills = Drills (not counted above)
# scan and index
cli-scan-source = { $source }: { $format }, exchanges: { $exchanges }
cli-scan-low = Of these people, seen only where it could be chance: { $n }
cli-scan-more = … and { $n } more that could not be read or seen; the summary names them.
cli-format-none = nothing in it
cli-format-har = HAR
cli-format-ndjson = traffic NDJSON
cli-format-json = list of exchanges (JSON)
cli-format-zip = zip archive
cli-format-tar = tar archive
cli-format-packed = packed, not opened
cli-format-access-log = access log
cli-format-pcap = packet capture
cli-format-parquet = Parquet
cli-format-text = text, line by line
cli-format-bytes = bytes as they stand
cli-index-planned = About { $people } people with { $keys } keys each: an index of about { $megabytes } MB. Needed on the way: { $needed } MB; free: { $free } MB.
cli-index-people = people: { $n }
cli-common-hashes = Only the common hashes are looked for (SHA-256, MD5, SHA-1, SHA-512, SHA-256 of an MD5). What was hashed otherwise is not found.
cli-scan-reverse = The archives were read twice, and only the people who may stand in them were compiled: the same result for less memory.
cli-index-built = { $file }: { $people } people, { $keys } keys, { $megabytes } MB
cli-index-new-key = A new key lies in { $file }, readable by its owner only. Who has both can look people up; keep them apart.
cli-index-old-key = The key is the one in { $file }.
cli-problem-index-exists = The index is there already. --force overwrites it.
cli-problem-index-disk = The disk has no room for the index: { $found } are needed on the way. Choose another disk, or --hashes common.
cli-problem-index-stopped = Stopped before the end. Nothing of the index is left.
cli-problem-scan-join-stream = Standard input cannot be read twice, as --join reverse does. Give a file.
cli-problem-people-row-long = The row that begins here does not end. Is a quotation mark left open?
cli-problem-people-value = { $found ->
    [email] `email` is not an e-mail address
    [phone] `phone` is not a phone number of 5 to 17 digits; several are separated by `;`
    [birth_date] `birth_date` is not a date like `1990-03-01`
    [national_id] `national_id` is not a valid number: its check digit or date is wrong; other numbers are `external_id`
    [card] `card` is not a valid card number: its check digit is wrong
    [iban] `iban` is not a valid IBAN: its check digits are wrong
   *[other] `{ $found }` is not valid
 }
cli-problem-people-id-twice = `id` stood already on line { $found }
cli-problem-people-id-empty = `id` is empty
cli-problem-people-cells = the row has { $found } cells, not as many as the header
cli-problem-people-row = the row cannot be read as CSV in UTF-8
cli-problem-people-header = the header row cannot be read as CSV in UTF-8
cli-problem-people-column = unknown column `{ $found }`
cli-problem-people-header-cell = a header cell is not a column name
cli-problem-people-column-twice = column `{ $found }` stands twice
cli-problem-people-separator = the columns are not separated by commas; separate them by commas
cli-problem-people-empty = no rows below the header
cli-problem-people-no-id = the first row has no column `id`; is the header row missing?
cli-problem-people-no-identifier = no column holds an identifier to look for
cli-problem-people-more = { $found } more rows are wrong
cli-problem-archive-missing = cannot read `{ $found }`: there is no such file
cli-problem-archive-barred = cannot read `{ $found }`: no permission to read it
cli-problem-archive-open = cannot read `{ $found }`
cli-problem-archive-folder = `{ $found }` is a folder, not a file
cli-problem-archive-parquet = `{ $found }` is a Parquet file inside something else; it is read from its end. Unpack it first.
cli-problem-utf8 = not UTF-8 text; save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)
cli-problem-utf8-latin1 = not UTF-8 text; it looks like Latin-1 (Windows-1252). save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)
cli-problem-output-stdout = `{ $found } -`: standard output is for the sightings; name a file
cli-problem-output-is-input = This would overwrite `{ $found }`, which is read or written here already. Name another file.
cli-problem-scan-nothing-read = Nothing could be read of { $found }.
cli-problem-scan-stopped = Stopped before the end, with nothing found until then.
## Routine, acceptances, time stamps
cli-accepted = { $file }: accepted by { $by } until { $until }.
cli-verify-stamp = A third party had the signature before it at { $at }, it says.
cli-verify-stamp-by = The stamp is signed by { $by }; certificates up to { $root } came along and hold. Whether you trust that one is yours to say.
cli-verify-stamp-unchecked = Who signed the stamp could not be checked here; `openssl ts -verify` with the certificate of the authority tells.
cli-watch-again = failed: { $why }. Tried again in { $seconds } s.
cli-watch-alarm = alarm delivered: { $id }
cli-watch-case = draft case: { $case }
cli-watch-failed = the run failed: { $why }
cli-watch-health = Sign of life: { $url }
cli-watch-next = next look: { $at }
cli-watch-on-time = On time. Last run ended: { $last }. Overdue after: { $due }.
cli-watch-overdue = OVERDUE since { $due }. Last run ended: { $last }.
cli-watch-ended = ENDED at { $ended }: nothing runs by schedule until it is started again. Last run ended: { $last }.
cli-watch-ran = run ended. Findings: { $findings } · new: { $new } · not seen: { $gaps }
cli-watch-waiting = an alarm waits: { $why }

# --- Errors of files and of the register ---
cli-file-unread = `{ $file }` cannot be read: { $why }
cli-file-unwritten = `{ $file }` cannot be written: { $why }
cli-file-missing = there is no such file
cli-file-barred = permission denied
cli-register-conflict = case `{ $case }` is now at version { $now }, the change was based on { $seen }. Since then: { $changes }
cli-register-open = cannot open the register `{ $at }`: { $why }
cli-register-missing = there is no { $what }
cli-register-damaged = the register is damaged: { $what } { $why }

# --- Assessment and controls ---
cli-assess-questions = Still to find out:
cli-control-line = { $due } { $late }  { $id }: { $what }. Owner: { $owner }. Art. 32(1) { $letters }. Last done: { $last }
cli-usage-help = Run it with --help to see how it is used.
cli-usage-command = { $command } is no command.
cli-usage-conflict = { $arg } cannot be used with { $other }.
cli-usage-empty = { $arg } needs a value.
cli-usage-missing = Missing: { $arg }.
cli-usage-no-command = No command is given.
cli-usage-number = { $arg } has too few or too many values.
cli-usage-unknown = { $arg } is not known here.
cli-usage-value = { $arg } cannot be “{ $value }”.
cli-whole-number = a whole number that fits
cli-letter-missing = The letter still lacks: { $parts }
