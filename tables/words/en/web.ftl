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
web-zone = All times are in { $zone }.
web-logged-in = Logged in as { $user }.
web-log-out = Log out
web-welcome = You are logged in
web-welcome-on = Go to the overview

## What can go wrong

web-oops-login = You are not logged in
web-oops-login-cure = Open the one-time link that the program printed when it started, or ask the person who runs it for a new one. Nothing you had saved is lost.
web-oops-link = This login link no longer works
web-oops-link-cure = A link works once and for one hour. Ask the person who runs the program for a new one.
web-oops-not-found = There is no such page
web-oops-not-found-cure = The address may be mistyped, or what it led to is kept elsewhere.
web-oops-forged = The form was not accepted
web-oops-forged-cure = It did not come from this login, so nothing was saved. Go back, reload the page and send it again.
web-oops-host = This address is not known here
web-oops-host-cure = Use the address that the program printed when it started. If the service has a name of its own, it must be given when the program is started.
web-oops-wrong = Something in what was sent is not right
web-oops-wrong-cure = Nothing was saved. Go back, correct it and send it again.
web-oops-conflict = Somebody else changed the case while you were writing
web-oops-conflict-cure = Your entry was not saved, and theirs is safe. Open the case again, read the latest entry in the history, then enter yours.
web-oops-broken = The program could not do this
web-oops-broken-cure = This is our fault, not yours. Nothing half-written was kept. Try once more; if it happens again, tell the person who runs the program what you did.
web-oops-back = Back

## Words of findings

web-severity-high = high
web-severity-medium = medium
web-severity-low = low
web-state-new = new
web-state-known = known before
web-state-gone = no longer seen
web-state-changed = changed

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
web-chain-typed = Typed into { $field }
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
web-next-file = Download the notification and file it with the authority
web-next-file-why = What is not known yet may follow later. Do not wait for it.
web-next-filed = Record when it was filed, and the receipt number
web-next-finding = Open a case, or decide that it is none:
web-done = Done:

## The register

web-cases = Cases
web-register-lead = Every breach, reported or not, with its effects, its remedies and the reasons (Article 33(5)). Nothing is ever removed.
web-register-none = The register is empty.
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
web-case-state-dismissed = no personal data breach
web-case-state-closed = closed

## The clock

web-clock = The clock
web-clock-not-started = The clock is not running
web-clock-not-started-note = Nobody has said when you became aware. If you have been aware since earlier, the time has been running since then, also without an entry here.
web-clock-left = { $time } left
web-clock-over = { $time } too late
web-clock-what = Notify the authority no later than
web-clock-was = The notification was due
web-clock-note = Counted { $now }. Reload the page for the present time. The earliest reading of the law applies.
web-clock-over-note = File at once and give the reasons for the delay; the notification asks for them (Article 33(1)).
web-clock-filed = Filed
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
web-times-point = at one moment
web-times-range = over a period
web-times-ongoing = it is still going on
web-times-unknown = not known
web-times-not-set = not set
web-times-set-by = said by { $who }, { $reason }
web-aware-set = Say when you became aware
web-aware-again = Change the time of awareness by a new entry
web-aware-lead = You are aware when you have a reasonable degree of certainty that personal data have been affected. A short inquiry to find out is allowed; it must begin at once. An earlier entry is kept.
web-aware-at = When, to the minute
web-aware-at-hint = It is never filled in for you.
web-aware-by = Who became aware and says so
web-aware-by-hint = Name and function
web-aware-reason = How do you know it was then?
web-aware-reason-hint = For example: “the log showed the request, and our developer confirmed it at 18:20”.
web-aware-save = Save and start the clock

## Assessment

web-assessment = Assessment
web-assessment-proposal = A proposal from the facts below. It decides nothing: a named person concludes.
web-risk-unlikely = A risk is unlikely
web-risk-risk = A risk, not a high one
web-risk-high = A high risk
web-risk-undetermined = Cannot be told yet
web-duties = Duties
web-duty = Duty
web-duty-document = Document it
web-duty-notify = Notify the authority
web-duty-communicate = Tell the people concerned
web-duty-proposed = Proposed
web-duty-concluded = Concluded
web-duty-yes = yes
web-duty-no = no
web-duty-ask = depends on open questions
web-duty-open = not yet
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
web-items = What the notification must hold (Article 33(3))
web-item-known = known
web-item-assumed = assumed
web-item-unknown = not known yet
web-item-promised = not known yet, promised for { $date }
web-item-not-applicable = does not apply
web-case-findings = Findings it came from
web-facts-part-breach = What happened
web-facts-part-data = Which data
web-facts-part-people = Whose
web-facts-part-recipients = Who got them
web-facts-part-effects = What it means for people
web-facts-part-roles = Roles and duties
web-facts-number-hint = Leave empty if not known.
web-facts-countries-hint = Country code and number, for example “SE 120, FI 3”. Leave empty if not known.

## Conclusions

web-conclude = Conclusions
web-conclude-lead = Once for the authority and once for the people, each with reasons. You may overrule the proposal. A later conclusion is added; none is overwritten.
web-conclude-authority = Notification to the authority
web-conclude-people = Communication to the people concerned
web-conclude-authority-question = Must the authority be notified?
web-conclude-people-question = Must the people concerned be told?
web-conclude-by = Who concludes (name and function)
web-conclude-reasons = Reasons
web-conclude-reasons-hint = Why it is so, in your own words. If you overrule the proposal, say what it missed.
web-conclude-save = Save the conclusion

## Notification

web-notification = Notification to the authority
web-notification-lead = The fields of the European Data Protection Board's draft template, filled from this case. Copy it field by field into the authority's own form.
web-notification-complete = Every required field is filled.
web-notification-gaps = { $n ->
        [one] One required field is still open.
       *[other] { $n } required fields are still open.
    }
web-notification-phases = You may file without them and complete later (Article 33(4)).
web-notification-preview = Read it here, field by field
web-notification-pdf = Download the PDF ({ $language })

## History

web-history = History
web-history-lead = From the chained log, the latest first.

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
web-filed = Record a filing
web-filed-lead = The PDF and the data behind it are kept as they are now, with the receipt. They can never be changed.
web-filed-at = When was it filed?
web-filed-receipt = Receipt or case number from the authority
web-filed-language = Language of the notification
web-filed-delay = Reasons for the delay
web-filed-delay-hint = Needed only if it was filed after the deadline (Article 33(1)).
web-filed-save = Record the filing
web-filings = Filed so far
web-would-change = What would change the answer
web-would-change-if = If { $fact } were “{ $value }”: authority { $notify }, people { $communicate }
web-finding-erase = Ask { $recipient } to erase what it got.
web-finding-erase-link = Open its contact page for erasure
web-finding-reasons = Why it is graded so
web-clock-disputed = disputed
web-no-breach = It is no personal data breach
web-no-breach-lead = The case ends here, but stays in the register with its reasons.
web-breach-question = Is it a personal data breach?
web-conclude-overrules = This overrules the proposal.
web-conclude-choice = Conclusion
web-note = Add a note
web-note-text = Note
web-note-save = Save the note
web-filed-authority = Authority
web-filed-kind = What was filed
web-filed-withdrawal = Reason for withdrawing
web-filing-incomplete = new, to be completed
web-filing-complete = new, complete
web-filing-follow-up = supplementary notification
web-filing-withdrawal = withdrawal
web-destroyed = (text destroyed)
web-duty-always = always
web-times-estimated = estimated
web-times-occurred-label = Happened
web-origin-unknown = not stated
web-origin-assumed = assumed
web-origin-finding = audit finding

## Acts in the log

web-act-open = opened the case
web-act-times = set the times
web-act-aware = said when the organisation became aware
web-act-facts = changed facts
web-act-item = answered an item of the notification
web-act-conclude = concluded
web-act-no-breach = concluded that it is no personal data breach
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
web-item-answer = Answer
web-item-text = Answer, or why it does not apply
web-item-status = How sure is it?
web-item-save = Save the answer
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
web-fact-people-count = Number of people, exact
web-fact-people-min = At least this many people
web-fact-people-max = At most this many people
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
web-problem-countries = Write country code and number, for example SE 120.
web-problem-country = There is no such country code here. Use two letters, for example SE.
web-problem-facts-nature = Say what was breached: confidentiality, integrity or availability.
web-problem-facts-negative = This cannot be negative.
web-problem-facts-fraction = People and recipients are counted whole.
web-problem-facts-too-many = There are not so many people. Are these records?
web-problem-facts-range = The numbers contradict each other: the least must not be more than the most, and the exact number lies between them.
web-problem-facts-sum = The countries hold more people than there are in all.
web-problem-facts-contradiction = The same thing is listed and ruled out at once.
web-problem-facts-word = This word is not known here.
