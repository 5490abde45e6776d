# Words of respond, language en. Keys start with `respond-`; all languages hold the same keys and variables.

## The notification form: status and sections

respond-form-name = Notification of a personal data breach
respond-form-status-draft = In the fields of the European Data Protection Board’s template, draft of 8 June 2026. The final version may differ.
respond-form-exercise = Exercise. Not to be sent.
respond-section-notification = Notification
respond-section-controller = Controller and reporter
respond-section-timeline = Timeline
respond-section-nature = Nature of the breach
respond-section-data-subjects = Data subjects
respond-section-records = Personal data and records
respond-section-measures-before = Measures in place before
respond-section-consequences = Consequences, risk and measures
respond-section-communication = Communication to data subjects
respond-section-other = Other authorities and countries
respond-section-attachments = Attachments

## Fields of the form

respond-field-type = Type of notification
respond-field-sub-type = Completeness
respond-field-withdrawal-reason = Reason for the withdrawal
respond-field-earlier-notification = Identifier of the earlier notification
respond-field-own-reference = Own reference
respond-field-controller-identifier = Organisation number or other identifier
respond-field-controller-name-contact = Controller: name and contact details
respond-field-sector = Private or public sector
respond-field-size = Size of the organisation
respond-field-economic-activity = Economic activity
respond-field-eea-representative = Representative in the EEA
respond-field-reporter = Reporter: name, function, contact details
respond-field-dpo-contact = Data protection officer or other contact point
respond-field-other-contact = Other contact point
respond-field-other-parties = Other parties involved (processor, joint controller)
respond-field-when = When it happened
respond-field-dates-estimated = Are the dates estimated?
respond-field-start = Beginning
respond-field-end = End
respond-field-awareness = When the controller became aware
respond-field-awareness-first = Comment on the timeline: when awareness was first set, before it was moved later
respond-field-late-reasons = Reasons for the delay
respond-field-how-discovered = Who discovered it
respond-field-discovery-description = How it was discovered
respond-field-told-by-other-at = When the other party told the controller
respond-field-timeline-comments = Comments on the timeline
respond-field-nature = What was breached
respond-field-confidentiality-type = Loss of confidentiality
respond-field-unintelligible = Were the data unintelligible to the recipient?
respond-field-integrity-type = Loss of integrity
respond-field-availability-type = Loss of availability
respond-field-incident = Kind of incident
respond-field-cause = Cause
respond-field-description = What happened
respond-field-systems = Systems, services and places
respond-field-people-groups = Groups of data subjects
respond-field-people-number = Number of data subjects
respond-field-people-number-exactness = Is the number of data subjects exact?
respond-field-data-types = Types of personal data
respond-field-records-number = Number of records (not of people)
respond-field-records-number-exactness = Is the number of records exact?
respond-field-measures-before = Protection in place before the breach
respond-field-likely-consequences = Likely consequences
respond-field-impact = Effects on people
respond-field-severity = Severity for the people
respond-field-risk-outcome = Outcome of the risk assessment
respond-field-risk-method = Reasons of the assessment
respond-field-measures-taken = Measures taken or proposed
respond-field-measures-preventive = Measures against a recurrence
respond-field-communicated = Have the data subjects been told?
respond-field-communicated-at = When they were told
respond-field-exemption = Condition of Article 34(3)
respond-field-exemption-reasons = Why the condition is met
respond-field-publication-at = Public communication: when
respond-field-publication-place = Public communication: where
respond-field-communicated-to = Who was told
respond-field-communication-means = How they were told
respond-field-communication-text = Text sent
respond-field-police-report = Reported to the police?
respond-field-other-authorities = Other authorities told
respond-field-cross-border = Are people in other countries concerned?
respond-field-lead-authority = Lead supervisory authority
respond-field-establishments = Countries with establishments
respond-field-people-by-country = Data subjects by country
respond-field-authorities-notified = Authorities notified
respond-field-attachments = List of attachments

## Options of fields

respond-option-type-new = New
respond-option-type-follow-up = Follow-up
respond-option-sub-type-complete = Complete
respond-option-sub-type-incomplete = Incomplete, to be amended
respond-option-sub-type-withdrawal = Withdrawal
respond-option-sector-private = Private
respond-option-sector-public = Public
respond-option-size-micro = Micro-enterprise
respond-option-size-sme = Small or medium-sized
respond-option-size-large = Large
respond-option-size-other = Other
respond-option-when-point = At a point in time
respond-option-when-range = Over a period that has ended
respond-option-when-ongoing = Still going on
respond-option-when-unknown = Not known
respond-option-severity-minor = Minor
respond-option-severity-moderate = Moderate
respond-option-severity-severe = Severe
respond-option-risk-outcome-unlikely = A risk is unlikely
respond-option-risk-outcome-risk = Risk, but not high
respond-option-risk-outcome-high = High risk
respond-option-risk-outcome-undetermined = More information is needed
respond-option-communicated-yes = Yes
respond-option-communicated-partly = Not completely
respond-option-communicated-will-be = Not yet, but they will be
respond-option-communicated-investigating = Not yet, being investigated
respond-option-communicated-not-high-risk = No, the risk is not high
respond-option-communicated-exempt = No, a condition of Article 34(3) is met
respond-lacking-happened = The text lacks: the nature of the breach
respond-lacking-consequences = The text lacks: the likely consequences
respond-lacking-measures = The text lacks: the measures taken or proposed
respond-lacking-advice = The text lacks: what the data subjects can do
respond-lacking-contact = The text lacks: the contact point
respond-option-exemption-a = (a) the data were unintelligible to anybody without access
respond-option-exemption-b = (b) later measures removed the high risk
respond-option-exemption-c = (c) disproportionate effort: the public was told
respond-option-communication-means-individual = To each person
respond-option-communication-means-public = Publicly
respond-option-communication-means-other = In another way
respond-option-police-report-yes = Yes
respond-option-police-report-no = No
respond-option-police-report-unknown = Not known
respond-option-people-number-exactness-exact = Exact
respond-option-people-number-exactness-approximate = Approximate
respond-option-records-number-exactness-exact = Exact
respond-option-records-number-exactness-approximate = Approximate

## How a reason bears on the answer

respond-effect-high = High risk
respond-effect-risk = Risk
respond-effect-ask-high = High risk cannot be ruled out
respond-effect-ask-risk = Risk cannot be ruled out
respond-effect-unlikely = Speaks against a risk
respond-effect-raises = Raises the risk
respond-effect-lowers = Lowers the risk
respond-effect-exempts = Exemption from telling the people
respond-effect-pauses = Changes how or when the people are told
respond-effect-controller-decides = The controller decides

## Reasons: rules

respond-reason-danger-to-health = People’s health was in danger because the data were missing.
respond-reason-care-without-records = Care had to do without its records for a day or longer.
respond-reason-hostile-and-usable = Somebody with ill intent has data that can be used against the people.
respond-reason-hostile-and-many = Somebody with ill intent has readable identity data of very many people.
respond-reason-aimed-at-a-person = The attack was aimed at a particular person.
respond-reason-secrets-of-a-life = Intimate data became known to outsiders.
respond-reason-identity-to-the-many = Data that allow identity theft reached many outsiders or concern very many people.
respond-reason-hidden-person-exposed = A person with a protected identity may be found.
respond-reason-disclosure = Readable data reached people who should not have them, and it was no minor slip.
respond-reason-loss = Data are lost, or were out of reach for longer or more noticeably than in a short interruption.
respond-reason-only-copy = What was lost may have been the only copy.
respond-reason-alteration = Data were changed though they should not have been, by mistake or on purpose.
respond-reason-anonymity-doubtful = The data are said to identify nobody, though they are sensitive, detailed and readable: look again whether somebody can be recognised.
respond-reason-denial-unproven = No complete logs prove that nothing was taken.
respond-reason-disclosure-maybe-grave = How grave the disclosure is depends on the data and the people.
respond-reason-denial-maybe-grave = If data were taken after all, the consequences may be grave.
respond-reason-loss-maybe-grave = How grave the loss is depends on what the data are needed for.
respond-reason-only-copy-maybe-grave = The only copy is gone; people may need it.
respond-reason-alteration-maybe-grave = The change cannot be undone.
respond-reason-alteration-acted-upon = By these data people are treated, pay or are let in: until they are right again, they may do harm.

## Reasons: grounds for leniency

respond-reason-shielded = The data are unintelligible to whoever has them, and the key is safe.
respond-reason-not-identifiable = The data cannot be tied to anybody (Recital 26).
respond-reason-minor-slip = A single slip with harmless data, few people and a known recipient.
respond-reason-trusted-slip = The recipient is trusted or bound to secrecy and has erased the data.
respond-reason-contained = In safe hands that have it no more, or everyday data with few known recipients, or bare contact details: the people need not act to protect themselves.
respond-reason-settled-loss = The data were soon back and hardly anybody noticed.
respond-reason-bearable-loss = The data could be restored and their absence caused a delay at most.

## Reasons: circumstances

respond-reason-special-categories = Special categories of personal data.
respond-reason-identity-data = Data that can be used in another’s name.
respond-reason-many-people = Very many people.
respond-reason-over-a-hundred-people = More than a hundred people.
respond-reason-many-recipients = More than 25 recipients. In the guidelines' example of a slip that need not be notified they were 15.
respond-reason-not-called-back = The recipient has not been asked to erase the data.
respond-reason-telling-data = Data that tell more of a person than everyday dealings do.
respond-reason-more-than-a-slip-shows = More contact details than a delivery slip shows.
respond-reason-few-people = Few people; one can be enough.
respond-reason-vulnerable-people = Vulnerable people: children, patients or others.
respond-reason-ill-will = It was done on purpose.
respond-reason-accident = It was an accident.
respond-reason-confidential-relationship = The people could expect confidentiality.
respond-reason-misuse-observed = The data have been used; that alone does not make the risk high.
respond-reason-long-exposure = The data were exposed for a long time.
respond-reason-subvertible-protection = The protection can be got round: hashed or pseudonymised is not anonymous.
respond-reason-advertising-platform = The recipient holds accounts to match the data with.
respond-reason-single-recipient = One known recipient, not an uncontrolled spread.
respond-reason-erased = The recipient has confirmed erasure or return.
respond-reason-minimal-data = The data say very little.
respond-reason-rich-data = The data say much about each person.
respond-reason-complete-logs = Complete logs show that nothing went out.
respond-reason-no-evidence = There are no logs that would tell.
respond-reason-systemic = It was not a single slip but systematic.

## Reasons: exemptions and roles

respond-reason-later-measures = Measures taken later make a high risk unlikely now (Article 34(3)(b)).
respond-reason-disproportionate-effort = Telling each person would be a disproportionate effort: tell the public instead (Article 34(3)(c)).
respond-reason-police-request = The police ask to wait: this pauses telling the people only, not the notification.
respond-reason-secrecy-law = A law on secrecy limits what the people may be told.
respond-reason-processor = You are the processor: tell the controller without undue delay, whatever the risk (Article 33(2)).

## Duties and their states

respond-duty-document = Document the breach
respond-duty-notify-authority = Notify the supervisory authority
respond-duty-tell-controller = Tell the controller
respond-duty-communicate = Tell the data subjects
respond-duty-supplement = Supplement the notification
respond-duty-follow-up = Follow up the notification with what has changed
respond-duty-letter-holds = Decide: does what the data subjects were told still hold?
respond-duty-complete-item = Give what was promised
respond-erasure-asked = { $recipient } was asked on { $at } to erase the data
respond-erasure-unanswered = no answer yet
respond-sent-people = { $n ->
        [one] one person
       *[other] { $n } people
    }
respond-duty-erasure = Have the recipient erase the data
respond-duty-measure = Carry out the measure
respond-duty-answer-authority = Answer the authority
respond-duty-appeal = Appeal, if you want to
respond-duty-report = Report under another law
respond-duty-held-back = Tell those who were held back, safely
respond-duty-state-ask = A person has to decide
respond-duty-state-open = Open
respond-duty-state-running = The clock is running
respond-duty-state-missed = Deadline missed
respond-duty-state-paused = Paused
respond-duty-state-done = Done
respond-duty-state-done-late = Done, too late
respond-duty-state-lapsed = The time has passed
respond-duty-state-passed-on = Passed on
respond-duty-state-none = No duty
respond-duty-how-document = say what was breached and its likely consequences, and enter a measure that was taken
respond-duty-how-notify-authority = record the notification that was sent to it
respond-duty-how-tell-controller = record which controller was told, and when
respond-duty-how-communicate = record what was sent to them; it has to say all that Article 34(2) demands
respond-duty-how-supplement = send a follow-up that answers what was missing, or a withdrawal
respond-duty-how-follow-up = record the follow-up that was sent, or have a person say with reasons that what the authority was told still holds
respond-duty-how-letter-holds = record a letter to everybody, or have a person say with reasons that the letter still holds
respond-duty-how-complete-item = answer it and send a follow-up, or take the promise back
respond-duty-how-erasure = record the confirmation, or to whom a refusal was passed on
respond-duty-how-measure = record that it was carried out, with proof
respond-duty-how-answer-authority = record the answer that was sent
respond-duty-how-report = record the report that was sent, or take the law off the case
respond-duty-how-held-back = record how they were told

## What speaks against the clock, or is open about who is told

respond-caution-told-earlier = The processor told you on { $at }, before the time of awareness that was set. The controller is aware once the processor has informed it: is the awareness right?
respond-caution-told = The processor told you on { $at }. The controller was aware from then on; a named person sets it.
respond-caution-establishments-unknown = Whether { $who } is the lead authority depends on where the controller has its main establishment. Answer the item “establishments” with the codes of the countries: SE, or SE main, FR.
respond-caution-public-unknown = A public authority has no lead authority, only that of its own Member State, here { $who }: is the controller public or private? Answer the item “sector”.
respond-caution-aware-moved = Awareness was first set to { $at }, and its deadline had passed before the notification. It was moved later since: the reasons for the delay are still asked for.
respond-caution-event-unknown = A report under another law counts from the event, and when it occurred is not recorded: its last day is shown as if awareness were the event, and is really earlier. Set when it occurred.
respond-caution-sector-unknown = Is the controller public or private? The authority of Åland supervises public bodies only; for a private controller it is { $who }. Answer the item “sector”.
respond-caution-detection-presumed = A report under another law counts from when the incident was detected, not from awareness of the personal data breach. Nobody has said when that was; it is taken to be { $at }, the earliest the case knows. Say when, with the other laws.
respond-caution-incident-presumed = A report under another law counts from awareness of the incident itself, whether or not personal data were known to be hit. Nobody has said when that was; it is taken to be { $at }, and may be earlier. Say when, with the other laws.
respond-caution-established-elsewhere = By the item “establishments” the controller has its main establishment in another country of the EEA: { $who } cannot be the lead authority. Correct the item, or open the case in that country.
respond-caution-established-outside = By the item “establishments” the controller is established outside the EEA only: there is no lead authority, { $who } neither, and each authority concerned is notified. Record that there is no establishment in the EEA.
respond-caution-exemption-outgrown = The facts have changed since the exemption of Article 34(3) was recorded, and it no longer counts. Record it again with its reasons if it still holds, or tell the data subjects.
respond-caution-public-only = The public was told, and that takes the place of telling each person only where this would involve disproportionate effort. Record that exemption with its reasons, or tell each person.
respond-caution-told-in-part = Data subjects were told, and the numbers do not show that nobody is left. Tell the rest, or record that everybody has been told.
respond-caution-appeal-unknown = How long a decision of { $who } can be appealed is not known here. It stands in the decision: the time is that of the State whose authority decided.

## How sure a deadline is

respond-deadline-unconfirmed = Not confirmed: the source is secondary or from memory. Check it.
respond-deadline-proposed = Not law: only proposed.
respond-deadline-assumed = Counted as if the stage before were done at the last moment.
respond-deadline-undue = without undue delay
respond-deadline-who-controller = Binds the controller, from its own awareness. A processor tells the controller without undue delay instead (Article 33(2)).
respond-deadline-from-event = Counts from the event, not from awareness. It is taken to have occurred on { $at }.
respond-deadline-from-notified = Counts from the notification. It is taken to have been sent on { $at }.
respond-deadline-from-decision-received = Counts from the day on which the decision was received. That is taken to be { $at }.
respond-deadline-from-decided = Counts from the day of the decision. That is taken to be { $at }.
respond-deadline-from-classified = Counts from the classification of the incident as major. It is taken to have been made on { $at }.
respond-deadline-from-detected = Counts from when the incident was detected, not from awareness of a personal data breach. It is taken to have been detected on { $at }.
respond-deadline-from-incident-aware = Counts from awareness of the incident itself, whether or not personal data were known to be hit. That is taken to be { $at }.

## Readings of a deadline

respond-reading-elapsed = Counted in elapsed hours
respond-reading-wall-clock = Counted by the clock on the wall
respond-reading-full-hours = Regulation 1182/71: from the next full hour
respond-reading-full-hours-wall-clock = Regulation 1182/71, by the clock on the wall
respond-reading-two-working-days = With two working days in it (disputed)
respond-reading-end-of-day = To the end of the last day

## What happened in a case

respond-act-open = Case opened
respond-act-times = Times set
respond-act-aware = Awareness set
respond-act-facts = Facts changed
respond-act-item = Item of the notification entered
respond-act-conclude = Conclusion drawn
respond-act-no-breach = Concluded: no personal data breach
respond-act-uphold = Decided that what was told still holds
respond-act-delay = Delay explained
respond-act-file = Notification sent
respond-act-file-incomplete = Notification sent, to be completed
respond-act-file-follow-up = Follow-up sent
respond-act-file-withdrawal = Notification withdrawn
respond-act-tell-controller = Controller told
respond-act-communicate = Data subjects told
respond-act-exempt = Exemption recorded
respond-act-pause = Telling the people paused
respond-act-resume = Telling the people resumed
respond-act-measure = Measure decided
respond-act-measure-done = Measure carried out
respond-act-request-erasure = Erasure requested
respond-act-answer-erasure = Recipient answered
respond-act-escalate-erasure = Erasure request escalated
respond-act-asked = The authority asked
respond-act-answered = Answer sent to the authority
respond-act-decision = The authority decided
respond-act-link = Findings linked
respond-act-note = Note
respond-act-close = Case closed
respond-act-reopen = Case reopened
respond-act-controller = Controller named
respond-act-began = It began
respond-act-suspected = First suspicion
respond-act-ended = It ended
respond-act-receipt = Receipt entered
respond-act-title = Title changed
respond-act-strike = Entry struck
respond-act-regimes = Other laws marked
respond-act-report = Report under another law sent
respond-act-reach = Those held back told
respond-act-weigh = Factor of Article 83(2) weighed
respond-act-attach = File attached
respond-act-clock = Drill's clock put forward

## Items a person enters: named as in the form

respond-item-controller-identifier = Organisation number or other identifier
respond-item-controller-name-contact = Controller: name and contact details
respond-item-sector = Private or public sector
respond-item-size = Size of the organisation
respond-item-economic-activity = Economic activity
respond-item-eea-representative = Representative in the EEA
respond-item-reporter = Reporter: name, function, contact details
respond-item-dpo-contact = Data protection officer or other contact point
respond-item-other-contact = Other contact point
respond-item-other-parties = Other parties involved (processor, joint controller)
respond-item-discovery-description = How it was discovered
respond-item-told-by-other-at = When the other party told the controller
respond-item-timeline-comments = Comments on the timeline
respond-item-description = What happened
respond-item-systems = Systems, services and places
respond-item-records-number = Number of records (not of people)
respond-item-records-number-exactness = Is the number of records exact?
respond-item-measures-before = Protection in place before the breach
respond-item-likely-consequences = Likely consequences
respond-item-severity = Severity for the people
respond-item-police-report = Reported to the police?
respond-item-other-authorities = Other authorities told
respond-item-establishments = Countries with establishments
respond-item-attachments = List of attachments

# The factors of Art. 83(2), and how one weighs.
respond-factor-a = Nature, gravity and duration; how many people and what damage
respond-factor-b = Intent or negligence
respond-factor-c = What was done to lessen the damage
respond-factor-d = Responsibility, seen with the technical and organisational measures in place
respond-factor-e = Earlier infringements
respond-factor-f = Cooperation with the authority
respond-factor-g = The kinds of personal data
respond-factor-h = How the authority came to know
respond-factor-i = Whether earlier measures in the same matter were complied with
respond-factor-j = Approved codes of conduct or certification
respond-factor-k = Anything else, such as gain or loss avoided
respond-weight-aggravates = aggravates
respond-weight-mitigates = mitigates
respond-weight-neutral = neither

# Roles in the register; what a plan lacks; reminders by mail.
respond-role-owner = Responsible for the register
respond-role-dpo = Data protection officer
respond-role-decider = Decides
respond-role-handler = Case handler
respond-role-reporter = Reports incidents
respond-role-reader = Reads only
respond-plan-gap-contact = No contact with the role { $about }
respond-plan-gap-phone = No telephone number for { $about }
respond-plan-gap-decides = Nobody is named who decides: { $about }
respond-plan-gap-first-hour = The first hour is not planned
respond-plan-gap-text = No text to the people is prepared in { $about }
respond-plan-gap-control = No recurring control serves Article 32(1)({ $about })
respond-remind-subject = Sluss: { $duty }, case { $case }
respond-remind-due = Deadline { $due }
respond-remind-left = At most { $hours ->
    [one] one hour
   *[other] { $hours } hours
} left.
respond-remind-past = More than { $hours ->
    [one] one hour
   *[other] { $hours } hours
} past the deadline. Do it now, and write down the reason for the delay.
respond-remind-end = This message names no person. Open the register to see the case.
respond-duty-control = Control due

# --- Drafts of the letter ---
respond-act-draft = Draft of the letter kept
respond-act-approve-draft = Letter approved

# --- What precedents teach, and how they ended ---
respond-lesson-de-deliveryhero = Handling it well can close the case.
respond-lesson-fi-aktia = Minutes and some hundreds of people are enough.
respond-lesson-fi-helsinki = A model of public communication.
respond-lesson-fi-kho131 = Access is enough for a risk; who is told is decided group by group.
respond-lesson-fi-sbank = Customers who call are a way to detect.
respond-lesson-fi-tsv2021-843 = A small hint about health of one person.
respond-lesson-fi-um = Reasons for a delay have to be written and to hold.
respond-lesson-fi-vastaamo = A police request may pause telling the people, never the notification.
respond-lesson-fi-ya = The Finnish twin of the Swedish pixel cases.
respond-lesson-se-apohem = As for Apoteket.
respond-lesson-se-apoteket = A routine has to notice an unintended change of what is processed.
respond-lesson-se-avanza = Clear text and money were fined where hashed contact details were reprimanded.
respond-lesson-se-dalarna = A supplier's slip is the controller's breach.
respond-lesson-se-fond = A technical stop against mass mailings was missing.
respond-lesson-se-kry = Lighter: little data by design, hashed, one recipient, nothing sensitive. Heavier: two years, many people, noticed by an outsider, care.
respond-lesson-se-medhelp = A chain of sub-processors is still one responsibility.
respond-lesson-se-miljodata = One processor, hundreds of controllers, as many clocks.
respond-lesson-se-sportadmin = A platform for thousands of clubs answers for its security.
respond-lesson-se-ssc = Being controller and processor at once means separate clocks.
respond-lesson-se-trygghansa = A hint to customer service can start awareness: it has to reach the right desk.
respond-lesson-se-uppsala = Care data by mail without protection.
respond-ended-de-deliveryhero = no infringement
respond-ended-fi-aktia = fine and reprimand
respond-ended-fi-helsinki = investigation; outcome not found
respond-ended-fi-kho131 = order to communicate upheld for identity-theft and confidential subgroups
respond-ended-fi-sbank = fine
respond-ended-fi-tsv2021-843 = decision (outcome not seen)
respond-ended-fi-um = reprimand, partly overturned
respond-ended-fi-vastaamo = fine and order to tell people individually
respond-ended-fi-ya = fine
respond-ended-se-apohem = fine
respond-ended-se-apoteket = fine
respond-ended-se-avanza = fine
respond-ended-se-dalarna = fine
respond-ended-se-fond = fine
respond-ended-se-kry = reprimand (minor infringement, recital 148)
respond-ended-se-medhelp = fine
respond-ended-se-miljodata = pending when last seen
respond-ended-se-sportadmin = fine
respond-ended-se-ssc = fine 150 000 for 33(2) and 50 000 for 33(1); order on routines
respond-ended-se-trygghansa = fine
respond-ended-se-uppsala = fines

# a case opened from a scan
respond-scan-kept = Summary of the scan that the case was opened from
respond-mail-title = Reported by mail, { $date }
respond-mail-kept = The report as it came

# countries people live in
respond-country-AT = Austria
respond-country-BE = Belgium
respond-country-BG = Bulgaria
respond-country-CH = Switzerland
respond-country-CY = Cyprus
respond-country-CZ = Czechia
respond-country-DE = Germany
respond-country-DK = Denmark
respond-country-EE = Estonia
respond-country-ES = Spain
respond-country-FI = Finland
respond-country-FI-AX = Åland
respond-country-FR = France
respond-country-GB = United Kingdom
respond-country-GR = Greece
respond-country-HR = Croatia
respond-country-HU = Hungary
respond-country-IE = Ireland
respond-country-IS = Iceland
respond-country-IT = Italy
respond-country-LI = Liechtenstein
respond-country-LT = Lithuania
respond-country-LU = Luxembourg
respond-country-LV = Latvia
respond-country-MT = Malta
respond-country-NL = Netherlands
respond-country-NO = Norway
respond-country-PL = Poland
respond-country-PT = Portugal
respond-country-RO = Romania
respond-country-SE = Sweden
respond-country-SI = Slovenia
respond-country-SK = Slovakia
respond-country-US = United States
