# Words of web, language en. Keys start with `web-`; all languages hold the same keys and variables.

## The frame of every page

web-name = Sluss
web-language = English
web-skip = Skip to the content
web-nav = Main menu
web-nav-overview = Overview
web-nav-audits = Audits
web-nav-register = Breach register
web-nav-verify = Proof
web-nav-report = Report an incident
web-languages = Language
web-zone = All times are in the time zone { $zone }.
web-logged-in = Logged in as { $user }.
web-log-out = Log out
web-welcome-on = Go to the overview
web-login = Log in
web-login-lead = The link works once. The button logs you in on this device.

## What can go wrong

web-oops-login = You are not logged in
web-oops-login-cure = Open the one-time link that the program printed when it started, or ask the person who runs it for a new one. Nothing you had saved is lost.
web-oops-link = This login link no longer works
web-oops-link-cure = A link works once and for one hour. Ask the person who runs the program for a new one.
web-oops-not-found = There is no such page
web-oops-not-found-cure = The address may be mistyped, or what it led to is kept elsewhere.
web-oops-forged = The form was not accepted
web-oops-forged-cure = It did not come from this login, so nothing was saved. If what you wrote stands below, send it again from there; else go back, copy it, reload the page and send it.
web-oops-host = This address is not known here
web-oops-host-cure = Use the address that the program printed when it started. If the service has a name of its own, it must be given when the program is started: sluss serve --url https://…
web-oops-wrong = Something in what was sent is not right
web-oops-wrong-cure = Nothing was saved. Go back, correct it and send it again.
web-oops-conflict = Somebody else changed the case while you were writing
web-oops-conflict-cure = Your entry was not saved, and theirs is safe. Open the case again, read the latest entry in the history, then enter yours.
web-oops-broken = The program could not do this
web-oops-broken-cure = This is our fault, not yours. Nothing half-written was kept. Try once more; if it happens again, tell the person who runs the program what you did.
web-oops-back = Back
web-oops-written = What you wrote, { $n }
web-oops-again = Send it again
web-oops-again-lead = What you wrote was not saved. It stands here: send it again.
web-oops-again-login = What you wrote was not saved, but it stands here. Leave this page open, log in in another window of this browser, and send it again from here.

## Words of findings

web-severity-high = high
web-severity-medium = medium
web-severity-low = low
web-counted-high = { $n } high
web-counted-medium = { $n } medium
web-counted-low = { $n } low
web-state-new = new
web-state-known = known before
web-state-gone = no longer seen
web-state-changed = changed
web-state-unlooked = not looked at this time

## Audits

web-audits = Audits
web-audits-lead = What your web services sent, and to whom, each time somebody looked.
web-audits-none = No audit has been made yet. Start one with “sluss audit” and the address of your service.
web-audit-service = Service
web-audit-start = Address
web-controller = Controller
web-audit-when = When
web-audit-seen = Looked at
web-audit-exchanges = { $n ->
        [one] { $n } request
       *[other] { $n } requests
    }
web-audit-findings = Findings
web-audit-gaps = Not seen
web-audit-gaps-n = { $n ->
        [one] { $n } gap
       *[other] { $n } gaps
    }
web-audit-all-seen = none
web-audit-nothing = nothing found
web-audit-nothing-long = Nothing was found, and nothing was out of sight.
web-audit-nothing-but = { $n ->
        [one] Nothing was found, but one thing could not be looked at. See below.
       *[other] Nothing was found, but { $n } things could not be looked at. See below.
    }
web-in-case = In a case
web-audit-has-case = Open the case that these findings are in
web-audit-open-case = Open a breach case from these findings
web-open-case-hint = The case is a draft. The clock starts only when a named person says when you became aware.
web-steps-failed = { $n ->
        [one] one step failed
       *[other] { $n } steps failed
    }

## Vendor switches

web-setting-change = Open the recipient's settings page

## A finding

web-next = What to do now
web-finding-change = Set “{ $setting }” to “{ $declared }” at { $vendor }, account { $account }: that is what you have declared.
web-finding-open-case = Open a breach case from this
web-finding-go-case = Go to the breach case
web-finding-again = Audit again afterwards: only then do you know that it has stopped.
web-chain = From what was typed to what was sent
web-chain-lead = The values were made up for the audit and belong to nobody.
web-chain-of = { $identifier } ({ $role })
web-chain-typed = Typed into { $n ->
    [one] { $field }
   *[other] the fields { $field }
}
web-chain-packed = Packed into
web-chain-sent = Sent as { $key } ({ $part }) to
web-chain-times = { $n ->
        [one] Seen once
       *[other] Seen { $n } times
    }
web-request = The request
web-request-line = To the host
web-request-at = When
web-request-id = Number in capture.har
web-request-body = Body
web-request-query = The parameters of the address, decoded
web-request-frame = Message over the open connection (WebSocket)
web-request-marked = As it went over the wire, with what the finding is about marked. The value was made up for the audit.
web-request-missing = The recording (capture.har) is not with the audit, so the request itself cannot be shown. This is what the report knows of it.
web-request-withheld = The request itself is not shown, because it carries values of real people. It is in the recording, capture.har.
web-request-binary = { $n ->
        [one] Binary data, one byte: not text, so it is not shown. It is in capture.har.
       *[other] Binary data, { $n } bytes: not text, so it is not shown. It is in capture.har.
    }
web-request-cut = { $n ->
        [one] Only a part is shown; the whole has one byte and is in capture.har.
       *[other] Only a part is shown; the whole has { $n } bytes and is in capture.har.
    }
web-picture = What the page looked like
web-law = What the law says

## Moving on

web-once-more = One moment

## Overview

web-next-nothing = Nothing is waiting for you.
web-next-by = by
web-open-cases = Open cases
web-open-cases-none = No case is open.
web-open-cases-all = All { $n } open cases
web-next-more = { $n } more wait in the cases below and in the register
web-next-aware = Say when you became aware
web-next-aware-why = The 72 hours cannot be counted before that.
web-next-facts = Answer the open questions
web-next-facts-why = { $n ->
        [one] One answer would change or settle the assessment.
       *[other] { $n } answers would change or settle the assessment.
    }
web-next-facts-done = The facts decide the assessment
web-next-conclude-authority = Conclude: must the authority be notified?
web-next-conclude-people = Conclude: must the people concerned be told?
web-next-conclude-why = The program proposes. A named person decides, with reasons.
web-next-conclude-again-why = The facts have become worse since somebody concluded that there is no duty. Conclude again on the facts as they are now.
web-next-conclude-changed-why = The facts have changed since somebody concluded that there is no duty. Conclude again on the facts as they are now.
web-next-file = Download the notification and file it with the authority
web-next-file-with = Download the notification and file it with { $authority }
web-next-file-exercise = Record the notification that you would have filed: it is an exercise, nothing is sent
web-next-file-why = What is not known yet may follow later. Do not wait for it.
web-next-finding = Open a case, or decide that it is none:
web-done = Done:

## The register

web-cases = Cases
web-register-lead = Every breach, reported or not, with its effects, its remedies and the reasons (Article 33(5)). No entry is removed. Texts about people and files can be destroyed; that it was done, and why, stays.
web-register-none = The register is empty.
web-register-search = Search title, reference and controller
web-register-find = Search
web-register-all = All cases
web-register-shown = Cases { $first } to { $last } of { $n }
web-register-no-match = No case has these words in its title, reference or controller.
web-register-pages = Pages of the register
web-register-before = Previous page
web-register-after = Next page
web-case = Case
web-case-reference = Reference
web-case-opened = Opened
web-case-opened-by = opened by { $who }
web-case-clock = Notify by
web-case-risk = Risk
web-case-state = State
web-case-state-suspected = suspected
web-case-state-open = being handled
web-case-state-concluded = concluded
web-case-state-filed = notified
web-case-state-filed-partly = not notified to all
web-case-state-filed-late = notified too late
web-case-state-dismissed = no personal data breach
web-case-state-closed = closed

## The clock

web-clock = The clock
web-clock-not-started = The clock is not running
web-clock-not-started-note = Nobody has said when you became aware. If you have been aware since earlier, the time has been running since then, also without an entry here.
web-clock-left = { $time } left
web-clock-over = { $time } too late
web-clock-what = Notify the authority no later than
web-clock-what-to = Notify { $authority } no later than
web-clock-tell = Tell the controller without undue delay
web-clock-told = The controller has been told
web-clock-told-at = Told
web-clock-dismissed = No personal data breach, as concluded
web-clock-was = The notification was due
web-clock-note = Counted { $now }. Reload the page for the present time. The earliest reading of the law applies.
web-clock-over-note = File at once and give the reasons for the delay; the notification asks for them (Article 33(1)).
web-clock-withdrawn = The notification was withdrawn
web-clock-withdrawn-note = Nobody has concluded since whether the authority has to be told. Conclude again: it was no breach, no risk is likely, or it is notified anew.
web-clock-filed = Filed
web-clock-filed-late = Filed too late
web-clock-none = No duty to notify, as concluded
web-clock-readings = Every reading of the law, with its source
web-clock-operative = this one applies here

## Times

web-times = Times
web-times-occurred = When did it happen?
web-times-suspected = Suspected
web-times-aware = Aware
web-times-from = From
web-times-to = To
web-times-not-set = not set
web-times-set-by = said by { $who }, { $reason }
web-times-presumed = presumed, nobody has said when
web-aware-set = Say when you became aware
web-aware-again = Change the time of awareness by a new entry

## Assessment

web-assessment = Assessment
web-assessment-proposal = A proposal from the facts below. It decides nothing: a named person concludes.
web-risk-unlikely = A risk is unlikely
web-risk-risk = A risk, not a high one
web-risk-high = A high risk
web-risk-undetermined = Cannot be told yet
web-duty = Duty
web-duty-document = Document it
web-duty-notify = Notify the authority
web-duty-communicate = Tell the people concerned
web-duty-proposed = Proposed
web-duty-concluded = Concluded
web-duty-yes = yes
web-duty-no = no
web-duty-ask = depends on open questions
web-duty-weighed = a person has to weigh the reasons
web-duty-open = not yet
web-duty-overtaken = no, on earlier facts: conclude again
web-duty-exempted = exempt (Article 34(3)); not concluded yet
web-duty-controller = The controller decides
web-duty-weigh = No missing fact would settle this. A named person weighs the reasons.
web-duty-processor = These are the duties of the controller. Yours as the processor: tell the controller without undue delay (Article 33(2)).
web-duty-state = State
web-duty-due = Due
web-duty-source = Rule
web-case-duties = Duties and deadlines
web-reasons = Why
web-questions = What is still open
web-questions-lead = An answer to any of these would change or settle the assessment.
web-enisa = Beside it: the ENISA score of 2013
web-enisa-lead = A second view from before the GDPR. It never decides.
web-enisa-dpc = Data processing context
web-enisa-ei = Ease of identification
web-enisa-cb = Circumstances of the breach
web-enisa-se = Severity
web-enisa-band = Band
web-band-low = low
web-band-medium = medium
web-band-high = high
web-band-very-high = very high

## Facts

web-facts = Facts
web-facts-none = No facts have been entered.
web-fact = Fact
web-fact-value = Value
web-fact-origin = Where it comes from
web-facts-edit = Answer questions and change facts
web-facts-lead = Leave open what you do not know: it will be asked for, never guessed. Every earlier answer is kept in the history.
web-facts-source = How do you know?
web-facts-source-hint = Where the changes come from: a log, a colleague, the vendor's answer.
web-facts-save = Save the facts
web-cancel = Back without saving
web-item-promised = not known yet, promised for { $date }
web-case-findings = Findings it came from
web-facts-part-breach = What happened
web-facts-part-data = Which data
web-facts-part-people = Whose
web-facts-part-recipients = Who got them
web-facts-part-effects = What it means for people
web-facts-part-roles = Roles and duties
web-facts-number-hint = Leave empty if not known.
web-facts-countries-hint = Choose the countries where the people live, and how many live in each; an estimate will do. The name after the dash is the authority that follows. Leave empty what is not known.
web-country = Country
web-country-number = Number of people
web-country-others = Countries outside the EEA
web-country-others-hint = Country code and number, for example “US 12, CH 3”.

## Conclusions

web-conclude = Conclusions
web-conclude-lead = Once for the authority and once for the people, each with reasons. You may overrule the proposal. A later conclusion is added; none is overwritten.
web-conclude-authority = Notification to the authority
web-conclude-people = Communication to the people concerned
web-conclude-authority-question = Must the authority be notified?
web-conclude-people-question = Must the people concerned be told?
web-conclude-reasons = Reasons

## Notification

web-notification = Notification to the authority
web-notification-lead = The fields of the European Data Protection Board's draft template, filled from this case. Copy it field by field into the authority's own form.
web-notification-complete = Every required field is filled.
web-notification-gaps = { $n ->
        [one] One required field is still open.
       *[other] { $n } required fields are still open.
    }
web-notification-phases = You may file without them and complete later (Article 33(4)).
web-notification-pdf = Download the PDF ({ $language })

## History

web-history = History
web-history-lead = From the chained log, the latest first.
web-fact-changed = { $fact }: { $new } (before: { $old })

## Proof

web-verify-lead = Every entry of the register holds the digest of the one before it. Whoever changes an old entry breaks the chain.
web-verify-ok = The chain is whole.
web-verify-broken = The chain is broken.
web-verify-at = Checked
web-verify-entries = Entries
web-verify-head = Digest of the latest entry
web-verify-what = What does not hold
web-verify-cure = Do not enter anything more. Make a copy of the database as it is, and ask the person who runs the program to compare it with a backup.
web-verify-self = Check it yourself
web-verify-self-how = “sluss verify” with the name of the database checks the same without this server. A digest that you have written down elsewhere proves that nothing older has changed since.
web-verify-latest = Latest entries
web-verify-empty = The log is empty.
web-log-seq = No.
web-log-at = When
web-log-who = Who
web-log-act = What
web-log-digest = Digest

## Report an incident

web-report-lead = For anybody who suspects that personal data went astray. Too early is better than too late; whether it is a breach is decided afterwards.
web-report-country = Country of the authority: { $country }
web-report-country-hint = The country decides on the authority, the holidays and the clock. Times are written as the clock shows them there.
web-report-country-choose = Change the country
web-report-barred = Your role may not open cases.
web-report-title = In one line
web-report-title-hint = No names of persons concerned. For example: “Letter with results sent to the wrong patient”.
web-report-what = What happened?
web-report-what-hint = What you saw, where, and what you have done about it so far.
web-report-nature = What may have happened to the data?
web-report-suspected = When did the suspicion arise?
web-report-suspected-hint = When you, or whoever told you, first noticed.
web-report-send = Report it
web-report-clock = The report starts no clock by itself: a named person says when the organisation became aware.
web-problems = Not saved yet
web-problems-kept = What you wrote is kept below.
web-overtaken = Nothing of yours was saved. This happened since you opened the form:
web-overtaken-cure = What you wrote is kept below, on top of the case as it is now. Read it against the above, then save again if it still holds.
web-clock-filed-at = Filed with the authority
web-clock-filed-note = It was due { $at }.
web-clock-none-note = Concluded by a named person, with reasons. A later conclusion may change it.
web-clock-processor-note = You are the processor and have no deadline towards the authority. Each controller has its own 72 hours, from when you tell it (Article 33(2)).
web-filings = Filed so far
web-would-change = What would change the answer
web-would-change-if = With the answer “{ $value }” to “{ $fact }”: authority: { $notify }; people: { $communicate }
web-finding-erase = Ask { $recipient } to erase what it got.
web-finding-erase-link = Open its contact page for erasure
web-finding-reasons = Why it is graded so
web-clock-disputed = disputed
web-breach-question = Is it a personal data breach?
web-conclude-overrules = This overrules the proposal.
web-destroyed = (text destroyed)
web-duty-always = always
web-times-estimated = estimated
web-times-occurred-label = Happened
web-origin-unknown = not stated
web-origin-assumed = assumed
web-origin-finding = audit finding
web-origin-scan = scan of archives

## Acts in the log

web-act-open = opened the case
web-act-times = set the times
web-act-aware = said when the organisation became aware
web-act-facts = changed facts
web-act-item = answered an item of the notification
web-act-conclude = concluded
web-act-no-breach = concluded that it is no personal data breach
web-act-uphold = decided that what was told still holds
web-act-delay = gave reasons for a delay
web-act-file = recorded a notification to the authority
web-act-tell-controller = told the controller
web-act-communicate = told the people concerned
web-act-exempt = recorded an exemption from telling the people
web-act-pause = paused the communication
web-act-resume = resumed the communication
web-act-measure = added a measure
web-act-measure-done = finished a measure
web-act-request-erasure = asked a recipient for erasure
web-act-answer-erasure = recorded a recipient's answer
web-act-escalate-erasure = escalated a request for erasure
web-act-asked = recorded a question from the authority
web-act-answered = answered the authority
web-act-decision = recorded a decision
web-act-link = linked findings
web-act-note = noted
web-act-close = closed the case
web-act-reopen = reopened the case
web-notification-draft = The template itself is still a draft of June 2026.
web-required = required
web-at-least = at least { $n }
web-at-most = at most { $n }
web-act-user-login = logged in
web-act-user-put = added or changed a user
web-act-audit-put = recorded an audit
web-act-finding-accept = accepted a finding

## The facts of a breach: fields

web-fact-role = Your role
web-fact-discovered-by = Who discovered it
web-fact-nature = Kind of breach
web-fact-confidentiality = What happened to confidentiality
web-fact-unintelligible = Were the data unintelligible to whoever got them?
web-fact-integrity = What happened to integrity
web-fact-availability-kind = Loss of availability
web-fact-availability-hours = Hours out of reach
web-fact-availability-restored-from = Restored from
web-fact-availability-effect = Effect of the outage on people
web-fact-incident = What kind of incident
web-fact-systemic = Did it happen systematically?
web-fact-exposed-days = Days exposed
web-fact-cause = Cause
web-fact-data = Kinds of personal data
web-fact-data-detail = How much each record tells
web-fact-people-count = Number of people
web-fact-people-min = At least this many people
web-fact-people-max = At most this many people
web-fact-people-approximate = Is the number approximate?
web-fact-people-groups = Who they are
web-fact-people-identifiable = Can they be identified?
web-fact-people-countries = People by country
web-fact-recipients-who = Who got the data
web-fact-recipients-count = Number of recipients
web-fact-recipients-erased = Have the recipients erased the data?
web-fact-context = Circumstances that make it worse
web-fact-ruled-out = What has been checked and ruled out
web-fact-consequences = Likely consequences for people
web-fact-evidence = What the logs can show
web-fact-mitigation-high-risk-no-longer-likely = Have later measures removed the high risk?
web-fact-mitigation-disproportionate-effort = Would telling each person take disproportionate effort?
web-fact-restriction = Is telling people restricted?
web-fact-subgroups = Groups with facts of their own

## The facts of a breach: words

web-role-controller = controller
web-role-joint-controller = joint controller
web-role-processor = processor
web-discovered-by-controller = we ourselves
web-discovered-by-processor = our processor
web-discovered-by-data-subject = a person concerned
web-discovered-by-external-party = an outsider
web-discovered-by-press = the press
web-discovered-by-other = somebody else
web-nature-confidentiality = confidentiality
web-nature-integrity = integrity
web-nature-availability = availability
web-nature-confidentiality-hint = somebody saw or got data who should not have
web-nature-integrity-hint = data were altered
web-nature-availability-hint = data were lost or out of reach
web-confidentiality-exfiltrated = disclosed or taken
web-confidentiality-likely = likely, without evidence
web-confidentiality-not-with-evidence = not, and there is evidence for it
web-confidentiality-cannot-assess = cannot be assessed
web-confidentiality-undetermined = not determined yet
web-unintelligible-yes = yes, the protection is intact
web-unintelligible-subvertible = protected, but it can probably be undone (hashing)
web-unintelligible-no = no
web-unintelligible-cannot-assess = cannot be assessed
web-unintelligible-undetermined = not determined yet
web-integrity-altered-unused = altered, not used wrongly
web-integrity-altered-recoverable = altered and used wrongly, recoverable
web-integrity-altered-unrecoverable = altered and used wrongly, not recoverable
web-integrity-undetermined = not determined yet
web-availability-kind-temporary = for a time
web-availability-kind-permanent = for good
web-availability-kind-undetermined = not determined yet
web-availability-restored-from-backup = a backup
web-availability-restored-from-paper = paper
web-availability-restored-from-none = not restored
web-availability-effect-none = none
web-availability-effect-inconvenience = inconvenience
web-availability-effect-delay = delay
web-availability-effect-service-disruption = an important service failed
web-availability-effect-danger-to-health = danger to health
web-incident-abuse-of-access = abuse of access by an employee
web-incident-ransomware = ransomware
web-incident-hacking = intrusion
web-incident-malware = malware
web-incident-phishing = phishing
web-incident-social-engineering = social engineering
web-incident-vulnerability-exploited = a vulnerability exploited
web-incident-unauthorised-access = unauthorised access
web-incident-exfiltration = data taken out
web-incident-wrong-person-shown = somebody else's data shown
web-incident-device-lost-stolen = device or stick lost or stolen
web-incident-e-waste = data left on discarded equipment
web-incident-paper-disposal = paper in a bin
web-incident-mail-lost-opened = post lost or opened
web-incident-misdelivered = sent to the wrong recipient by post
web-incident-misconfiguration = misconfiguration
web-incident-wrong-permissions = wrong permissions
web-incident-paper-lost-stolen = paper lost or stolen
web-incident-deleted-destroyed = deleted or destroyed
web-incident-shown-to-wrong-recipient = shown to the wrong person
web-incident-sent-by-mistake = sent by mistake
web-incident-no-bcc = addresses open to all recipients of a message
web-incident-technical-malfunction = technical malfunction
web-incident-unauthorised-modification = unauthorised alteration
web-incident-unintended-publication = unintended publication
web-incident-verbal-disclosure = said aloud
web-incident-tracking-technology = tracking technology
web-incident-lost-key = lost key of encrypted data
web-incident-undetermined = not determined yet
web-incident-other = other
web-cause-internal-non-malicious = internal, without intent
web-cause-internal-malicious = internal, with intent
web-cause-external-non-malicious = external, without intent
web-cause-external-malicious = external, with intent
web-cause-unknown = unknown
web-data-basic = basic data (name, date of birth …)
web-data-contact = contact details
web-data-national-id = national identity number
web-data-document-scan = copies of identity documents
web-data-credentials = login details
web-data-payment = means of payment
web-data-economic = economic data
web-data-location = location
web-data-profile = profile
web-data-employment = employment
web-data-employment-health = health at work
web-data-health = health
web-data-genetic = genetic data
web-data-biometric = biometric data
web-data-criminal = criminal offences
web-data-political = political opinions
web-data-ethnic = ethnic origin
web-data-religious = religion or belief
web-data-sex-life = sex life or orientation
web-data-trade-union = trade union membership
web-data-communications = content of communications
web-data-education = education
web-data-insurance = insurance
web-data-purchase = purchases
web-data-not-yet-known = not known yet
web-data-other = other
web-data-detail-minimal = little: what a delivery slip or a public directory shows
web-data-detail-ordinary = what the service's usual record of a person holds
web-data-detail-rich = much: enough to profile, impersonate or expose the person
web-people-groups-customers = customers
web-people-groups-employees = employees
web-people-groups-applicants = applicants
web-people-groups-minors = minors
web-people-groups-guardians = guardians
web-people-groups-patients = patients
web-people-groups-students = students
web-people-groups-subscribers = subscribers
web-people-groups-users = users
web-people-groups-vulnerable = vulnerable people
web-people-groups-not-yet-known = not known yet
web-people-groups-other = others
web-people-identifiable-directly = directly
web-people-identifiable-indirectly = indirectly, with other data
web-people-identifiable-hardly = hardly
web-people-identifiable-no = no
web-recipients-who-none = nobody
web-recipients-who-trusted = somebody you trust, with a reason
web-recipients-who-bound-by-secrecy = somebody with a duty of secrecy
web-recipients-who-known-untrusted = a known outsider without a duty of secrecy
web-recipients-who-advertising-platform = an advertising platform
web-recipients-who-unknown = unknown
web-recipients-who-criminal = a criminal
web-recipients-who-public = the public
web-recipients-erased-confirmed = yes, confirmed
web-recipients-erased-returned = returned
web-recipients-erased-requested = asked for, no answer yet
web-recipients-erased-no = no
web-recipients-erased-not-applicable = does not apply
web-context-confidential-relationship = a relationship of confidence (care, social services, counsel)
web-context-essential-service = an essential service
web-context-protected-identity = people with protected identity
web-context-targeted = the attack was aimed at these people
web-context-misuse-observed = the data have been misused
web-ruled-out-special-categories = special categories of personal data
web-consequences-loss-of-control = loss of control over one's data
web-consequences-limitation-of-rights = limitation of rights
web-consequences-discrimination = discrimination
web-consequences-identity-theft = identity theft
web-consequences-fraud = fraud
web-consequences-financial-loss = financial loss
web-consequences-reversal-of-pseudonymisation = reversal of pseudonymisation
web-consequences-reputation = damage to reputation
web-consequences-professional-secrecy = breach of professional secrecy
web-consequences-third-party-disclosure = disclosure to third parties
web-consequences-social-disadvantage = social disadvantage
web-consequences-physical-harm = physical harm
web-consequences-psychological-distress = psychological distress
web-consequences-property-damage = damage to property
web-consequences-spam = unwanted messages
web-consequences-other = other
web-evidence-complete-logs = complete logs
web-evidence-partial-logs = partial logs
web-evidence-none = no logs
web-evidence-not-applicable = does not apply
web-restriction-none = no
web-restriction-secrecy-law = yes, by secrecy law
web-restriction-police-request = yes, at the request of the police
web-truth-true = yes
web-truth-false = no
web-unknown = not known yet
web-checked-none = checked: none of these

## Problems in a form

web-problem-empty = This has to be filled in.
web-problem-choose = Choose one.
web-problem-moment = This is no point in time. Write date and clock, for example 2026-04-02 18:20.
web-problem-no-such-hour = This hour does not exist: the clocks were put forward that night.
web-problem-number = This is no number.
web-problem-countries = Choose a country and write how many live there.
web-problem-country-twice = This country stands there twice. Give one number for it.
web-problem-country = There is no such country code here. Use two letters, for example SE.
web-problem-facts-nature = Say what was breached: confidentiality, integrity or availability.
web-problem-facts-negative = This cannot be negative.
web-problem-facts-too-many = There are not so many people. Are these records?
web-problem-facts-range = The numbers contradict each other: the least must not be more than the most, and the exact number lies between them.
web-problem-facts-sum = The countries hold more people than there are in all.
web-problem-facts-contradiction = The same thing is listed and ruled out at once.
web-problem-facts-nobody = Nobody is named as recipient, but other answers say that somebody got the data.
web-problem-facts-word = “{ $found }” is not known here.

## The pages of a case

web-tabs = Pages of the case
web-tab-overview = Overview
web-tab-facts = Facts
web-tab-assessment = Assessment
web-tab-notification = Authority: notification
web-tab-people = The people concerned
web-tab-measures = Measures
web-tab-authority = Authority: supervision
web-tab-history = History
web-saved = Saved:
web-done-destroy = Texts or files destroyed
web-optional = (may be left empty)
web-overdue = overdue
web-drill = Exercise.
web-drill-why = This case is made up. Nothing in it may be sent.
web-drill-no-filing = Nothing is sent in an exercise. Record here what you would have filed; the papers are marked as an exercise.
web-next-done = { $n ->
        [one] One step is done
       *[other] { $n } steps are done
    }
web-decided = What is decided
web-decided-question = Question
web-decided-treated = treated as one
web-missing = What is missing
web-missing-nothing = Nothing that the assessment or the notification waits for.
web-missing-questions = { $n ->
        [one] An answer to this question would change or settle the assessment:
       *[other] Answers to these { $n } questions would change or settle the assessment:
    }
web-missing-fill = Answer it
web-end = End of the case

## Facts: groups of people

web-asked = the assessment waits for this
web-facts-known = { $n ->
        [one] One fact is known, and where it comes from
       *[other] { $n } facts are known, and where they come from
    }
web-groups = Groups who are hit in another way
web-groups-lead = If the breach is worse or milder for some people (other data, another recipient, children, protected identity), give them facts of their own. They get an answer of their own.
web-groups-none = No groups yet: the facts hold for everyone alike.
web-groups-answers = The answer for the whole is the strictest of these.
web-group-new = Add a group
web-group-lead = Answer only what differs for this group. The rest stays as it is for everyone.
web-group-name = Name of the group
web-group-name-hint = For example: “invited patients”. No names of persons.
web-group-same = as for everyone
web-group-remove = Remove the group

## History: export and destruction

web-export = Hand it over
web-export-lead = The case as one file: everything that happened, the papers that were filed, digests and signature. Whoever gets it can check it without this program's server.
web-export-case = Download the case
web-texts = Personal data in this case
web-texts-lead = Free texts and files may tell of persons. They are kept apart and can be destroyed when they are no longer needed. What was decided, when and by whom stays, and the chain stays whole.
web-destroy = Destroy texts or files
web-destroy-lead = This cannot be undone.
web-destroy-which = Which?
web-destroy-reason = Why are they no longer needed?
web-destroy-do = Destroy them for ever

## Measures and erasure

web-measures = Measures
web-measures-lead = What you do about it and against a recurrence. Each has somebody who answers for it, and proof when it is done.
web-measure-state = State
web-measure-open = not done yet
web-measure-done = done
web-measure-purpose = Purpose
web-measure-effective = It was checked and has the effect.
web-measure-ineffective = It was checked and does not have the effect: something else has to be done.
web-measure-unchecked = Whether it has the effect has not been checked yet.
web-measure-check = Record whether it has the effect
web-erasure = Erasure by whoever got the data
web-erasure-lead = Ask each recipient to erase, set a date, and keep the answer. The notification takes it up.
web-erasure-asked = Asked
web-erasure-due = Answer due
web-erasure-answer = Answer
web-erasure-waiting = none yet
web-erasure-escalated = Escalated to
web-erasure-likely = The findings name recipients who have not been asked yet:

## Supervision

web-competent = Which authorities
web-competent-lead = Lead authority
web-competent-own = Supervisory authority
web-competent-concerned = Authorities concerned
web-competent-none = none, as far as it is known where the people are
web-competent-outside = Outside the EEA
web-competent-outside-why = Their own law may ask for more.
web-asked-list = What the authority asks
web-asked-none = The authority has asked nothing so far.
web-asked-received = Received
web-asked-due = Answer due
web-asked-open = not answered yet
web-decisions = Decisions
web-decisions-none = No decision so far.
web-decision-order = Order
web-appeal = Last day to appeal
web-appeal-unknown = Not known here: it stands in the decision.
web-appeal-over = (has passed)
web-precedents = What became of breaches like this one
web-precedents-lead = Decisions that share most with this case. They are no rule for yours.
web-precedents-n = { $n ->
        [one] One decision
       *[other] { $n } decisions
    }
web-confidence-primary = The decision or the authority's own page was read.
web-confidence-secondary = Second-hand source.
web-confidence-unconfirmed = Not confirmed.

## Notification: phases, filings, the authority's own form

web-notification-which = Which fields are open
web-notification-take = Take it to the authority
web-notification-fields = Every field
web-order-imy = IMY's e-service
web-order-tsv = The Finnish Data Protection Ombudsman's form
web-order-link = Copy field by field, in the order of: { $form }
web-order-lead = Click an answer to mark all of it, copy it, and paste it into the same question of the authority's form.
web-order-unconfirmed = The order follows the authority's published pages; some question numbers are not confirmed.
web-order-imy-hint = Keep a copy there before you send: the authority does not give it back.
web-order-tsv-hint = Numbers may be estimates. Whether the form may carry health or secret data is not confirmed: ask the authority, or send those by secure mail.
web-filings-none = Nothing has been filed yet.
web-filing-changed = { $n ->
        [one] one answer changed
       *[other] { $n } answers changed
    }
web-filing-since = { $n ->
        [one] One answer has changed since the last filing: file a follow-up
       *[other] { $n } answers have changed since the last filing: file a follow-up
    }
web-filing-recorded = Recorded
web-filing-papers = Frozen papers
web-filing-what-changed = What this filing changed
web-filing-as-filed = As it was filed
web-filing-nothing-changed = No answer was changed.

## Telling the people concerned

web-people-ordered = Yes: the authority has ordered it
web-people-everyone = everyone concerned
web-paused = Waiting, at the request of:
web-letter = Letter or notice
web-letter-title = Information about a personal data breach
web-letter-date = Date
web-letter-happened = What has happened
web-letter-consequences = What it may mean for you
web-letter-measures = What we have done
web-letter-advice = What you can do yourself
web-letter-contact = Whom to ask
web-letter-check = Check it
web-letter-paper = Download as PDF
web-letter-notice = Download as a notice for your web site
web-letter-unsaved = Checking and downloading save nothing. Keep it as a draft before you leave the page; every version stays. What is downloaded here is marked as a draft; approve a kept version to have it without the mark.
web-letter-sending = How it was sent
web-letter-sending-lead = Fill this in when it has been sent. The program sends nothing itself.
web-check = The check
web-check-there = There:
web-check-missing = Missing:
web-check-read = Read the whole letter
web-plain-yes = The language is plain.
web-plain-no = The language is hard to read: shorten sentences, use everyday words.
web-plain-other = This seems to be written in { $other }, and the letter is to be in { $named }.
web-plain-few = Too short to say how plain the language is.
web-plain-index = Readability index LIX { $index }; at most { $limit } is plain.
web-plain-longest = { $n ->
        [one] The longest sentence has one word.
       *[other] The longest sentence has { $n } words.
    }
web-sent = What was sent
web-sent-none = Nothing has been sent yet.
web-sent-to = To
web-sent-text = Read the text
web-exemption = Exemption from telling each person
web-exemption-lead = The law knows three conditions (Article 34(3)). A named person answers for the reasons. A notice to the public belongs to the third only.
web-exemption-by = Concluded by
web-exemption-at = Concluded
web-exemption-published = Published
web-exemption-overruled = It no longer holds: the authority has ordered that the people are told.
web-exemption-pdf = Download the reasoned letter ({ $language })
web-exemption-title = Why the people concerned are not told one by one
web-exemption-condition = The condition
web-exemption-law = What the law says
web-exemption-law-a = Article 34(3)(a) of the General Data Protection Regulation: the controller has protected the data so that they are unintelligible to anybody who is not allowed to see them, such as by encryption.
web-exemption-law-b = Article 34(3)(b) of the General Data Protection Regulation: the controller has taken later measures so that the high risk is no longer likely to come true.
web-exemption-law-c = Article 34(3)(c) of the General Data Protection Regulation: telling each person would take disproportionate effort. The public is told instead, or a like measure informs the people equally well.
web-waiting = Waiting at the request of the police
web-waiting-lead = Such a request pauses the letters only. The clock for the authority goes on.

## Forms of a case: titles, leads, buttons

web-form-save = Save
web-form-aware = Awareness
web-form-aware-lead = You are aware when you have a reasonable degree of certainty that personal data have been affected. A short inquiry to find out is allowed; it must begin at once. An earlier entry is kept.
web-form-aware-save = Save and start the clock
web-form-times = Correct when it happened and when it was suspected
web-form-close = Close the case
web-form-close-lead = A case can be closed when both questions are concluded and what they demand is done. It stays in the register.
web-form-close-save = Close the case
web-form-reopen = Open the case again
web-form-reopen-save = Open it again
web-form-conclude = Conclude
web-form-conclude-save = Save the conclusion
web-form-no-breach = It is no personal data breach
web-form-no-breach-lead = The case ends here, but stays in the register with its reasons.
web-form-no-breach-save = Save the conclusion
web-form-uphold = What was told still holds
web-form-uphold-lead = The case knows otherwise by now. Where that asks for no further word, a named person says why.
web-form-uphold-save = Save the decision
web-form-uphold-authority = No follow-up is needed
web-form-uphold-people = The letter still holds
web-letter-doubt = A letter went out on other facts than the case has now (categories of data, recipient or consequences).
web-form-item = Answer
web-form-item-save = Save the answer
web-answer-in-facts = Answer among the facts
web-form-item-files = Files to annex
web-form-item-why = Why it does not apply
web-form-item-why-hint = Only where it does not apply.
web-form-file = Record a filing
web-form-file-lead = The program files nothing itself. When you have filed, record it here: the papers are frozen as they are now and can never be changed.
web-form-file-save = Record the filing
web-form-file-again = Record a follow-up or a withdrawal
web-form-delay = Give the reasons for the delay
web-form-delay-lead = The time to notify has passed. The law demands the reasons (Article 33(1)); they go into the notification.
web-form-tell-controller = Record that the controller was told
web-form-tell-controller-lead = As a processor you tell the controller without undue delay, whatever the risk (Article 33(2)).
web-form-communicate = Write the letter
web-form-communicate-lead = Write to the people themselves, in everyday words.
web-form-communicate-save = Record that it was sent
web-form-communicate-unlike = This letter was sent, though another was approved
web-letter-approval = Approval
web-letter-unlike = Another letter than the approved one
web-form-exempt = Record an exemption
web-form-pause = Pause telling the people
web-form-resume = The pause is over
web-form-measure = Add a measure
web-form-measure-done = Record that it is done
web-form-request-erasure = Record a request for erasure
web-form-answer-erasure = Record the answer
web-form-escalate-erasure = Escalate
web-form-escalate-erasure-lead = No answer, or one that is not enough: take it further, and say why.
web-form-asked = Record a question from the authority
web-form-answered = Record your answer
web-form-decision = Record a decision
web-form-note = Add a note
web-form-note-save = Save the note
web-form-title-title = New title
web-form-title-save = Save the title
web-form-title-lead = Write no personal data in the title. The old one stays in the history.
web-form-title = Change the title
web-form-strike-person = Who strikes it (name and function)
web-form-strike-entry-hint = The number in front of it in the history.
web-form-strike-entry = Number of the entry
web-form-strike-save = Strike the entry
web-form-strike-lead = The entry no longer counts, but it stays in the history with the reason. Withdrawing a notification from the authority is a filing, not done here.
web-form-strike = Strike an entry that was a mistake
web-history-struck = { $what } (struck as a mistake)

## Forms of a case: fields

web-field-aware = When, to the minute
web-field-aware-hint = It is never filled in for you.
web-field-person = Who concludes (name and function)
web-form-aware-person = Who became aware and says so (name and function)
web-form-close-person = Who closes it (name and function)
web-field-reason = Reason
web-form-aware-reason = How do you know it was then?
web-form-aware-reason-hint = For example: “the log showed the request, and our developer confirmed it at 18:20”.
web-form-times-reason = How do you know?
web-field-reasons = Reasons
web-field-reasons-hint = Why it is so, in your own words. If you overrule the proposal, say what it missed.
web-field-about = Question
web-field-duty = Conclusion
web-form-delay-duty = Duty
web-field-item = Field
web-field-draft = Version
web-field-id = Measure
web-field-occurred-kind = When did it happen?
web-field-occurred-from = From
web-field-occurred-to = To
web-field-occurred-estimated = These times are estimated
web-field-suspected = When did the suspicion arise?
web-field-text = Answer
web-field-texts = What the notification said
web-field-text-hint = If it does not apply, say why.
web-form-note-text = Note
web-form-note-text-hint = What you saw, heard or did. It stands in the history.
web-field-status-is = How sure is it?
web-field-status-promised = If not known yet: by when will you know?
web-field-kind = What was filed
web-field-authority = Authority
web-field-sent = When was it sent?
web-field-receipt = Receipt or case number from the authority
web-field-delay-reason = Reasons for the delay
web-field-delay-reason-hint = Needed only if it was filed after the deadline (Article 33(1)).
web-field-withdrawal-reason = Reason for withdrawing
web-field-withdrawal-reason-hint = Needed only for a withdrawal.
web-field-controller = Controller
web-field-told = When was it told?
web-field-language = Language
web-field-happened = What has happened
web-field-happened-hint = What went where, which data about the reader, from when to when.
web-field-consequences = What it may mean for the reader
web-field-measures = What you have done
web-field-advice = What the reader can do to protect themselves
web-field-contact = Whom to ask
web-field-contact-hint = Name, telephone and e-mail of the data protection officer or another contact point.
web-field-means = How
web-field-subgroup = Group
web-field-people = How many people
web-field-held-back = How many were held back
web-field-held-back-hint = People with a protected identity, who must not get it by this channel.
web-field-all = Everybody it is about has now been told
web-field-all-hint = Tick this if the number differs from the facts but nobody is left.
web-field-ground = Condition
web-field-published-at = When was the public told?
web-field-published-at-hint = Only for (c).
web-field-published-place = Where was it published?
web-field-published-place-hint = Only for (c): address of the page, newspaper, other evidence.
web-field-requested-by = Who asks for it
web-field-until = Until
web-field-what = What is to be done
web-field-owner = Who answers for it
web-field-due = Due
web-form-request-erasure-due = When do you expect the answer?
web-form-asked-due = When is the answer due?
web-field-article-32 = Security measure under Article 32(1)
web-field-preventive = It prevents a recurrence
web-field-done = When was it done?
web-field-proof = Proof
web-field-proof-hint = What shows that it is done: a ticket, a log, an audit.
web-field-effective = Does it have the effect?
web-field-effective-hint = Audit again, test, measure. Leave it open until you have looked.
web-field-recipient = Recipient
web-field-answered = When did the answer come?
web-field-outcome = Outcome
web-field-note = What was answered
web-field-to = To whom
web-field-reference = Reference of the authority
web-field-question = Question
web-field-received = When was it received?
web-field-answer = Answer
web-field-decided = Day of the decision
web-form-decision-received = Day it was received
web-field-articles = Articles infringed
web-field-articles-hint = With commas between: 32(1), 33(1)
web-field-public-party = We are a public party: the time to appeal counts from the day of the decision
web-field-orders-communication = It orders that the people are told (Article 34(4))
web-field-summary = What it says, in short

## Forms of a case: options

web-option-occurred-kind-point = at one moment
web-option-occurred-kind-range = over a period
web-option-occurred-kind-ongoing = it is still going on
web-option-occurred-kind-unknown = not known
web-option-status-is-known = known
web-option-status-is-assumed = assumed
web-option-status-is-unknown = not known yet
web-option-status-is-not-applicable = does not apply
web-option-kind-incomplete = new, to be completed
web-option-kind-complete = new, complete
web-option-kind-follow-up = follow-up
web-option-kind-withdrawal = withdrawal
web-option-language-sv = Swedish
web-option-language-fi = Finnish
web-option-language-en = English
web-option-means-individual = to each person
web-option-means-public = to the public
web-option-means-other = in another way
web-option-ground-a = (a) the data are unintelligible to whoever got them
web-option-ground-b = (b) later measures have removed the high risk
web-option-ground-c = (c) telling each person takes disproportionate effort; the public is told
web-option-article-32-a = (a) pseudonymisation and encryption
web-option-article-32-b = (b) lasting confidentiality, integrity, availability and resilience
web-option-article-32-c = (c) restoring data and access in time
web-option-article-32-d = (d) testing and evaluating regularly
web-option-outcome-confirmed = erasure confirmed
web-option-outcome-partly = erased in part
web-option-outcome-refused = refused
web-option-outcome-no-action = no action
web-option-outcome-reprimand = reprimand
web-option-outcome-order = order
web-option-outcome-fine = administrative fine
web-option-outcome-fine-and-order = administrative fine and order
web-option-outcome-ban = ban on processing
web-option-outcome-other = other

## Problems with an act

web-problem-reason-missing = Say why. It cannot be left empty.
web-problem-needed = This has to be filled in.
web-problem-person-missing = It has to be said who acts.
web-problem-day = This is no day. Write for example 2026-04-02.
web-problem-whole-number = Write a whole number.
web-problem-shape = The form could not be read. Fill it in once more.
web-problem-in-future = This lies in the future. It is now { $limit }.
web-problem-too-early = This is too early. It can be { $limit } at the earliest.
web-problem-too-late = This is too late. It can be { $limit } at the latest.
web-problem-aware-before-suspected = You cannot have become aware before the first suspicion, { $limit }. Correct the time of the suspicion first, if that is wrong.
web-problem-before-suspected = This lies before the first suspicion, { $limit }. Correct the time of the suspicion first, if that is wrong.
web-problem-aware-before-occurred = You cannot have become aware before it happened, { $limit }.
web-problem-aware-missing = Say first when you became aware: without that no deadline can be counted.
web-problem-case-open = This case is open already.
web-problem-no-case = There is no such case.
web-problem-case-closed = The case is closed. Open it again first.
web-problem-not-closed = The case is not closed.
web-problem-not-concluded = A named person has to conclude on the authority and on the people first.
web-problem-conclusion-overtaken = The facts have changed since somebody concluded. Conclude again on the facts as they are now.
web-problem-exempt-against-facts = The facts say the opposite of this condition. Put the facts right first, with their source, or choose another condition.
web-problem-pause-past = That time has passed already: a pause that is over pauses nothing.
web-problem-case-dismissed = It was concluded to be no breach. Open the case again before its facts change.
web-problem-duty-open = The case is not closed while duties are open. { $found }.
web-problem-authority-unknown = No supervisory authority is called “{ $found }”. The one of this case is { $limit }.
web-problem-authority-not-competent = “{ $found }” is not competent for this case. The notification goes to { $limit }.
web-problem-held-back-unsaid = The facts name people with a protected identity. Say how many were held back from this channel; 0 if nobody was.
web-problem-letter-unfinished = The text is not ready to be sent. It still says: { $found }
web-problem-own-role = Nobody takes the last key from themselves: let another owner do it.
web-problem-subgroup-twice = Two groups have the same name.
web-problem-subgroup-more = A group has more people than there are in all.
web-problem-nothing-named = Nothing is named.
web-problem-nothing-chosen = Choose at least one text.
web-problem-item = The notification has no such field.
web-problem-item-option = Choose one of the answers.
web-problem-item-number = Write a whole number. Whether it is exact is told in the field after it.
web-problem-known-or-not = An answer is known or not known yet, not both. Take the answer out, or choose that it is known or assumed.
web-problem-asked-already = This recipient was asked already and has not answered. Record the answer, or to whom it is escalated.
web-problem-letter-unlike = The letter differs from the one that was approved. Tick that this is what was sent all the same, or have it approved first.
web-item-no-answer = no answer
web-problem-item-file = No file of this name is kept with the case. Files are kept on the page of the history.
web-problem-item-files = Files are annexed in the list of attachments only.
web-problem-promise-past = This date has passed. Promise a later one.
web-problem-filing-kind = This kind does not fit: the first filing is new, later ones follow up or withdraw.
web-problem-strike-later = Later notifications or receipts build on it. Strike them first.
web-problem-not-struck = This entry is corrected by entering it anew; it is not struck.
web-problem-struck = This entry was struck already.
web-problem-no-entry = The history has no entry of that number.
web-problem-filing-gaps = Required answers are still missing: { $found }. Record it as incomplete and complete it later, or fill them in first.
web-problem-other-authority = This authority has got no notification in this case. Name the one that has.
web-problem-delay-unexplained = It was filed after the deadline. Give the reasons for the delay (Article 33(1)).
web-problem-ordered = The authority has ordered that the people are told. No exemption holds against that.
web-problem-publication-missing = Condition (c) demands that the public is told: say where and when.
web-problem-publication-needless = A notice to the public belongs to condition (c) only.
web-problem-not-paused = It is not paused.
web-problem-question-open = A question with this reference is open already.
web-problem-nothing-told = Nothing was told that could still hold.
web-problem-no-duty = The case has no such duty.
web-problem-name-signs = A file's name has no control characters, and none that turn the direction of writing.
web-problem-item-file-twice = Several files of this name are kept with the case: name it by its digest.
web-problem-measure-exists = There is such a measure already. Open the page again and add yours.
web-problem-measure = There is no such measure.
web-problem-article-32 = Article 32(1) has the letters a to d.
web-problem-no-request = Nothing was asked of this recipient yet.
web-problem-no-question = No question with this reference is open.
web-problem-decided-before-known = A decision cannot be older than what it decides on: the breach was not known yet.
web-problem-received-before-decided = It cannot have been received before it was decided.
web-problem-group-exists = There is a group of this name already.

## The register as a whole

web-export-register = Download the whole register
web-export-register-lead = All cases with their papers, digests and signature, as one file for the authority.

## Problems with the further acts

web-problem-paused = Telling the people is paused. End the pause first.
web-problem-filing = There is no notification with this number.
web-problem-receipt = This notification has its receipt already.
web-problem-role = Your role does not allow this. Ask somebody who may decide.
web-problem-contact-role = No contact has the role “{ $found }”. Write a role that one of the contacts has, such as { $limit }.
web-problem-contact-none = No contact is named yet, so none has the role “{ $found }”. Add one with this role.
web-problem-unknown-regime = No law called “{ $found }” is known here.
web-problem-user = You are no user of this register. Ask its owner to add you.
web-problem-held-back = So many people are not held back. Write at least one, and no more than are still held back.
web-problem-subgroup = The facts name no such group of people.
web-problem-letter-part = A letter has the parts happened, consequences, measures, advice and contact.
web-problem-letter-lacks = The letter lacks parts that Article 34(2) demands. Write them and keep it again.
web-problem-no-draft = No such version is kept.
web-problem-sender-unknown = The letter does not say who sends it. Say it in the notification first: controller and data protection officer.
web-problem-no-language = This is no code of a language. Write, for example, sv, fi, en or ar.
web-problem-people-beyond = That is more than the facts say. Correct the number here or among the facts.
web-problem-art-83 = Article 83(2) has the letters a to k.
web-problem-no-article = The GDPR has no article “{ $found }”. Right would be, for example, { $limit }.
web-problem-processor-concludes = This is a processor's case: its controllers conclude. Record that each was told, or put the role right among the facts.
web-problem-no-exercise = Only the clock of an exercise can be moved.
web-problem-regime = This law is not one that the case is marked with.
web-problem-stage = This law has no such report.

## Exercises

web-drill-clock = The clock of the exercise
web-after-action = What the exercise showed
web-after-action-missed = { $n ->
        [0] No deadline was missed.
        [one] One deadline was missed.
       *[other] { $n } deadlines were missed.
    }
web-after-action-open = { $n ->
        [0] Nothing is left to do.
        [one] One duty is still open.
       *[other] { $n } duties are still open.
    }
web-after-action-steps = Step by step
web-after-action-after = After the suspicion
web-after-action-gaps = Fields of the notification that nobody could answer
web-after-action-notes = What people wrote down
web-after-action-no-notes = Nobody wrote anything down. The lessons are the point of an exercise:
web-report-exercise = It is an exercise
web-report-exercise-hint = It is kept apart and has a clock that can be put forward. Nothing in it may be sent.

## Reports without login

web-report-anybody = Report an incident without logging in
web-report-reporter = Whom can we ask?
web-report-reporter-hint = Your name and how to reach you. Needed only if you want to be asked.
web-reported = Thank you, it has been reported
web-reported-lead = Those responsible see it now. If you learn more, or want to ask, name this number.
web-reported-again = Report something else
web-oops-flood = Too many reports came in
web-oops-flood-cure = Nothing was saved. If it is urgent, call those responsible; else try again in an hour.
web-problem-not-json = The content is not what this address takes.

## Other laws, controllers, people held back, factors

web-controller-own = The organisation's own.
web-others = Other laws
web-others-lead = Some incidents must be reported under other laws too, each with a clock of its own.
web-held-back = People who were held back
web-letter-lacks = The text lacks
web-held-back-n = { $n ->
        [one] One person was held back and has not been told yet. That person has the same right to know.
       *[other] { $n } people were held back and have not been told yet. They have the same right to know.
    }
web-grid = Factors for a fine
web-grid-lead = What Article 83(2) asks the authority to look at, with what this case says to each. Nothing is computed from it.
web-grid-show = Show the eleven factors
web-grid-measures = Measures
web-grid-communications = Times the people were told
web-grid-questions = Questions from the authority
web-grid-filings = Filings
web-grid-delays = Delays explained
web-grid-decisions = Decisions
web-form-controller = Whose case it is
web-form-controller-lead = One event at a processor is a case, with a clock of its own, for each controller it hits.
web-form-clock = Put the clock of the exercise forward
web-form-clock-to = To when?
web-form-regimes = Mark the other laws that apply
web-form-regimes-save = Save the laws
web-form-regimes-detected = When was the incident itself noticed?
web-form-regimes-detected-hint = Some of these laws count from there, whether or not personal data were known to be hit.
web-form-report = Record the report
web-form-reach = Record that they were told
web-form-weigh = Weigh it
web-form-weigh-text = Why
web-form-weigh-text-hint = In your own words.
web-field-event = Name of the event
web-field-event-hint = The same in every case of one event.
web-field-established = Has the controller an establishment in the EEA?
web-field-established-hint = Without one, every authority concerned is notified by itself.
web-field-regimes = Other laws
web-field-regime = Law
web-field-stage = Report
web-field-how = How were they told?
web-field-letter = Factor
web-field-weight = How it weighs
web-option-weight-aggravates = it aggravates
web-option-weight-mitigates = it mitigates
web-option-weight-neutral = neither
web-option-regimes-telecom = electronic communications (telecom)
web-option-regimes-nis2 = cybersecurity (NIS2)
web-option-regimes-nis2-trust-service = cybersecurity, trust service (NIS2)
web-option-regimes-dora = digital resilience of finance (DORA)
web-option-regimes-dora-classified = DORA, from the classification as major
web-option-regimes-eidas = trust services (eIDAS)
web-option-regimes-bdl = Criminal Data Act
web-option-regimes-lex-maria = patient safety (lex Maria)
web-option-regimes-se-state-it = IT incidents of state authorities
web-option-regimes-security-protection = Protective Security Act
web-option-regimes-cra = products with digital elements (CRA)
web-option-stage-initial = first report
web-option-stage-complete = complete report
web-option-stage-early-warning = early warning
web-option-stage-incident-notification = incident notification
web-option-stage-intermediate = intermediate report
web-option-stage-final-report = final report
web-option-stage-notification = notification
web-option-stage-notice = notice
web-option-stage-report = report
web-option-stage-tell-controller = tell the controller
web-option-stage-communication = tell the people
web-option-stage-supplement = supplement
web-option-stage-appeal = appeal
web-problem-authority = The controller has no establishment in the EEA: name one of the authorities concerned.

## Statistics

web-statistics = The register in numbers
web-statistics-lead = Cases opened in the year, as they stand now. Exercises are counted apart.
web-statistics-none = No case was opened in this year.
web-statistics-cases = Cases
web-statistics-open = Not closed
web-statistics-no-breach = No personal data breach after all
web-statistics-notified = Notified to the authority
web-statistics-late = of these after the deadline
web-statistics-hours = Hours from awareness to notification, the median
web-statistics-communicated = People were told
web-statistics-exempted = Exempted from telling the people
web-statistics-overruled = Conclusions that depart from the proposal
web-statistics-people = People concerned, at least
web-statistics-erasures = Requests for erasure
web-statistics-drills = Exercises

## The plan, its settings, controls, users, calendar

web-actor-report-form = somebody without login
web-actor-settings = the settings
web-nav-plan = Plan
web-plan = Plan for a breach
web-plan-lead = What to do, whom to call, who decides: made in advance, from the organisation's settings.
web-plan-none = There are no settings yet. Write them, and the plan is made from them.
web-plan-gaps = What the plan still lacks
web-plan-contacts = Whom to call
web-plan-who = Role
web-plan-name = Name
web-plan-phone = Telephone
web-plan-email = E-mail
web-plan-hours = When
web-plan-hour = The first hour
web-plan-step = Within { $n } minutes: { $what } ({ $who })
web-plan-clock = The clock
web-plan-clock-text = From the hour somebody is reasonably certain that personal data were affected, there are 72 hours to notify the authority. What is not known by then follows later.
web-plan-decides = Who decides, and who is told
web-plan-nobody = nobody is named
web-plan-authority = Supervisory authority
web-plan-texts = Texts prepared in advance
web-plan-paper = On paper
web-plan-paper-lead = Print it and keep it where it is found when the network is down.
web-plan-organisation = Organisation
web-plan-to-people = To the people concerned
web-plan-to-public = To the public
web-plan-to-press = To the press
web-plan-to-employees = To the employees
web-plan-role-dpo = data protection officer
web-plan-role-deputy = deputy
web-plan-role-management = management
web-plan-role-security = security
web-plan-role-communications = communications
web-plan-role-legal = legal counsel
web-settings = Change the settings
web-settings-lead = One text in TOML. Each change is kept in the register with who made it. The example shows what can be said.
web-settings-barred = Your role may not change the settings.
web-settings-text = The settings
web-settings-line = { $n ->
       *[other] Line { $n }
    }
web-controls = Controls and re-assessments
web-controls-back = Controls that come back
web-controls-lead = The routine that would have shown it: each control serves a letter of Article 32(1), has an owner and a date.
web-controls-none = No controls are set. They stand in the settings of the plan.
web-controls-last = Done last
web-controls-never = never yet
web-controls-failed = it did not pass
web-controls-done = Record that it was done
web-controls-passed = Did it pass?
web-control-every = { $n ->
        [one] every day ({ $who })
       *[other] every { $n } days ({ $who })
    }
web-changes = Changes to look at again
web-changes-lead = An audit saw a recipient or a setting that was not there before. Somebody has to say whether the impact assessment holds (Article 35(11)).
web-changes-none = No change waits for an answer.
web-changes-seen = Seen by an audit,
web-changes-answer = Answer
web-changes-dpia = Is an impact assessment needed again?
web-changes-answered = { $n ->
        [one] One change has been answered
       *[other] { $n } changes have been answered
    }
web-change-recipient = New recipient: { $recipient }
web-change-setting = { $recipient }: “{ $setting }” is now { $value }
web-users = Who may do what
web-users-lead = Give everybody as little as their work needs. Whoever is here acts under their own name; the register remembers it.
web-users-name = Name
web-users-role = Role
web-users-access = Access
web-users-add = Add somebody, or change a role
web-users-add-lead = A name that is there already gets the role. A link to log in is shown once; it works for one hour.
web-users-save = Save and make a link
web-users-disable = Take the access away
web-users-link = Give { $name } this path, after the address of this site. It works once, within an hour.
web-role-may-owner = everything, and who may come in
web-role-may-dpo = everything but who may come in
web-role-may-decider = enters facts and concludes
web-role-may-handler = enters facts and records what was sent
web-role-may-reporter = reports and enters facts
web-role-may-reader = reads
web-calendar = Deadlines in your calendar
web-calendar-lead = The open deadlines as a feed that a calendar program reads by itself, with reminders. It names cases and duties, no persons.
web-calendar-address = Give your calendar program this path, after the address of this site. It is shown once, and opens the feed without login: keep it to yourself.
web-calendar-held = You have an address already. A new one makes the old one worthless.
web-calendar-make = Make an address
web-calendar-renew = Make a new address
web-form-receipt = Record the receipt
web-field-filing = Filing
web-problem-control = There is no such control.
web-problem-demand = There is no such change to answer.
web-problem-unknown-key = “{ $found }” is no setting.
web-problem-not-toml = This cannot be read as TOML.
web-problem-schema = The first line must name the schema: { $limit }

## What a role does not allow, files, what the house owes

web-may-not = Your role here is “{ $role }”. You cannot { $what }.
web-who-may = The roles that may: { $roles }.
web-may-not-write = enter anything
web-may-not-send = record what was sent
web-may-not-decide = conclude
web-files = Files
web-next-control = This control is due.
web-changes-lead-short = Look again at what changed
web-reminders-waiting = { $n ->
    [one] One reminder could not be delivered
   *[other] { $n } reminders could not be delivered
}
web-changes-open = { $n ->
        [one] One change waits for an answer.
       *[other] { $n } changes wait for an answer.
    }

# --- Drafts of the letter, files, several controllers ---
web-letter-begun = It has begun with what the case knows already.
web-letter-keep = Keep as a draft
web-form-draft = Draft of the letter
web-done-draft = Draft of the letter
web-drafts = { $n ->
    [one] One version is kept
   *[other] { $n } versions are kept
}
web-draft = Version { $n }
web-draft-approved = approved
web-draft-unapproved = draft
web-draft-go-on = Go on with this version
web-draft-all = Versions, files and approval
web-sender-unknown = Nobody has said who.
web-sender-say = Say it in the notification
web-letter-merge = No personal data is in any file: {"{{name}}"} and the other fields in double braces are merged with your own list of addresses. The list has the columns of the CSV file. A version that nobody has approved is marked as a draft in every file.
web-letter-file-letter-pdf = Letter as PDF
web-letter-file-letter-txt = Text to merge
web-letter-file-letter-html = Page to merge (e-mail)
web-letter-file-addresses-csv = Columns of the list (CSV)
web-letter-file-notice-html = Notice for your web site
web-form-approve-draft = Approve this version
web-form-approve-draft-lead = Whoever approves it says that it may go out as it is. The draft mark is then gone from its files. A version kept later is a draft again.
web-form-approve-draft-save = Approve
web-done-approve-draft = The letter is approved
web-form-attach = Attach a file
web-form-attach-lead = The file is kept sealed with the case. It can be fetched again, and destroyed when it is no longer needed.
web-form-attach-save = Attach
web-form-attach-what = What the file is and where it comes from
web-file-choose = The file
web-file-most = At most { $n } MiB.
web-file = File: { $name }
web-file-destroyed = (file destroyed)
web-files-none = No files yet.
web-problem-no-file = Choose a file that is not empty.
web-problem-too-large = The file is too large. At most { $limit } is kept; the limit stands in the settings.
web-problem-language = Choose Swedish, Finnish or English.
web-problem-twice = A controller stands there twice.
web-problem-files = Files of 1 to 200 MiB can be kept.
web-problem-webhook = A webhook is an address that begins with https://
web-form-controllers = Open cases for several controllers
web-form-controllers-lead = Each controller gets a case of its own with the same facts, and a clock of its own: it starts when that controller becomes aware. All cases are opened, or none.
web-form-controllers-save = Open the cases
web-form-controllers-controllers = Controllers, one a line
web-done-controllers = A case for each controller
web-siblings = Other cases of the same event:

# --- Dates that cannot be, fields named twice ---
web-problem-no-such-day = There is no such day: the month has { $limit } days.
web-problem-no-such-month = There is no such month: a year has { $limit } months.
web-problem-no-such-time = There is no such time: a day ends at { $limit }:59.
web-problem-twice-named = “{ $found }” stands there twice. Keep one of them.
web-problem-no-act = There is no such act.
web-problem-clock-change = The clocks were changed then: give the time with its offset from UTC.
web-problem-case = There is no such case.
web-problem-facts-type = The answer has the wrong form: a number, a word, a list or yes/no is expected here.
web-problem-facts-field = There is no field “{ $found }”.
web-problem-facts-records = People are counted here, not records.
web-problem-finding = The report has no such finding.
web-problem-digest = A digest has 64 hexadecimal digits.
web-problem-hours = Hours are a whole number from 1 to 8784.
web-problem-bind = The address cannot be used: it is taken or does not belong to this machine.
web-problem-mail = The file is no mail in .eml format.
web-problem-report = The file is no audit report.
web-problem-unknown = There is no { $found }.
web-problem-title-long = The title is too long. It may have at most { $limit } characters.
web-problem-title-signs = The title holds invisible characters: line breaks, control characters or ones that turn the direction of writing. Write it again, on one line.
web-problem-unknown-field = There is no field “{ $found }” here. There are: { $limit }.
web-problem-misshapen = This field holds something else than it takes: text, a number, a list or an object is expected.
web-problem-seen-ahead = There is no version { $found } of the case: it is at { $limit }.
web-problem-body-long = What was sent is too large. At most { $limit } is taken.
web-problem-unreadable = The address or the form cannot be read: a part of it has the wrong form.

# --- Acts in the history ---
web-act-controller = said whose case it is
web-act-regimes = marked the other laws of the case
web-act-report = recorded a report
web-act-receipt = entered the receipt
web-act-reach = reached those who were held back
web-act-strike = struck an entry
web-act-title = changed the title
web-act-weigh = weighed a factor
web-act-attach = attached a file
web-act-clock = moved the drill's clock forward
web-act-draft = kept a draft of the letter
web-act-approve-draft = approved the letter
web-act-sealed-destroy = destroyed a text or a file
web-act-outbox-queue = queued reminders
web-act-settings-put = changed the settings
web-act-control-put = recorded a control
web-act-reassessment-put = assessed a change again
web-act-calendar-put = made a calendar address
web-next-undue = Without undue delay ({ $article }).
web-letter-goes-on = The form goes on with version { $n }, kept { $at } by { $who }.
web-item-begun = Filled in from the settings; check it and save.
