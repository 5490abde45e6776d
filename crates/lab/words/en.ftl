skip = Skip to the content
replica = A practice service for audits with Sluss. The company does not exist, no meetings are held and nothing leaves this computer.
nav-label = Menu
nav-login = Log in
nav-logout = Log out
nav-register = Create an account
nav-invite = Invite to a meeting
nav-privacy = Personal data
to-start = To the start page
by-sms = SMS
by-mail = E-mail

consent-title = May we measure how the service is used?
consent-text = We use partners’ cookies for statistics and marketing. Cookies the service needs are set in any case.
consent-more = Read more
consent-accept = Accept
consent-reject = Reject

start-title = Video meetings for care
start-eyebrow = For those who work in health and social care
start-heading = A meeting should be easy to get to
start-lead = Send a link. The person you invite opens it on a phone or computer and has arrived. No app, no account, encrypted video.
start-have-account = I already have an account
start-image = A screen with two people in a video call
start-how = How it works
start-step-1 = Create an account
start-step-1-text = Name, workplace, e-mail and phone. It takes a minute.
start-step-2 = Invite
start-step-2-text = Type the recipient’s mobile number or e-mail address. The link arrives at once.
start-step-3 = Meet
start-step-3-text = You meet in the browser. When the meeting is over, nothing of it remains.
start-promise = We keep nothing about the person you invite
start-promise-1 = The recipient’s number or address is erased as soon as the invitation is sent.
start-promise-2 = We never ask what the meeting is about.
start-promise-3 = The meeting page is free from tracking.

field-first-name = First name
field-last-name = Last name
field-organisation = Workplace
field-organisation-hint = Shown to the person you invite.
field-email = E-mail address
field-phone = Phone number
field-phone-hint = In case we need to reach you about the service.
field-recipient-phone = The recipient’s mobile number
field-recipient-phone-hint = For example 070-174 06 05
field-recipient-email = The recipient’s e-mail address
field-recipient-email-hint = For example name@example.com
problem-empty = Fill in this field.
problem-email = Type an e-mail address, for example name@example.com.
problem-phone = Type a phone number in digits, for example 070-174 06 05.
problem-stale = The page had become too old. Try again.
problem-send = The invitation could not be sent. Nothing was stored. Try again in a while.

register-title = Create an account
register-lead = For staff and companies in health and social care.
register-button = Create account
register-have = Do you already have an account?

login-title = Log in
login-lead = Type your e-mail address and we send a link that logs you in. No password needed.
login-button = Send link
login-new = New here?
login-mail-subject = Your link to Vårdmöte
login-mail-text =
    Hello!

    Open the link to log in to Vårdmöte. It works once, for 15 minutes.

    { $link }

    If you did not ask for it, throw this message away.
check-mail-title = Look in your inbox
check-mail-text = If the address belongs to an account, we have sent a link there. It works for 15 minutes.
link-title = Log in to Vårdmöte
link-text = The link works once.
link-button = Log in
link-spent-title = The link no longer works
link-spent-text = It has been used already or become too old. Ask for a new one on the login page.

invite-title = Invite to a video meeting
invite-welcome = Your account is ready.
invite-lead = The recipient gets a link and comes to your waiting room.
invite-by = Send the link by
invite-button = Send invitation
invite-erased = The contact is used to send the invitation and then erased at once.
invite-log = Invitations sent
invite-log-empty = None yet.
invite-log-note = We keep the time and the way, never the recipient.
invitation-mail-subject = { $organisation } invites you to a video meeting
invitation-mail-text =
    Hello!

    { $name } at { $organisation } invites you to a video meeting. Open the link when it is time:

    { $link }

    You need no account and no app.
invitation-sms-text = { $name } at { $organisation } invites you to a video meeting. Open the link when it is time: { $link }

sent-title = The invitation is sent
sent-text = When the recipient opens the link, you see it in your waiting room.
sent-channel = Sent by
sent-at = Time
sent-contact = The recipient’s contact
sent-contact-erased = Erased
sent-another = Invite another

meeting-title = You are invited to a video meeting
meeting-text = { $name } is waiting for you. Go in when you are ready.
meeting-button = Enter the waiting room
meeting-note-1 = You need no account and no app.
meeting-note-2 = The call is encrypted and not recorded.
meeting-note-3 = This page does not track you.
waiting-title = You are in the waiting room
waiting-text = { $name } sees that you are here. The meeting starts soon.
no-meeting-title = There is no such meeting
no-meeting-text = The link may have been cut off. Open it again from the message, or ask the person who invited you.

missing-title = There is no such page
missing-text = The address is not right, or the page has moved.

privacy-title = How we handle personal data
privacy-lead = Vårdmöte Övning AB is the controller for this service.
privacy-account = Your account
privacy-account-text = We keep your name, workplace, e-mail address and phone number for as long as you have an account.
privacy-invited = The person you invite
privacy-invited-text = The recipient’s phone number or e-mail address is used to send the invitation and erased at once afterwards. There is no tracking on the meeting page.
privacy-cookies = Cookies
privacy-cookies-text = Necessary cookies keep you logged in and remember your language and your answer about consent. Statistics and marketing use cookies of their own.
privacy-marketing = Marketing
privacy-marketing-text = We measure our advertisements through a customer data platform. Automatic matching of contact details is switched off in it, and directly identifying data are hashed.
privacy-rights = Your rights
privacy-rights-text = You can ask for access to, rectification and erasure of your data, and complain to the supervisory authority.

control-title = The lab’s ground truth
control-lead = Everything that has left the practice service is shown here, and its settings are switched here. All of it is in memory only.
control-open = Open the service
control-open-text = The host names exist only here. Start Chromium like this to see the service yourself:
control-switches = Settings
control-matching = Automatic matching in the pixel’s own configuration
control-platform = Automatic matching in the customer data platform
control-platform-note = Cannot be changed: in the decision it was off all the time.
control-gate = Tags load only after consent
control-on = On
control-off = Off
control-turn-on = Switch on
control-turn-off = Switch off
control-received = What the pixel’s receiver got
control-mails = E-mail
control-sms = SMS
control-collected = What the customer data platform got
control-none = Nothing yet.
control-time = Time
control-event = Event
control-page = Page
control-keys = Match keys
control-how = Way
control-to = To
control-text = Text
control-clear = Empty the lists
control-refresh = Refresh
